import { formatDate } from '@/lib/format/dates';
import type { PeriodLength } from './count-query';
import type { SeriesPeriod } from './series';

/** `2020`, `Q2 2020`, `Apr 2020`. */
export function periodName(period: string): string {
  const quarter = /^(\d{4})-(Q\d)$/.exec(period);
  if (quarter) return `${quarter[2]} ${quarter[1]}`;
  return period.length === 7 ? formatDate(`${period}-01`).replace(/^1 /, '') : period;
}

/** The name with what is missing of it: `2026 to 23 Nov`, `2017 from 6 Mar`. */
export function wholePeriodName({ period, from, to }: Pick<SeriesPeriod, 'period' | 'from' | 'to'>): string {
  return [periodName(period), from ? `from ${dayOfYear(from)}` : '', to ? `to ${dayOfYear(to)}` : '']
    .filter(Boolean)
    .join(' ');
}

/** `year`, or in the plural `years`. */
export function periodWord(by: PeriodLength, n: number = 1): string {
  return n === 1 ? by : `${by}s`;
}

/** `23 Nov`. */
export function dayOfYear(day: string): string {
  return formatDate(day).replace(/ \d{4}$/, '');
}
