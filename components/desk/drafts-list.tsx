import Link from 'next/link';
import type { Draft } from '@/lib/catalogue/desk-lists';
import { formatUtc } from '@/lib/format/dates';

/** What is being worked on, and by whom. */
export function DraftsList({ drafts, mayRecord }: { drafts: Draft[]; mayRecord: boolean }) {
  return (
    <section className="mb-10" aria-labelledby="drafts">
      <h2 id="drafts" className="mb-2 text-xl">
        Drafts
      </h2>
      {drafts.length === 0 ? (
        <p className="border-line border-t py-3 text-muted">
          No draft is open.{' '}
          {mayRecord
            ? 'Record an event: it is a draft until it is published.'
            : 'What analysts record shows here first.'}
        </p>
      ) : (
        <ul className="border-line border-t">
          {drafts.map(({ event, changedBy, changedAt, isInReview }) => (
            <li
              key={event.slug}
              className="flex flex-wrap items-baseline justify-between gap-x-6 border-line border-b py-3"
            >
              {mayRecord ? (
                <Link href={`/desk/events/${event.slug}`} className="underline underline-offset-4">
                  {event.title}
                </Link>
              ) : (
                <span>{event.title}</span>
              )}
              <span className="text-muted text-sm">
                {isInReview ? <span className="text-ink">in review · </span> : null}
                {changedBy}, {formatUtc(changedAt)}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
