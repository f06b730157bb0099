import { zoneOf } from '@/lib/catalogue/event-form-input';
import { addDays, dayIn, daysBetween, firstDay, formatDate, lastDay } from '@/lib/format/dates';
import { plural } from '@/lib/format/numbers';
import { dateInUrl } from './date-in-url';
import type { Doubt, DoubtBasis, EnteredEvent, EnteredSource } from './doubt';
import { originalOf, pagesOf } from './same-page';

/** A report comes on the day of a launch or soon after it; later ones are mostly of another launch. */
const reportDays = 3;

/** Where it is still yesterday while most launches are made: an American report bears the date of the day before. */
const lastZone = 'America/Los_Angeles';

/** Whoever writes in the countries round the launches writes on their day. */
const easternHost = /\.(kr|kp|jp|cn|tw)$/i;

/**
 * Sources whose own date, in the address or as it was given, lies before the event or more than three days after it. A month
 * is doubtful only where all of its days are; so is an event of which the month alone is known. A launch whose time is known
 * may be on the day before in America, but not at an address of Korea, Japan or China.
 * Example: `…/AEN20200730003600325` (30 July) under 6 July 2020; `…/2017/06/07/…` under 8 June 2017.
 */
export function citationDates(entered: EnteredEvent, { choices }: DoubtBasis, now: Date): Doubt[] {
  const { localDate, salvos, sources, country } = entered;
  if (localDate === null) return [];
  const launches = salvos.flatMap(({ launchedAt }) => launchedAt ?? []);
  const fromDay = launches
    .filter((launch) => dayIn(zoneOf(country, choices), launch) === localDate)
    .map((launch) => dayIn(lastZone, launch))
    .concat(firstDay(localDate))
    .sort()[0] as string;
  const toDay = addDays(lastDay(localDate), reportDays);

  return sources.flatMap((source) => {
    const isEastern = easternHost.test(hostOf(source.url));
    return datesOf(source, now).flatMap(({ path, date, what }): Doubt[] => {
      const words = misfit(date, {
        fromDay: isEastern ? firstDay(localDate) : fromDay,
        toDay,
        localDate,
        isEastern,
      });
      if (!words) return [];
      return [
        {
          kind: 'citation-date',
          key: ['citation-date', pagesOf(source)[0] ?? '', date, localDate].join('|'),
          path,
          message: `${what} is of ${formatDate(date)}, ${words}.`,
        },
      ];
    });
  });
}

function hostOf(address: string): string {
  const original = originalOf(address);
  return URL.canParse(original) ? new URL(original).hostname : '';
}

/** The dates that a source bears: in its address, and as it was given. What both say is said once. */
export function datesOf(
  { path, url, publishedOn }: EnteredSource,
  now: Date,
): { path: string; date: string; what: string }[] {
  const inUrl = dateInUrl(url, addDays(now.toISOString().slice(0, 10), 1));
  return [
    ...(inUrl ? [{ path: `${path}url`, date: inUrl, what: 'By its address this report' }] : []),
    ...(publishedOn && publishedOn !== inUrl
      ? [{ path: `${path}publishedOn`, date: publishedOn, what: 'This report' }]
      : []),
  ];
}

function misfit(
  date: string,
  {
    fromDay,
    toDay,
    localDate,
    isEastern,
  }: { fromDay: string; toDay: string; localDate: string; isEastern: boolean },
): string | null {
  if (lastDay(date) < fromDay) {
    const days = daysBetween(lastDay(date), firstDay(localDate));
    return `${plural(days, 'day')} before the event${days === 1 && !isEastern ? '; an American report can be a day behind' : ''}`;
  }
  if (firstDay(date) > toDay)
    return `${plural(daysBetween(lastDay(localDate), firstDay(date)), 'day')} after the event`;
  return null;
}
