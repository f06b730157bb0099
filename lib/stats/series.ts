import { addDays } from '@/lib/format/dates';
import type { CountRow, PeriodLength } from './count-query';
import { dayOfYear, periodName } from './period-names';
import { seriesOrder } from './series-order';

export type Amount = { count: number; openEnded: boolean };

/**
 * One period of a series, named for its readers here, so that a browser needs no calendar to draw it. `values` has an
 * amount for each of the series' keys.
 */
export type SeriesPeriod = {
  period: string;
  /** `2020`, `Q2 2020`, `Apr 2020`. */
  name: string;
  /** Which days are counted, where not all of the period: `from 6 Mar`, `to 23 Nov`. Else empty. */
  days: string;
  values: Amount[];
  total: Amount;
  /** Whether the period is not over yet. */
  unfinished: boolean;
};

/** A zero-filled series: what a chart draws and its table prints. `totals` stand in the order of `keys`. */
export type Series = {
  by: PeriodLength;
  keys: string[];
  periods: SeriesPeriod[];
  totals: Amount[];
  total: Amount;
};

type Span = { by: PeriodLength; from?: string | undefined; to?: string | undefined; today: string };

/** No series begins earlier, whatever a URL asks for. */
const earliest = '1900-01-01';

/**
 * Fill the gaps between counts with zeros: from the start of the span (or the first count) to the end of the span or
 * today, whichever comes first, and never short of a count.
 * @param span days as `2020-04-14`; `today` is the day in the reporting zone
 */
export function toSeries(rows: CountRow[], span: Span): Series {
  const keys = orderedKeys(rows);
  const amounts = new Map(rows.map((row) => [`${row.period} ${row.key}`, row]));
  const periods = spannedPeriods(rows, span).map((period): SeriesPeriod => {
    const values = keys.map((key) => amountOf(amounts.get(`${period} ${key}`)));
    return { period, name: periodName(period), values, total: sum(values), ...limitsOf(period, span) };
  });
  const totals = keys.map((_, place) => sum(periods.flatMap(({ values }) => values[place] ?? [])));
  return { by: span.by, keys, periods, totals, total: sum(totals) };
}

/** The first and last day of `2020`, `2020-Q2` or `2020-04`. */
export function daysOf(period: string): { first: string; last: string } {
  return { first: firstDayOf(period), last: addDays(firstDayOf(nextPeriod(period)), -1) };
}

/** `2020`, `2020-Q2` or `2020-04`: the period that a day falls in. */
export function periodOfDay(day: string, by: PeriodLength): string {
  if (by === 'year') return day.slice(0, 4);
  if (by === 'month') return day.slice(0, 7);
  return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
}

function orderedKeys(rows: CountRow[]): string[] {
  const present = [...new Set(rows.map((row) => row.key))];
  const place = (key: string) => {
    const found = (seriesOrder as readonly string[]).indexOf(key);
    return found < 0 ? seriesOrder.length : found;
  };
  return present.sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1));
}

function spannedPeriods(rows: CountRow[], { by, from, to, today }: Span): string[] {
  const counted = rows.map((row) => row.period).sort();
  const first = from ? periodOfDay(from < earliest ? earliest : from, by) : counted[0];
  if (!first) return [];
  const end = periodOfDay(to && to < today ? to : today, by);
  const last = counted.at(-1);
  const periods: string[] = [];
  for (let at = first; at <= (last && last > end ? last : end); at = nextPeriod(at)) periods.push(at);
  return periods;
}

function limitsOf(period: string, { from, to, today }: Span) {
  const { first, last } = daysOf(period);
  const unfinished = first <= today && today < last && !(to && to < today);
  const begins = from && first < from && from <= last ? `from ${dayOfYear(from)}` : '';
  const end = unfinished ? today : to && first <= to && to < last ? to : '';
  if (begins && from === end) return { days: `on ${dayOfYear(end)}`, unfinished };
  return { days: [begins, end && `to ${dayOfYear(end)}`].filter(Boolean).join(' '), unfinished };
}

function nextPeriod(period: string): string {
  const year = Number(period.slice(0, 4));
  const place = Number(period.slice(period.includes('Q') ? 6 : 5));
  if (!place) return padYear(year + 1);
  if (period.includes('Q')) return place === 4 ? `${padYear(year + 1)}-Q1` : `${padYear(year)}-Q${place + 1}`;
  return place === 12 ? `${padYear(year + 1)}-01` : `${padYear(year)}-${String(place + 1).padStart(2, '0')}`;
}

function firstDayOf(period: string): string {
  if (!period.includes('Q')) return `${period}-01-01`.slice(0, 10);
  const month = (Number(period.slice(6)) - 1) * 3 + 1;
  return `${period.slice(0, 4)}-${String(month).padStart(2, '0')}-01`;
}

const padYear = (year: number) => String(year).padStart(4, '0');

function amountOf(row: CountRow | undefined): Amount {
  return row ? { count: row.count, openEnded: row.openEnded } : { count: 0, openEnded: false };
}

function sum(amounts: Amount[]): Amount {
  return {
    count: amounts.reduce((total, amount) => total + amount.count, 0),
    openEnded: amounts.some((amount) => amount.openEnded),
  };
}
