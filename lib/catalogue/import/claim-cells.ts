import { Temporal } from 'temporal-polyfill';
import { cellValue, numberIn } from '@/lib/catalogue/own-form/cell-value';
import type { Cell } from '@/lib/catalogue/own-form/table';
import { limits } from '@/lib/catalogue/schema';
import { type ClassId, classIds, type Outcome } from '@/lib/catalogue/vocabulary';

/** A cell that says nothing, or says that it is not known. */
export type Reading<T> = { said: false } | { said: true; value: T | null; hedge?: string };

const unknownWords =
  /^(unknown|unk\.?|n\/?a|n\.a\.|not applicable|not available|not known|none|tbd|-|–|—|\?)$/i;

/** The words of a cell, with hyphens of any kind as `-`; null where it is empty. */
export function textIn(cell: Cell | undefined): string | null {
  const value = cellValue('text', cell);
  if (value === null) return null;
  return (
    String(value)
      .replaceAll(/[\u2010-\u2015\u2212]/g, '-')
      .replaceAll(/[\u00a0\u202f]/g, ' ')
      .trim() || null
  );
}

/** A text as it was written; null where it is empty, or says that there is none. */
export function proseIn(cell: Cell | undefined): string | null {
  const value = cellValue('text', cell);
  const text = value === null ? '' : String(value).trim();
  return text === '' || unknownWords.test(text) ? null : text;
}

export function wordsIn(cell: Cell | undefined): Reading<string> {
  const text = textIn(cell);
  if (text === null) return { said: false };
  return { said: true, value: unknownWords.test(text) ? null : text };
}

/** What is longer holds no single number, and patterns take their time over it. */
const longestFigure = 300;

/**
 * `1,000 km`, `787 km (claimed)`, `~100 km`: the number, and the words where there is more than it. What is no single number
 * (`100-200 km`) is unknown, with its words.
 */
export function figureIn(cell: Cell | undefined, unit: 'km' | 'deg'): Reading<number> {
  if (typeof cell === 'number') return { said: true, value: cell };
  const words = wordsIn(cell);
  if (!words.said || words.value === null) return words as Reading<number>;
  const text = words.value;
  if (text.length > longestFigure) return { said: true, value: null, hedge: text };
  const units = unit === 'km' ? '(?:km|kms|kilomet(?:er|re)s?)' : '(?:°|deg(?:rees)?)';
  const plain = new RegExp(`^(\\d[\\d, ]*(?:\\.\\d+)?)\\s*${units}?\\.?$`, 'i').exec(text);
  const hedged = new RegExp(
    `^(?:~|≈|about|approx(?:imately|\\.)?|around|ca\\.?|some|est(?:imated|\\.)?)?\\s*(\\d[\\d, ]*(?:\\.\\d+)?)\\s*${units}?\\s*(?:\\(.*\\))?$`,
    'i',
  ).exec(text);
  const number = numberIn((plain ?? hedged)?.[1] ?? '');
  if (number === null) return { said: true, value: null, hedge: text };
  return plain ? { said: true, value: number } : { said: true, value: number, hedge: text };
}

export function outcomeIn(cell: Cell | undefined): Reading<Outcome> {
  const words = wordsIn(cell);
  if (!words.said || words.value === null) return words as Reading<Outcome>;
  if (/^success(ful)?$/i.test(words.value)) return { said: true, value: 'success' };
  if (/^fail(ed|ure)?$/i.test(words.value)) return { said: true, value: 'failure' };
  return { said: true, value: null, hedge: words.value };
}

export function classIn(cell: Cell | undefined): Reading<ClassId> {
  const words = wordsIn(cell);
  if (!words.said || words.value === null) return words as Reading<ClassId>;
  const text = words.value.toLowerCase();
  const id =
    classIds.find((known) => known.toLowerCase() === text) ??
    classNames.find(([pattern]) => pattern.test(text))?.[1];
  return id
    ? { said: true, value: id === 'unknown' ? null : id }
    : { said: true, value: null, hedge: words.value };
}

const classNames: [RegExp, ClassId][] = [
  [/^(short[- ]range ballistic missile|crbm|close[- ]range ballistic missile)$/, 'SRBM'],
  [/^medium[- ]range ballistic missile$/, 'MRBM'],
  [/^intermediate[- ]range ballistic missile$/, 'IRBM'],
  [/^intercontinental ballistic missile$/, 'ICBM'],
  [/^submarine[- ]launched ballistic missile$/, 'SLBM'],
  [/^(space|satellite) launch vehicle$/, 'SLV'],
  [/^((land[- ]attack |anti[- ]ship )?cruise missile|lacm|ascm|slcm)$/, 'CM'],
  [/^(hypersonic( glide vehicle)?|hgv)$/, 'HGV'],
];

/** The areas that have an id of their own; others are kept as they were reported. */
export function landingIn(cell: Cell | undefined): Reading<string> {
  const words = wordsIn(cell);
  if (!words.said || words.value === null) return words;
  const text = words.value
    .toLowerCase()
    .replaceAll(/[^a-z]+/g, ' ')
    .trim();
  const id = landingNames.find(([pattern]) => pattern.test(text))?.[1];
  return { said: true, value: (id ?? words.value).slice(0, 120) };
}

const landingNames: [RegExp, string][] = [
  [/^(the )?(sea of japan|east sea)( (or )?(the )?(sea of japan|east sea))?$/, 'sea-of-japan'],
  [/^(the )?(yellow sea|west sea)( (or )?(the )?(yellow sea|west sea))?$/, 'yellow-sea'],
  [/^(the )?(north |northwest |western )?pacific( ocean)?$/, 'pacific-ocean'],
  [/^(north korea|dprk|land( north korea)?)$/, 'north-korea'],
];

/** A day, or as much of it as is given: `2024-4-22`, `4/22/2024`, `22 April 2024`, a date of the spreadsheet's, `1984-09`. */
export function dateIn(cell: Cell | undefined): Reading<string> | null {
  if (cell instanceof Date) return dayOf(cell);
  if (typeof cell === 'number') return serialDay(cell);
  const words = wordsIn(cell);
  if (!words.said || words.value === null) return words;
  const text = words.value
    .replace(/[T ]\d{1,2}:\d{2}.*$/, '')
    .replace(/^[a-z]+day,? /i, '')
    .trim();
  const [, year, month, day] = /^(\d{4})(?:[-/.](\d{1,2}))?(?:[-/.](\d{1,2}))?$/.exec(text) ?? [];
  if (year) return validDay(year, month, day);
  // American, as CNS is, unless the first number is no month.
  const [, first, second, last] = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(text) ?? [];
  if (first && second && last)
    return Number(first) > 12 ? validDay(last, second, first) : validDay(last, first, second);
  return namedDay(text);
}

function namedDay(text: string): Reading<string> | null {
  const [, dayFirst, monthAfter, yearLast] =
    /^(?:(\d{1,2})\s+)?([a-z]{3,9})\.?,?\s+(\d{4})$/i.exec(text) ?? [];
  const [, monthFirst, dayAfter, yearAfter] = /^([a-z]{3,9})\.?\s+(\d{1,2}),?\s+(\d{4})$/i.exec(text) ?? [];
  const name = (monthAfter ?? monthFirst ?? '').slice(0, 3).toLowerCase();
  const month = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'].indexOf(
    name,
  );
  const year = yearLast ?? yearAfter;
  return month < 0 || !year ? null : validDay(year, String(month + 1), dayFirst ?? dayAfter);
}

function validDay(year: string, month?: string, day?: string): Reading<string> | null {
  const text = [year, month, day]
    .filter((part) => part !== undefined)
    .map((part) => part.padStart(2, '0'))
    .join('-');
  const full = `${text}-01-01`.slice(0, 10);
  const date = new Date(`${full}T00:00:00Z`);
  const isDay = !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === full;
  return isDay && isInReach(date) ? { said: true, value: text } : null;
}

/** Days since 30 December 1899, as Excel counts them; a bare year is a year. */
function serialDay(serial: number): Reading<string> | null {
  if (Number.isInteger(serial) && serial >= 1940 && serial <= 2100)
    return { said: true, value: String(serial) };
  if (!(serial >= 1 && serial <= 80_000)) return null;
  return dayOf(new Date(Math.floor(serial - 25_569) * 86_400_000));
}

function dayOf(date: Date): Reading<string> | null {
  if (Number.isNaN(date.getTime()) || !isInReach(date)) return null;
  return { said: true, value: date.toISOString().slice(0, 10) };
}

const isInReach = (date: Date) => date.getUTCFullYear() >= 1900 && date.getUTCFullYear() < 2200;

/** A time of day as `HH:MM` or `HH:MM:SS`: also as a part of a day, or a date with a time. */
export function timeIn(cell: Cell | undefined): Reading<string> | null {
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? null : secondsAsTime(cell.getTime() / 1000);
  if (typeof cell === 'number')
    return !(cell >= 0 && cell <= 80_000) ? null : secondsAsTime((cell % 1) * 86_400);
  const words = wordsIn(cell);
  if (!words.said || words.value === null) return words;
  const [, hour, minute, second = '0', half] =
    /^(?:~|about |approx\.? )?(?:\d{4}-\d{1,2}-\d{1,2}[T ])?(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*([ap]\.?m\.?)?\s*(?:utc|gmt|z|\+00:?00)?$/i.exec(
      words.value,
    ) ?? [];
  if (!hour || Number(minute) > 59 || Number(second) > 59) return null;
  const hours = half ? (Number(hour) % 12) + (/^p/i.test(half) ? 12 : 0) : Number(hour);
  if (hours > 23 || (half && Number(hour) > 12)) return null;
  const reading = secondsAsTime(hours * 3600 + Number(minute) * 60 + Number(second));
  return /^\d/.test(words.value) ? reading : { ...reading, hedge: words.value };
}

/** A part of a day is no whole number of seconds: what is within one of a minute is that minute. */
function secondsAsTime(seconds: number): { said: true; value: string } {
  const whole = Math.round(seconds) % 86_400;
  const rest = ((whole % 60) + 60) % 60;
  const near = rest === 59 ? whole + 1 : rest === 1 ? whole - 1 : whole;
  const time = Temporal.PlainTime.from('00:00').add({ seconds: ((near % 86_400) + 86_400) % 86_400 });
  return { said: true, value: time.toString({ smallestUnit: time.second === 0 ? 'minute' : 'second' }) };
}

/** A count: `3`, `several` (at least one, in these words), `at least 2`, `2-4`. Null where it is none that can be. */
export function countIn(
  cell: Cell | undefined,
): { min: number; max: number | null; text: string | null } | null {
  if (typeof cell === 'number') return isCount(cell) ? { min: cell, max: cell, text: null } : null;
  const words = wordsIn(cell);
  if (!words.said || words.value === null) return { min: 1, max: null, text: 'not published' };
  const text = words.value;
  const number = numberIn(text);
  if (number !== null) return isCount(number) ? { min: number, max: number, text: null } : null;
  const [, low, high] = /^(\d{1,4})\s*(?:-|to|or)\s*(\d{1,4})$/.exec(text) ?? [];
  if (low && high) return isCount(Number(low)) ? { min: Number(low), max: Number(high), text: null } : null;
  const [, least] = /^(?:at least|≥|>=)\s*(\d{1,4})$/i.exec(text) ?? [];
  if (least) return isCount(Number(least)) ? { min: Number(least), max: null, text: null } : null;
  return { min: 1, max: null, text: text.slice(0, 60) };
}

const isCount = (number: number) => Number.isInteger(number) && number > 0 && number <= limits.missiles;
