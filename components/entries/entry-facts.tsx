import Link from 'next/link';
import type { ContextItem } from '@/lib/catalogue/context-schema';
import { contextKindWords } from '@/lib/catalogue/context-words';
import { kindWords } from '@/lib/catalogue/entry-names';
import type { UsedEntry } from '@/lib/catalogue/entry-queries';
import type { EntryKind } from '@/lib/catalogue/vocabulary';
import { formatLongDate } from '@/lib/format/dates';
import { plural } from '@/lib/format/numbers';
import { listInWords } from '@/lib/format/words';
import { kindTitle } from './rooms';

type Props = {
  kind: EntryKind;
  entry: UsedEntry | null;
  item: ContextItem | null;
  countries: { id: string; name: string }[];
};

/** What an entry is and what names it, in a few sentences. */
export function EntryFacts({ kind, entry, item, countries }: Props) {
  const country = (entry ?? item)?.country ?? null;
  const of = country ? ` of ${countries.find(({ id }) => id === country)?.name ?? country}` : '';
  if (item)
    return (
      <p>
        {contextKindWords[item.kind]}, {formatLongDate(item.date)}
        {item.endDate ? ` to ${formatLongDate(item.endDate)}` : ''}. Its address is{' '}
        <Link href={`/context#${item.slug}`} className="underline underline-offset-4">
          {item.slug}
        </Link>
        , and stays.
      </p>
    );
  if (!entry) return null;
  const query = {
    system: `system=${entry.id}`,
    site: `site=${entry.id}`,
    assessor: `accordingTo=${encodeURIComponent(entry.name)}`,
    context: '',
  }[kind];
  return (
    <>
      <p>
        {kindTitle(kind)}
        {of}
        {'class' in entry ? `, ${entry.class}` : ''}.{' '}
        {entry.events > 0 ? (
          <>
            <Link href={`/events?${query}`} prefetch={false} className="underline underline-offset-4">
              {plural(entry.events, 'event')}
            </Link>{' '}
            {entry.events === 1 ? 'names it' : 'name it'}
          </>
        ) : (
          'No public event names it'
        )}
        {entry.drafts > 0 ? `, and ${plural(entry.drafts, 'draft')}` : ''}.
      </p>
      {entry.aliases.length > 0 ? <p>Also called {listInWords(entry.aliases)}.</p> : null}
      <p className="font-sans text-sm">
        Id of this {kindWords[kind]}: <code>{entry.id}</code>
        {entry.formerIds.length > 0 ? `; links with ${listInWords(entry.formerIds)} lead here` : ''}
      </p>
    </>
  );
}
