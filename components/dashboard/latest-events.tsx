import Link from 'next/link';
import { ClassSwatch } from '@/components/charts/class-swatch';
import { DownloadLinks } from '@/components/events/download-links';
import { eventHref } from '@/components/events/event-href';
import type { Standpoint } from '@/lib/filter/schema';
import { formatDate } from '@/lib/format/dates';
import { formatCount } from '@/lib/format/numbers';
import type { LatestEvent } from '@/lib/stats/dashboard';

/** The newest events of the filter, each with its date, what was launched from where, how many, and its status. */
export function LatestEvents({
  events,
  total,
  standpoint,
  eventsHref,
  filterQuery,
}: {
  events: LatestEvent[];
  total: number;
  standpoint: Standpoint;
  eventsHref: string;
  /** `filterToUrl(filter)` as text. */
  filterQuery: string;
}) {
  return (
    <section aria-labelledby="latest-title" className="@container mt-14 lg:mt-0">
      <h2 id="latest-title" className="border-ink border-b pb-2 text-2xl">
        Latest events
      </h2>
      <ol>
        {events.map((event) => (
          <li key={event.slug} className="border-line border-b">
            <LatestEventRow event={event} href={eventHref(event.slug, standpoint)} />
          </li>
        ))}
      </ol>
      <p className="mt-4 text-sm">
        <Link href={eventsHref} prefetch={false} className="underline underline-offset-4">
          {total > events.length ? `All ${total} events as a table` : 'These events as a table'}
        </Link>
      </p>
      <DownloadLinks filterQuery={filterQuery} />
    </section>
  );
}

function LatestEventRow({ event, href }: { event: LatestEvent; href: string }) {
  const withdrawn = event.status === 'withdrawn';
  const { max, text } = event.missiles;
  return (
    <div className="grid gap-x-6 py-3 @2xl:grid-cols-[7rem_1fr_auto] @2xl:items-baseline">
      <time dateTime={event.localDate} className="text-muted text-sm @2xl:whitespace-nowrap">
        {formatDate(event.localDate)}
      </time>
      <p className="font-reading text-lg leading-snug">
        <Link
          href={href}
          prefetch={false}
          className={`underline-offset-4 hover:underline ${withdrawn ? 'line-through' : ''}`}
        >
          {event.title}
        </Link>
      </p>
      <p className="mt-1 flex items-center gap-3 text-sm @2xl:mt-0">
        <span className="flex gap-1" aria-hidden="true">
          {event.classes.map((id) => (
            <ClassSwatch key={id} id={id} />
          ))}
        </span>
        <span className="@2xl:w-44">
          {text
            ? `missiles: ${text}`
            : `${formatCount(event.missiles)} ${max === 1 ? 'missile' : 'missiles'}`}
        </span>
        <span className={`@2xl:w-24 ${event.status === 'confirmed' ? 'text-muted' : 'text-notice'}`}>
          {event.status}
        </span>
      </p>
    </div>
  );
}
