import type { PeriodLength } from '@/lib/stats/count-query';

/** Distances between ticks, in years, that a reader counts along with. */
const strides = [1, 2, 5, 10, 20];

/**
 * Which periods get a tick: at most `most`, at round years (1985, 1990, …), and always the last period, since it may
 * be unfinished. Charts of under three years by quarter or month tick inside the year.
 */
export function axisTicks(periods: string[], by: PeriodLength, most: number): string[] {
  if (periods.length <= most) return periods;
  const starts = periods.filter((period) => by === 'year' || /-(Q1|01)$/.test(period));
  if (starts.length < 3) return everyNth(periods, Math.ceil(periods.length / most));
  const stride = strides.find((years) => starts.length / years <= most) ?? 50;
  const round = starts.filter((period) => Number(period.slice(0, 4)) % stride === 0);
  const last = periods.at(-1);
  if (!last || round.at(-1) === last) return round;
  // The last label is long; a round year close to it makes room.
  const room = Math.ceil(periods.length / most);
  return [...round.filter((period) => periods.length - 1 - periods.indexOf(period) >= room), last];
}

/** Round numbers from 0 to above `max`, five steps at most. */
export function countTicks(max: number): number[] {
  const steps = [1, 2, 5].flatMap((digit) => [digit, digit * 10, digit * 100, digit * 1000]);
  const step = steps.sort((a, b) => a - b).find((size) => max / size <= 5) ?? max;
  const count = Math.max(1, Math.ceil(max / step));
  return Array.from({ length: count + 1 }, (_, place) => place * step);
}

function everyNth(periods: string[], n: number): string[] {
  return periods.filter((_, place) => place % n === 0);
}
