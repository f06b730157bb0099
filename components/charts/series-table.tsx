import { formatSum } from '@/lib/format/numbers';
import type { CountUnit } from '@/lib/stats/count-query';
import type { Amount, Series } from '@/lib/stats/series';
import { classLetters, wordsOfClass } from './class-marks';

// On the table, and not on each of its hundreds of cells, which are sent twice.
const cells = [
  '[&_:is(th,td)]:px-2 [&_:is(th,td)]:py-1 [&_:is(th,td)]:text-right [&_:is(th,td)]:whitespace-nowrap',
  '[&_th:first-child]:sticky [&_th:first-child]:left-0 [&_th:first-child]:pl-0 [&_th:first-child]:text-left',
  '[&_th:first-child]:bg-paper [&_tbody_th]:font-normal',
  // Lines belong to cells: a row's own line would not stay with its cells when they do.
  '[&_:is(th,td)]:border-line [&_tbody_:is(th,td)]:border-b [&_thead_th]:border-b [&_thead_th]:border-ink',
  '[&_tfoot_:is(th,td)]:border-t [&_tfoot_:is(th,td)]:border-ink',
  '[&_thead_th]:sticky [&_thead_th]:top-0 [&_thead_th]:z-10 [&_thead_th]:bg-paper [&_thead_th:first-child]:z-20',
].join(' ');

// A box that scrolls has to be reached with the keyboard; not every browser sees to that itself.
const reachable = { tabIndex: 0 };

/** A chart's numbers, the newest period first. By quarter and month, periods without a test are left out. */
export function SeriesTable({ series, unit }: { series: Series; unit: CountUnit }) {
  const several = series.keys.length > 1;
  const sparse = series.by !== 'year';
  const periods = series.periods.filter((period) => !sparse || period.total.count > 0).reverse();
  return (
    <section
      {...reachable}
      className="scroll-box relative max-h-[28rem] overflow-auto overscroll-x-contain lg:max-h-none"
      aria-label="Table of the chart's numbers"
    >
      <table
        className={`w-full border-separate border-spacing-0 text-sm ${cells} ${several ? '[&_td:last-child]:font-semibold' : ''}`}
      >
        <caption className="pb-3 text-left text-muted">
          <span className="sticky left-0 inline-block max-w-[calc(100vw-2rem)]">
            {unit === 'missiles' ? 'Missiles' : 'Rounds'} by {series.by} and class. A dash: none on record.
            {series.totals.some((total) => total.openEnded) ? ' ≥: at least this many.' : ''}
            {sparse ? ` A ${series.by} without a test is left out.` : ''}
          </span>
        </caption>
        <thead>
          <tr className="font-semibold">
            <th scope="col" className="capitalize">
              {series.by}
            </th>
            {series.keys.map((key) => (
              <th key={key} scope="col">
                {key === 'unknown' ? 'Unknown' : <abbr title={wordsOfClass(key)}>{classLetters(key)}</abbr>}
              </th>
            ))}
            {several ? <th scope="col">All</th> : null}
          </tr>
        </thead>
        <tbody>
          {periods.map((period) => (
            <tr key={period.period}>
              <th scope="row">{[period.name, period.days].filter(Boolean).join(' ')}</th>
              {period.values.map((amount, place) => (
                <td key={series.keys[place]}>{cell(amount)}</td>
              ))}
              {several ? <td>{cell(period.total)}</td> : null}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="font-semibold">
            <th scope="row">Total</th>
            {series.totals.map((amount, place) => (
              <td key={series.keys[place]}>{cell(amount)}</td>
            ))}
            {several ? <td>{cell(series.total)}</td> : null}
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

function cell({ count, openEnded }: Amount) {
  return count === 0 ? '–' : formatSum(count, openEnded);
}
