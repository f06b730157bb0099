import type { EventRecord } from '@/lib/catalogue/event-record';
import type { Standpoint } from '@/lib/filter/schema';
import { standpointQuery } from '@/lib/filter/url';
import { formatUtc } from '@/lib/format/dates';
import { formatNumber } from '@/lib/format/numbers';

/** Which state of the event this is, and where a program reads it. */
export function EventFooter({ event, standpoint }: { event: EventRecord; standpoint: Standpoint }) {
  return (
    <p className="mt-12 flex flex-wrap gap-x-6 gap-y-1 text-muted text-sm">
      <span>
        Revision {formatNumber(event.revision)}, updated{' '}
        <time dateTime={event.updatedAt}>{formatUtc(new Date(event.updatedAt))}</time>
      </span>
      <a
        href={`/api/v1/events/${event.slug}${standpointQuery(standpoint)}`}
        className="underline underline-offset-4"
      >
        This event as JSON
      </a>
    </p>
  );
}
