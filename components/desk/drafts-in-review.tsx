import Link from 'next/link';
import type { DraftInReview } from '@/lib/catalogue/review';
import { formatAge } from '@/lib/format/dates';
import { plural } from '@/lib/format/numbers';

/** Drafts that wait for an editor, the longest waiting first. */
export function DraftsInReview({ drafts, now }: { drafts: DraftInReview[]; now: Date }) {
  return (
    <section className="mb-12" aria-labelledby="drafts">
      <h2 id="drafts" className="mb-2 text-xl">
        Drafts in review
      </h2>
      {drafts.length === 0 ? (
        <p className="border-line border-y py-3 text-muted">
          No draft is in review. An analyst submits one from its page at the desk.
        </p>
      ) : (
        <ul className="border-line border-t">
          {drafts.map(({ event, submittedBy, submittedAt, word, comments }) => (
            <li
              key={event.slug}
              className="flex flex-wrap items-baseline justify-between gap-x-6 border-line border-b py-3"
            >
              <Link href={`/desk/events/${event.slug}`} className="underline underline-offset-4">
                {event.title}
              </Link>
              <span className="text-muted text-sm">
                {submittedBy}, <time dateTime={submittedAt.toISOString()}>{formatAge(submittedAt, now)}</time>
                {comments > 0 ? `, ${plural(comments, 'comment')}` : ''}
              </span>
              {word ? <p className="w-full whitespace-pre-line font-reading">{word}</p> : null}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
