import Link from 'next/link';
import { Notice } from '@/components/ui/notice';
import type { EventReview } from '@/lib/catalogue/review';
import { formatAge } from '@/lib/format/dates';
import { plural } from '@/lib/format/numbers';

/** Where a draft stands in its review, and what readers have said of a public event. */
export function ReviewState({
  review: { submitted, returned, corrections },
  now,
  isJustSaved,
}: {
  review: EventReview;
  now: Date;
  isJustSaved: boolean;
}) {
  return (
    <>
      {submitted ? (
        <Notice title={isJustSaved ? 'Saved. The draft stays in review' : 'In review'}>
          {submitted.word ? (
            <p className="mb-1 whitespace-pre-line font-reading text-base">{submitted.word}</p>
          ) : null}
          <p>
            {submitted.by} submitted this {formatAge(submitted.at, now)}. It can be edited meanwhile: editors
            see it as it was saved last.
          </p>
        </Notice>
      ) : null}
      {returned ? (
        <Notice title={`${returned.by} returned this ${formatAge(returned.at, now)}`}>
          <p className="whitespace-pre-line font-reading text-base">{returned.reason}</p>
        </Notice>
      ) : null}
      {corrections > 0 ? (
        <p className="mb-6">
          <Link href="/desk/review#corrections" className="underline underline-offset-4">
            {plural(corrections, 'correction of a reader waits', 'corrections of readers wait')}
          </Link>
        </p>
      ) : null}
    </>
  );
}
