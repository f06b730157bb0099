import { formatSum } from '@/lib/format/numbers';
import type { CountUnit } from '@/lib/stats/count-query';
import type { SeriesPeriod } from '@/lib/stats/series';
import { classLetters } from './class-marks';
import { ClassSwatch } from './class-swatch';

/** One period in numbers: each class in it, in the order of the stack seen from above, and the total. */
export function ChartTooltip({
  period,
  keys,
  unit,
}: {
  period: SeriesPeriod;
  keys: string[];
  unit: CountUnit;
}) {
  const parts = keys
    .map((key, place) => ({ key, amount: period.values[place] }))
    .filter(({ amount }) => amount && amount.count > 0)
    .reverse();
  return (
    <div className="min-w-36 border border-line-strong bg-paper px-3 py-2 text-sm">
      <p className="flex justify-between gap-4 font-semibold">
        <span>
          {period.name} {period.days}
        </span>
        <span>
          {formatSum(period.total.count, period.total.openEnded)}{' '}
          {unit === 'missiles' ? 'missiles' : 'rounds'}
        </span>
      </p>
      {parts.length > 0 ? (
        <ul className="mt-1 border-line border-t pt-1">
          {parts.map(({ key, amount }) => (
            <li key={key} className="flex items-center gap-2">
              <ClassSwatch id={key} />
              <span className="flex-1">{classLetters(key)}</span>
              <span>{formatSum(amount?.count ?? 0, amount?.openEnded ?? false)}</span>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
