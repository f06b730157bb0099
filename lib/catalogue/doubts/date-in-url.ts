import { isDay } from '@/lib/format/dates';
import { isArchived, originalOf } from './same-page';

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** A way to write a date, and how to read it: year, month and, where there is one, day. */
type Form = [pattern: RegExp, read: (parts: string[]) => string];
const number = (text = '') => text.padStart(2, '0');
const month = (name = '') => number(String(months.indexOf(name.slice(0, 3).toLowerCase()) + 1));

/** The surest form first. A run of digits that goes on is read only where it cannot be a mere number (see below). */
const forms: Form[] = [
  // /2020/04/14/, /2020/4/14; the 5 of /2024/01/5-things-to-know is no day
  [/\/(\d{4})\/(\d{1,2})\/(\d{1,2})(?=[/.?]|$)/g, ([y, m, d]) => `${y}-${number(m)}-${number(d)}`],
  // /2020/apr/14/
  [
    /\/(\d{4})\/(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\/(\d{1,2})(?=[/.?]|$)/gi,
    ([y, m, d]) => `${y}-${month(m)}-${number(d)}`,
  ],
  // 2020-04-14, 2020_04_14, 2020.04.14
  [/(?<!\d)(\d{4})([-_.])(\d{2})\2(\d{2})(?!\d)/g, ([y, , m, d]) => `${y}-${m}-${d}`],
  // 22-Aug-2023
  [
    /(?<![\da-z])(\d{1,2})-(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*-(\d{4})(?!\d)/gi,
    ([d, m, y]) => `${y}-${month(m)}-${number(d)}`,
  ],
  // idUSKBN0UK0G420160106: Reuters, whose own mark may end in a digit
  [/id[A-Z]{2}[A-Z0-9]{9}(\d{4})(\d{2})(\d{2})(?![A-Z0-9])/g, ([y, m, d]) => `${y}-${m}-${d}`],
  // 20200414 by itself, or AEN20200414006452325: eight digits and no more, or four and more behind them. Numbers of nine
  // to eleven digits are ids that count up, and moments in seconds since 1970.
  [/(?<!\d)(\d{4})(\d{2})(\d{2})(?:\d{4,})?(?!\d)/g, ([y, m, d]) => `${y}-${m}-${d}`],
  // /2024/01/ by itself: a month
  [/\/(\d{4})[/-](\d{2})(?=\/|$)(?!\/\d{1,2}(?:[/.?]|$))/g, ([y, m]) => `${y}-${m}`],
];

/**
 * The day, or the month, that an address names: `https://en.yna.co.kr/view/AEN20200414006452325` → `2020-04-14`,
 * `/2024/01/` → `2024-01`. Of an archived copy, that of the page it was made of, and never the day it was made. Null where there is none, where numbers
 * are no date of the calendar from 1945 to `latest`, and where two days contradict each other.
 * @param latest the last day that can have been: a page is not of the future
 */
export function dateInUrl(address: string, latest: string): string | null {
  const original = originalOf(address.trim());
  if (!URL.canParse(original) || isArchived(original)) return null;
  const url = new URL(original);
  const text = url.pathname + url.search;
  for (const [pattern, read] of forms) {
    const dates = [...text.matchAll(pattern)]
      .map((match) => read(match.slice(1)))
      .filter((date) => isDay(`${date}-01`.slice(0, 10)) && date >= '1945' && date <= latest);
    const [first] = dates;
    if (first !== undefined) return dates.every((date) => date === first) ? first : null;
  }
  return null;
}
