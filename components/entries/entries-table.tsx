import Link from 'next/link';
import type { UsedEntry } from '@/lib/catalogue/entry-queries';
import type { NamedKind } from '@/lib/catalogue/entry-schema';
import { plural } from '@/lib/format/numbers';
import { NothingListed } from './entry-search';
import { rooms } from './rooms';

type Props = {
  kind: NamedKind;
  entries: UsedEntry[];
  countries: { id: string; name: string }[];
  q: string;
  empty: string;
};

/** Systems, sites or assessors, with their other names and how many events name each. */
export function EntriesTable({ kind, entries, countries, q, empty }: Props) {
  if (entries.length === 0) return <NothingListed q={q} empty={empty} />;
  const nameOf = new Map(countries.map(({ id, name }) => [id, name]));
  const cell = 'py-2.5 pr-4 align-baseline';
  return (
    <table className="mt-2 w-full text-left">
      <caption className="py-2 text-left text-muted text-sm">
        {plural(entries.length, 'entry', 'entries')}
        {q ? ` called “${q}”` : ''}
      </caption>
      <thead className="border-line-strong border-b text-muted text-sm">
        <tr>
          <th scope="col" className={`${cell} font-medium`}>
            Name
          </th>
          <th scope="col" className={`${cell} font-medium max-sm:hidden`}>
            {{ system: 'Class', site: 'Position', assessor: 'Country' }[kind]}
          </th>
          <th scope="col" className="py-2.5 text-right font-medium">
            Events
          </th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={entry.id} className="border-line border-b">
            <th scope="row" className={`${cell} font-normal`}>
              <Link
                href={`${rooms[kind].path}/${entry.id}`}
                prefetch={false}
                className="inline-block py-1 font-medium underline underline-offset-4"
              >
                {entry.name}
              </Link>
              {entry.aliases.length > 0 ? (
                <span className="block text-muted text-sm">{entry.aliases.join(', ')}</span>
              ) : null}
            </th>
            <td className={`${cell} text-sm max-sm:hidden`}>{detail(entry, nameOf)}</td>
            <td className="whitespace-nowrap py-2.5 text-right align-baseline">
              {entry.events}
              {entry.drafts > 0 ? (
                <span className="block text-muted text-sm">{plural(entry.drafts, 'draft')}</span>
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function detail(entry: UsedEntry, nameOf: Map<string, string>): string {
  if ('class' in entry) return entry.class;
  if (!('latitude' in entry)) return entry.country ? (nameOf.get(entry.country) ?? entry.country) : 'unknown';
  if (entry.latitude === null || entry.longitude === null) return 'unknown';
  const position = `${entry.latitude.toFixed(2)}, ${entry.longitude.toFixed(2)}`;
  return entry.positionPrecision ? `${position} (${entry.positionPrecision})` : position;
}
