import Link from 'next/link';
import { EventSearch } from '@/components/events/event-search';
import { PageHeading } from '@/components/ui/page-heading';
import type { Standpoint } from '@/lib/filter/schema';
import { standpointQuery } from '@/lib/filter/url';
import { formatLongDate, formatUtc } from '@/lib/format/dates';

type Props = {
  slug: string;
  standpoint: Standpoint;
  /** Since when the event is on record, as an instant. */
  since: string | null;
};

/** In the place of an event's page, where there is such an event, but not from where the reader looks. */
export function EventNotSeen({ slug, standpoint, since }: Props) {
  const { asKnownOn, accordingTo } = standpoint;
  const link = 'inline-flex min-h-9 items-center underline underline-offset-4 hover:no-underline';
  const then = asKnownOn ? `at the end of ${formatLongDate(asKnownOn)} (UTC)` : null;
  const isLater = asKnownOn !== undefined && since !== null && since.slice(0, 10) > asKnownOn;
  const isUnsaid = accordingTo !== undefined && !isLater;
  return (
    <>
      <PageHeading
        title={isUnsaid ? `${accordingTo} said nothing of this event` : 'This event was not on record then'}
      >
        {isUnsaid ? (
          <p>
            No claim of {accordingTo} about {slug} is on record{then ? `, as known ${then}` : ''}. What others
            say of it stands on its page.
          </p>
        ) : (
          <p>
            As known {then}, the catalogue had no event {slug}.
            {isLater ? ` It has been on record since ${formatUtc(new Date(since))}.` : ''}
          </p>
        )}
      </PageHeading>
      <ul className="mb-10 space-y-1">
        <li>
          <Link href={`/events/${slug}`} className={link}>
            The event as it stands now
          </Link>
        </li>
        {isUnsaid && asKnownOn ? (
          <li>
            <Link href={`/events/${slug}${standpointQuery({ asKnownOn })}`} className={link}>
              The event as known then, with its figures of record
            </Link>
          </li>
        ) : null}
        <li>
          <Link href={`/events${standpointQuery(standpoint)}`} className={link}>
            All events from this standpoint
          </Link>
        </li>
      </ul>
      <h2 className="mb-4 text-xl">Look for another event by its date</h2>
      <EventSearch standpoint={standpoint} />
    </>
  );
}
