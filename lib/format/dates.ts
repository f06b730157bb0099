import { Temporal } from 'temporal-polyfill';
import type { DatePrecision } from '@/lib/catalogue/vocabulary';
import { plural } from './numbers';

/**
 * A local date as it is known: `2020-04-14`, `1984-09` or `1984`. Its length is its precision.
 * Days are never derived from a UTC time without naming a zone.
 */
export type LocalDate = string;

const locale = 'en-GB';
const utc = { timeZone: 'UTC' } as const;

const dayFormat = new Intl.DateTimeFormat(locale, {
  ...utc,
  day: 'numeric',
  month: 'short',
  year: 'numeric',
});
const longDayFormat = new Intl.DateTimeFormat(locale, {
  ...utc,
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});
const monthFormat = new Intl.DateTimeFormat(locale, { ...utc, month: 'long', year: 'numeric' });

export function precisionOf(date: LocalDate): DatePrecision {
  return date.length === 10 ? 'day' : date.length === 7 ? 'month' : 'year';
}

/** The first day that a date can mean: `1984-09` → `1984-09-01`. */
export function firstDay(date: LocalDate): string {
  return `${date}-01-01`.slice(0, 10);
}

/** The last day that a date can mean: `1984-09` → `1984-09-30`. */
export function lastDay(date: LocalDate): string {
  const first = Temporal.PlainDate.from(firstDay(date));
  const precision = precisionOf(date);
  if (precision === 'day') return first.toString();
  return first
    .add(precision === 'month' ? { months: 1 } : { years: 1 })
    .subtract({ days: 1 })
    .toString();
}

/** A database `date` with its precision, as it is known: (1984-09-01, month) → `1984-09`. */
export function toLocalDate(date: Date, precision: DatePrecision): LocalDate {
  return date.toISOString().slice(0, { day: 10, month: 7, year: 4 }[precision]);
}

/** The day as a `Date` at midnight UTC, which is how the database's `date` columns are written. */
export function toDatabaseDate(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

/** Whole days from `from` to `to`; both are days (`2020-04-14`). */
export function daysBetween(from: string, to: string): number {
  return Temporal.PlainDate.from(from).until(to, { largestUnit: 'days' }).days;
}

/** `days` may be negative. */
export function addDays(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}

/** The same day of the year before; 29 February becomes 28 February. */
export function yearBefore(day: string): string {
  return Temporal.PlainDate.from(day).subtract({ years: 1 }).toString();
}

/** The day on the calendar of `timeZone` at an instant: 31 Dec 22:00 UTC is 1 January in Asia/Seoul. */
export function dayIn(timeZone: string, instant: Date): string {
  return Temporal.Instant.fromEpochMilliseconds(instant.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toString();
}

/** Whether a text is a day of the calendar: `2020-02-30` is none. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

/** How far the clock of `timeZone` is ahead of UTC at an instant, in minutes: 540 in Asia/Seoul. */
export function utcOffsetMinutes(timeZone: string, instant: Date): number {
  const at = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone);
  return at.offsetNanoseconds / 60_000_000_000;
}

/** The instant of a wall-clock time (`2020-04-14`, `07:00`) in `timeZone`. */
export function instantOf(day: string, time: string, timeZone: string): Date {
  return new Date(Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(timeZone).epochMilliseconds);
}

/** `14 Apr 2020`, `Sep 1984`, `1984`. */
export function formatDate(date: LocalDate): string {
  const at = toDatabaseDate(firstDay(date));
  const precision = precisionOf(date);
  if (precision === 'year') return date;
  return precision === 'month' ? monthFormat.format(at) : dayFormat.format(at).replace('Sept', 'Sep');
}

/** `14 April 2020`, `September 1984`, `1984`: for sentences. */
export function formatLongDate(date: LocalDate): string {
  const at = toDatabaseDate(firstDay(date));
  const precision = precisionOf(date);
  if (precision === 'year') return date;
  return precision === 'month' ? monthFormat.format(at) : longDayFormat.format(at);
}

/** `07:00` on the clock of `timeZone`. */
export function formatTime(instant: Date, timeZone: string): string {
  return new Intl.DateTimeFormat(locale, {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  }).format(instant);
}

/** `13 Apr 2020, 22:00 UTC`. */
export function formatUtc(instant: Date): string {
  const day = instant.toISOString().slice(0, 10);
  return `${formatDate(day)}, ${formatTime(instant, 'UTC')} UTC`;
}

/** How long ago, in the largest unit that fits: `just now`, `5 minutes ago`, `3 hours ago`, `12 days ago`. */
export function formatAge(instant: Date, now: Date): string {
  const minutes = Math.floor((now.getTime() - instant.getTime()) / 60_000);
  if (minutes < 1) return 'just now';
  if (minutes < 60) return `${plural(minutes, 'minute')} ago`;
  if (minutes < 48 * 60) return `${plural(Math.floor(minutes / 60), 'hour')} ago`;
  return `${plural(Math.floor(minutes / (24 * 60)), 'day')} ago`;
}

/** What the clock of a country's reporting zone is called: `KST` for Asia/Seoul. Others keep their IANA name. */
export function zoneName(timeZone: string): string {
  return timeZone === 'Asia/Seoul' ? 'KST' : timeZone;
}
