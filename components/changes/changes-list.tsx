import Link from 'next/link';
import { ChangeLine } from '@/components/events/change-line';
import { FieldChanges } from '@/components/events/field-changes';
import type { CatalogueChange } from '@/lib/catalogue/history';
import { thanksSentence } from '@/lib/catalogue/thanks-words';
import { formatDate } from '@/lib/format/dates';
import { plural } from '@/lib/format/numbers';

/** So many events of one change are shown at once. */
const shownAtOnce = 3;

/** Corrections of the catalogue under the months in which they were made, the latest first. */
export function ChangesList({ changes }: { changes: CatalogueChange[] }) {
  const months = [...new Set(changes.map(monthOf))];
  return months.map((month) => (
    <section key={month} aria-labelledby={`month-${month}`} className="mt-10 first:mt-4">
      <h2 id={`month-${month}`} className="border-ink border-b pb-2 text-2xl">
        {formatDate(month)}
      </h2>
      <ol>
        {changes
          .filter((change) => monthOf(change) === month)
          .map((change) => (
            <li key={keyOf(change)} className="border-line border-b py-5">
              <ChangeLine {...change} />
              <ChangedEvents events={change.events} eventCount={change.eventCount} />
            </li>
          ))}
      </ol>
    </section>
  ));
}

function ChangedEvents({ events, eventCount }: Pick<CatalogueChange, 'events' | 'eventCount'>) {
  const items = events.map(({ slug, title, number, changes, thanks }) => (
    <li key={slug} className="mt-3">
      <Link
        href={`/events/${slug}#revision-${number}`}
        prefetch={false}
        className="font-medium text-sm underline decoration-line-strong underline-offset-4 hover:decoration-ink"
      >
        {title}
      </Link>
      <div className="mt-1">
        <FieldChanges changes={changes} />
      </div>
      <p className="mt-1 text-sm empty:hidden">{thanksSentence(thanks)}</p>
    </li>
  ));
  const folded = items.slice(shownAtOnce);
  return (
    <>
      <ul>{items.slice(0, shownAtOnce)}</ul>
      {folded.length > 0 ? (
        <details className="mt-2">
          <summary className="min-h-9 cursor-pointer py-1.5 text-sm underline underline-offset-4">
            {plural(eventCount - shownAtOnce, 'more event')}
          </summary>
          <ul>{folded}</ul>
          {eventCount > events.length ? (
            <p className="mt-3 text-muted text-sm">
              {plural(eventCount - events.length, 'more event')}, each with this in its own history.
            </p>
          ) : null}
        </details>
      ) : null}
    </>
  );
}

const monthOf = ({ createdAt }: CatalogueChange) => createdAt.slice(0, 7);
const keyOf = ({ createdAt, kind, events: [first] }: CatalogueChange) =>
  [createdAt, kind, first?.slug].join(' ');
