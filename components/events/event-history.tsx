import Link from 'next/link';
import type { HistoryEntry } from '@/lib/catalogue/history';
import { thanksSentence } from '@/lib/catalogue/thanks-words';
import type { Standpoint } from '@/lib/filter/schema';
import { formatNumber, plural } from '@/lib/format/numbers';
import { ChangeLine } from './change-line';
import { eventHref } from './event-href';
import { FieldChanges } from './field-changes';
import { Section } from './section';

/** So many entries are shown at once. */
const shownAtOnce = 4;

type Props = {
  slug: string;
  /** The latest first. */
  entries: HistoryEntry[];
  standpoint: Standpoint;
};

/** How the event came to say what it says. */
export function EventHistory({ slug, entries, standpoint }: Props) {
  return (
    <Section title="History" id="history">
      <HistoryList slug={slug} entries={entries} standpoint={standpoint} />
      <p className="mt-5 text-muted text-sm">
        Times are in UTC.{' '}
        <Link href="/changes" prefetch={false} className="underline underline-offset-4">
          All corrections of the catalogue
        </Link>
      </p>
    </Section>
  );
}

/** Each public change of an event, the latest first. A long list folds. */
export function HistoryList({ slug, entries, standpoint }: Props) {
  const items = entries.map((entry, place) => (
    <HistoryItem
      key={entry.number}
      entry={entry}
      isFirst={place === entries.length - 1}
      thenHref={isLastOfItsDay(entries, place) ? hrefThen(slug, entry, standpoint) : null}
    />
  ));
  const folded = items.slice(shownAtOnce);
  return (
    <>
      <ol className="max-w-4xl">{items.slice(0, shownAtOnce)}</ol>
      {folded.length > 0 ? (
        <details className="max-w-4xl border-line border-t">
          <summary className="min-h-11 cursor-pointer py-3 font-medium text-sm">
            {plural(folded.length, 'earlier change')}
          </summary>
          <ol>{folded}</ol>
        </details>
      ) : null}
    </>
  );
}

type ItemProps = {
  entry: HistoryEntry;
  isFirst: boolean;
  /** The event as it stood then; null where no address says it, or where the page shows just that. */
  thenHref: string | null;
};

function HistoryItem({ entry, isFirst, thenHref }: ItemProps) {
  const { number, changes } = entry;
  const thanks = thanksSentence(entry.thanks);
  return (
    <li
      id={`revision-${number}`}
      className="scroll-mt-6 border-line py-4 not-first:border-t first:pt-0 target:bg-surface"
    >
      <ChangeLine {...entry} isFirst={isFirst} />
      <div className="mt-2 empty:hidden">
        <FieldChanges changes={changes} />
      </div>
      {thanks ? <p className="mt-2 text-sm">{thanks}</p> : null}
      {!isFirst && changes.length === 0 ? (
        <p className="mt-2 text-muted text-sm">Nothing that this page shows was changed.</p>
      ) : null}
      <p className="mt-1 flex flex-wrap items-center gap-x-6 text-muted text-sm">
        Revision {formatNumber(number)}
        {thenHref ? (
          <Link
            href={thenHref}
            prefetch={false}
            className="inline-flex min-h-9 items-center underline underline-offset-4"
          >
            The event as it stood then
          </Link>
        ) : null}
      </p>
    </li>
  );
}

/** A standpoint is a whole day: of several changes on one day, only the last can be looked back at. */
function isLastOfItsDay(entries: HistoryEntry[], place: number): boolean {
  const [later, entry] = [entries[place - 1], entries[place]];
  return later !== undefined && later.createdAt.slice(0, 10) !== entry?.createdAt.slice(0, 10);
}

function hrefThen(slug: string, { createdAt }: HistoryEntry, { accordingTo }: Standpoint): string {
  return eventHref(slug, { asKnownOn: createdAt.slice(0, 10), accordingTo });
}
