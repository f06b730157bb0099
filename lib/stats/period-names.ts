import { formatDate } from '@/lib/format/dates';
import type { PeriodLength } from './count-query';

/** `2020`, `Q2 2020`, `Apr 2020`. */
export function periodName(period: string): string {
  const quarter = /^(\d{4})-(Q\d)$/.exec(period);
  if (quarter) return `${quarter[2]} ${quarter[1]}`;
  return period.length === 7 ? formatDate(`${period}-01`).replace(/^1 /, '') : period;
}

/** `year`, or in the plural `years`. */
export function periodWord(by: PeriodLength, n: number = 1): string {
  return n === 1 ? by : `${by}s`;
}

/** `23 Nov`. */
export function dayOfYear(day: string): string {
  return formatDate(day).replace(/ \d{4}$/, '');
}
