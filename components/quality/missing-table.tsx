import Link from 'next/link';
import type { EventFilter } from '@/lib/filter/schema';
import { formatNumber, formatPercent } from '@/lib/format/numbers';
import type { QualityRow } from '@/lib/stats/quality';
import { type QualityField, qualityFields, qualityWords } from '@/lib/stats/quality-fields';
import { missingHref } from './quality-href';

// On the table, and not on each of its hundreds of cells, which are sent twice.
const cells = [
  '[&_:is(th,td)]:px-2 [&_:is(th,td)]:py-1.5 [&_:is(th,td)]:text-right [&_tbody_:is(th,td)]:whitespace-nowrap',
  '[&_th:first-child]:sticky [&_th:first-child]:left-0 [&_th:first-child]:pl-0 [&_th:first-child]:text-left',
  '[&_th:first-child]:bg-paper [&_tbody_th]:font-normal [&_thead_th]:align-bottom [&_thead_th]:font-semibold',
  '[&_:is(th,td)]:border-line [&_tbody_:is(th,td)]:border-b [&_thead_th]:border-b [&_thead_th]:border-ink',
  '[&_tbody:first-of-type_:is(th,td)]:border-ink [&_tbody:first-of-type_th]:font-semibold',
  '[&_a]:underline [&_a]:decoration-line-strong [&_a]:underline-offset-4 [&_a:hover]:decoration-current',
].join(' ');

// A box that scrolls has to be reached with the keyboard; not every browser sees to that itself.
const reachable = { tabIndex: 0 };

type Props = { all: QualityRow; years: QualityRow[]; filter: EventFilter };

/** Years by fields: how many of the rounds lack each. The tone of a cell repeats its share. */
export function MissingTable({ all, years, filter }: Props) {
  return (
    <section
      {...reachable}
      // Positioned, or the words for screen readers in its cells would widen the page.
      className="scroll-box relative overflow-x-auto overscroll-x-contain"
      aria-label="Table of missing figures"
    >
      <table className={`w-full border-separate border-spacing-0 text-sm ${cells}`}>
        <caption className="pb-3 text-left text-muted">
          <span className="sticky left-0 inline-block max-w-[min(calc(100vw-2rem),48rem)]">
            Rounds of the year in which a figure is missing, and their share. A dash: none is. A round of
            several salvos lacks a figure as soon as one of them does. Withdrawn rounds are left out.
          </span>
        </caption>
        <thead>
          <tr>
            <th scope="col">Year</th>
            {qualityFields.map((field) => (
              <th key={field} scope="col">
                {qualityWords[field].heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Row row={all} filter={filter} />
        </tbody>
        <tbody>
          {years.map((row) => (
            <Row key={row.year} row={row} filter={filter} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Row({ row, filter }: { row: QualityRow; filter: EventFilter }) {
  const href = missingHref(filter, row.year);
  return (
    <tr>
      <th scope="row">
        {href ? (
          <Link href={href} prefetch={false}>
            {row.year ?? 'All years'}
          </Link>
        ) : (
          row.year
        )}
      </th>
      {qualityFields.map((field) => (
        <Cell key={field} field={field} row={row} filter={filter} />
      ))}
    </tr>
  );
}

function Cell({ field, row, filter }: { field: QualityField; row: QualityRow; filter: EventFilter }) {
  const missing = row.missing[field];
  if (missing === 0) return <td className="text-muted">–</td>;
  const share = missing / row.rounds;
  const words = `${formatNumber(missing)} of ${formatNumber(row.rounds)}`;
  const href = missingHref(filter, row.year, field);
  return (
    <td style={{ background: `color-mix(in srgb, var(--accent) ${Math.round(share * 22)}%, var(--paper))` }}>
      {href ? (
        <Link href={href} prefetch={false}>
          {words}
        </Link>
      ) : (
        words
      )}
      <span className="sr-only"> missing,</span>
      <span className="block text-muted text-xs">{formatPercent(share)}</span>
    </td>
  );
}
