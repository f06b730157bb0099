import { formatSum } from '@/lib/format/numbers';
import type { Series } from '@/lib/stats/series';
import { classLetters, wordsOfClass } from './class-marks';
import { ClassSwatch } from './class-swatch';

/** The classes of a chart in the order in which they are stacked, from the axis upwards, with their totals. */
export function ClassLegend({ series }: { series: Series }) {
  return (
    <ul className="grid grid-cols-2 gap-x-4 gap-y-1.5 text-xs sm:flex sm:flex-wrap sm:gap-x-5 sm:text-sm">
      {series.keys.map((key, place) => (
        <li key={key} className="flex items-baseline gap-1.5">
          <ClassSwatch id={key} />
          <span>
            {key === 'unknown' ? 'Class unknown' : `${classLetters(key)}, ${wordsOfClass(key)}`}{' '}
            <span className="text-muted">
              {formatSum(series.totals[place]?.count ?? 0, series.totals[place]?.openEnded ?? false)}
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}
