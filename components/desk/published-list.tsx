import Link from 'next/link';
import type { EventRecord } from '@/lib/catalogue/event-record';
import { formatUtc } from '@/lib/format/dates';

/** The events that were published last. */
export function PublishedList({ events }: { events: EventRecord[] }) {
  return (
    <section className="mb-10" aria-labelledby="published">
      <h2 id="published" className="mb-2 text-xl">
        Published last
      </h2>
      {events.length === 0 ? (
        <p className="border-line border-t py-3 text-muted">
          Nothing is published yet. A draft that an editor publishes shows here, and everywhere else.
        </p>
      ) : (
        <ul className="border-line border-t">
          {events.map((event) => (
            <li
              key={event.slug}
              className="flex flex-wrap items-baseline justify-between gap-x-6 border-line border-b py-3"
            >
              <Link
                href={`/events/${event.slug}`}
                className={`underline underline-offset-4 ${event.status === 'withdrawn' ? 'line-through' : ''}`}
              >
                {event.title}
              </Link>
              <span className="text-muted text-sm">
                {event.status}
                {event.publishedAt ? `, ${formatUtc(new Date(event.publishedAt))}` : ''}
                {' · '}
                <Link
                  href={`/desk/events/${event.slug}`}
                  aria-label={`Claims and corrections of ${event.title}`}
                  className="underline underline-offset-4"
                >
                  Claims and corrections
                </Link>
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
