import { formatSum } from '@/lib/format/numbers';
import type { CountUnit } from '@/lib/stats/count-query';
import { wholePeriodName } from '@/lib/stats/period-names';
import type { Amount, Series } from '@/lib/stats/series';
import { classLetters, wordsOfClass } from './class-marks';

const number = 'px-2 py-1 text-right whitespace-nowrap';
const first = 'sticky left-0 bg-paper py-1 pr-3 text-left font-normal whitespace-nowrap';

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
      className="scroll-box max-h-[28rem] overflow-auto overscroll-x-contain lg:max-h-none"
      aria-label="Table of the chart's numbers"
    >
      <table className="w-full border-collapse text-sm">
        <caption className="pb-3 text-left text-muted">
          {unit === 'missiles' ? 'Missiles' : 'Rounds'} by {series.by} and class. A dash: none on record.
          {series.totals.some((total) => total.openEnded) ? ' ≥: at least this many.' : ''}
          {sparse ? ` A ${series.by} without a test is left out.` : ''}
        </caption>
        <thead>
          <tr className="border-ink border-b">
            <th scope="col" className={`${first} top-0 z-20 font-semibold capitalize`}>
              {series.by}
            </th>
            {series.keys.map((key) => (
              <th key={key} scope="col" className={`${number} sticky top-0 z-10 bg-paper font-semibold`}>
                {key === 'unknown' ? 'Unknown' : <abbr title={wordsOfClass(key)}>{classLetters(key)}</abbr>}
              </th>
            ))}
            {several ? (
              <th scope="col" className={`${number} sticky top-0 z-10 bg-paper font-semibold`}>
                All
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {periods.map((period) => (
            <tr key={period.period} className="border-line border-b">
              <th scope="row" className={first}>
                {wholePeriodName(period)}
              </th>
              {period.values.map((amount, place) => (
                <td key={series.keys[place]} className={number}>
                  {cell(amount)}
                </td>
              ))}
              {several ? <td className={`${number} font-semibold`}>{cell(period.total)}</td> : null}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="border-ink border-t font-semibold">
            <th scope="row" className={`${first} font-semibold`}>
              Total
            </th>
            {series.totals.map((amount, place) => (
              <td key={series.keys[place]} className={number}>
                {cell(amount)}
              </td>
            ))}
            {several ? <td className={number}>{cell(series.total)}</td> : null}
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

function cell({ count, openEnded }: Amount) {
  return count === 0 ? <span className="text-muted">–</span> : formatSum(count, openEnded);
}
