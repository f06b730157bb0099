import { formatDate } from '@/lib/format/dates';
import type { ContextKind } from './vocabulary';

/** What a kind of context item is called. */
export const contextKindWords: Record<ContextKind, string> = {
  statement: 'Statement',
  summit: 'Summit',
  'military-exercise': 'Military exercise',
  'unsc-resolution': 'Security Council resolution',
  'unsc-veto': 'Security Council veto',
  sanctions: 'Sanctions',
  election: 'Election',
  anniversary: 'Anniversary',
  'nuclear-test': 'Nuclear test',
  'moratorium-declared': 'Moratorium declared',
  'moratorium-ended': 'Moratorium ended',
  other: 'Other',
};

/** `12 Jun`, `16–19 Mar`, `28 Feb–2 Mar`, `30 Dec 2019–2 Jan 2020`: the year where it stands under no heading of its own. */
export function contextDays({ date, endDate }: { date: string; endDate: string | null }): string {
  const full = formatDate(date);
  const dayAndMonth = full.slice(0, -' 2020'.length);
  if (endDate === null || endDate === date) return dayAndMonth;
  if (date.slice(0, 4) !== endDate.slice(0, 4)) return `${full}–${formatDate(endDate)}`;
  const last = formatDate(endDate).slice(0, -' 2020'.length);
  return date.slice(0, 7) === endDate.slice(0, 7)
    ? `${dayAndMonth.split(' ')[0]}–${last}`
    : `${dayAndMonth}–${last}`;
}

/** Items under their years, in the order given; of several years, under the first day's. */
export function byYear<T extends { date: string }>(items: T[]): { year: string; items: T[] }[] {
  const years: { year: string; items: T[] }[] = [];
  for (const item of items) {
    const year = item.date.slice(0, 4);
    const last = years.at(-1);
    if (last?.year === year) last.items.push(item);
    else years.push({ year, items: [item] });
  }
  return years;
}
