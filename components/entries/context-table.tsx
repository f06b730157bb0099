import Link from 'next/link';
import type { ContextItem } from '@/lib/catalogue/context-schema';
import { contextKindWords } from '@/lib/catalogue/context-words';
import { formatDate } from '@/lib/format/dates';
import { plural } from '@/lib/format/numbers';
import { NothingListed } from './entry-search';

/** Context items by date, with their kind and how far their sources have been checked. */
export function ContextTable({ items, q, empty }: { items: ContextItem[]; q: string; empty: string }) {
  if (items.length === 0) return <NothingListed q={q} empty={empty} />;
  const cell = 'py-2.5 pr-4 align-baseline';
  return (
    <table className="mt-2 w-full text-left">
      <caption className="py-2 text-left text-muted text-sm">
        {plural(items.length, 'item')}
        {q ? ` with “${q}”` : ''}
      </caption>
      <thead className="border-line-strong border-b text-muted text-sm">
        <tr>
          <th scope="col" className={`${cell} font-medium`}>
            Date
          </th>
          <th scope="col" className={`${cell} font-medium`}>
            Title
          </th>
          <th scope="col" className="py-2.5 font-medium max-sm:hidden">
            Sources checked
          </th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.slug} className="border-line border-b">
            <td className={`${cell} whitespace-nowrap text-sm`}>{formatDate(item.date)}</td>
            <th scope="row" className={`${cell} font-normal`}>
              <Link
                href={`/desk/context/${item.slug}`}
                prefetch={false}
                className="inline-block py-1 font-medium underline underline-offset-4"
              >
                {item.title}
              </Link>
              <span className="block text-muted text-sm">{contextKindWords[item.kind]}</span>
            </th>
            <td className="py-2.5 align-baseline text-sm max-sm:hidden">
              {item.citations.map(({ checked }) => checked).join(', ')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
