import { zoneOf } from '@/lib/catalogue/event-form-input';
import { localTimeWords } from '@/lib/catalogue/event-sentences';
import {
  addDays,
  dayIn,
  formatDate,
  formatTime,
  formatUtc,
  utcOffsetMinutes,
  zoneName,
} from '@/lib/format/dates';
import { datesOf } from './citation-dates';
import type { Doubt, DoubtBasis, EnteredEvent, EnteredSalvo } from './doubt';

/** Clocks of a country besides that of its reporting zone: North Korea's own was half an hour behind Seoul's, at UTC+8:30, from 15 August 2015 to 5 May 2018. */
const ownClocks: Record<string, string> = { KP: 'Asia/Pyongyang' };

/** Times of one launch differ by a few minutes from assessor to assessor. */
const roundedMinutes = 5;
const dayMinutes = 24 * 60;

/** One launch of the entry, with the clock that the country's tests are announced by. */
type Launch = { salvo: EnteredSalvo; at: Date; zone: string; entered: EnteredEvent; localDate: string };

/**
 * Launch times that fit the other clock. What is really mistyped, and what shows it:
 * - the date of one clock beside the time of the other: 14 April, 22:00Z on the 14th, which is the 15th in Korea (`otherDay`);
 * - the date in UTC taken for the local one: 13 April, 22:00 UTC, where every report is of the 14th (`dateOfUtc`);
 * - a time of one clock entered on the other: nine hours from what an assessor gives (`claimedTime`); or still to come, when
 *   a launch is recorded while it is news (`stillToCome`);
 * - from 15 August 2015 to 5 May 2018, Pyongyang's clock taken for Seoul's or for UTC: half an hour, or eight and a half.
 * A report from before the launch is the business of `citationDates`.
 */
export function clockSlips(entered: EnteredEvent, { choices }: DoubtBasis, now: Date): Doubt[] {
  const { localDate, salvos, country } = entered;
  if (localDate === null) return [];
  const zone = zoneOf(country, choices);
  return salvos.flatMap((salvo) => {
    if (!salvo.launchedAt) return [];
    const launch: Launch = { salvo, at: salvo.launchedAt, zone, entered, localDate };
    return [
      otherDay(launch),
      dateOfUtc(launch, now),
      ...claimedTimes(launch),
      stillToCome(launch, now),
    ].flatMap((doubt) => doubt ?? []);
  });
}

/** 14 April 2020 with 2020-04-14T22:00Z: 07:00 on the 15th in Korea. Either the date is UTC's, or the time is Korea's. */
function otherDay(launch: Launch): Doubt | null {
  const { at, zone, localDate, entered } = launch;
  if (dayIn(zone, at).startsWith(localDate)) return null;
  const own = ownClocks[entered.country];
  const fits = (clock: string) => dayIn(clock, at).startsWith(localDate);
  // Half an hour a day, the two clocks of Korea showed two dates: that of Pyongyang was the one in UTC.
  const why =
    own && fits(own)
      ? 'The date fits UTC, and Pyongyang’s own clock of that time (UTC+8:30).'
      : fits('UTC')
        ? `The date fits UTC only: it is the one in UTC, or the time is one of ${zoneName(zone)}.`
        : `The event is dated ${formatDate(localDate)}.`;
  return doubtAt(
    launch,
    'other-day',
    `${formatUtc(at)} is ${localTimeWords(at.toISOString(), zone)}. ${why}`,
  );
}

/**
 * 13 April 2020 with 22:00 UTC, so 07:00 in Korea on the 13th, and the first report is of the 14th: a launch in the morning is
 * reported that day, and 22:00 UTC on the 13th is 07:00 on the 14th. Where no source bears a date, the doubt is raised only
 * if the time was given in UTC.
 */
function dateOfUtc(launch: Launch, now: Date): Doubt | null {
  const { at, zone, localDate, salvo, entered } = launch;
  if (dayIn(zone, at) !== localDate || dayIn('UTC', at) >= localDate) return null;
  const days = [
    ...entered.sources.flatMap((source) => datesOf(source, now).map(({ date }) => date)),
    ...entered.claims.flatMap(({ statedOn }) => statedOn ?? []),
  ]
    .filter((date) => date.length === 10)
    .sort();
  const nextDay = addDays(localDate, 1);
  if (days.length === 0 ? !salvo.inUtc : days[0] !== nextDay) return null;
  const seen = days.length === 0 ? '' : `The first report is of ${formatDate(nextDay)}. `;
  return doubtAt(
    launch,
    'date-of-utc',
    `${seen}As entered, the launch was at ${formatUtc(at)}. If ${formatDate(localDate)} is the date in UTC, the local date is ${formatDate(nextDay)}.`,
  );
}

/** Entered as 16:00, where the ROK JCS gives 07:00: the nine hours between Korea and UTC, on whichever side of midnight. */
function claimedTimes(launch: Launch): Doubt[] {
  const { at, zone, entered } = launch;
  return entered.claims.flatMap(({ assessor, launchedAt }): Doubt[] => {
    if (!launchedAt || isOfAnother(launchedAt, entered)) return [];
    const minutes = onOneClock(at, launchedAt);
    const slip = slips(entered.country, zone, at).find(
      (one) => Math.abs(minutes - one.minutes) <= one.tolerance,
    );
    if (!slip) return [];
    const words = `${assessor || 'An assessor'} gives ${formatTime(launchedAt, zone)} ${zoneName(zone)}, ${formatTime(at, zone)} is entered: ${slip.words}.`;
    return [doubtAt(launch, `claimed ${minuteOf(launchedAt)}`, words)];
  });
}

/** Whether a salvo was launched when this claim says: then it speaks of that one. */
function isOfAnother(claimed: Date, { salvos }: EnteredEvent): boolean {
  return salvos.some(
    ({ launchedAt }) =>
      launchedAt && Math.abs(launchedAt.getTime() - claimed.getTime()) <= roundedMinutes * 60_000,
  );
}

/** How far apart two clock faces are, in minutes: 0 to 720. */
function onOneClock(one: Date, other: Date): number {
  const minutes = Math.round(Math.abs(one.getTime() - other.getTime()) / 60_000) % dayMinutes;
  return Math.min(minutes, dayMinutes - minutes);
}

function slips(country: string, zone: string, at: Date) {
  const offset = Math.abs(utcOffsetMinutes(zone, at));
  const own = ownClocks[country];
  const ofOwn = own ? Math.abs(utcOffsetMinutes(own, at)) : offset;
  const hours = (minutes: number) => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
  const name = zoneName(zone);
  return [
    {
      minutes: offset,
      tolerance: roundedMinutes,
      words: `${hours(offset)} hours, as between ${name} and UTC`,
    },
    ...(ofOwn === offset
      ? []
      : [
          {
            minutes: ofOwn,
            tolerance: roundedMinutes,
            words: `${hours(ofOwn)} hours, as between Pyongyang’s own clock of that time and UTC`,
          },
          {
            minutes: Math.abs(offset - ofOwn),
            tolerance: 0,
            words: `half an hour, as between ${name} and Pyongyang’s own clock of that time (UTC+8:30)`,
          },
        ]),
  ].filter(({ minutes }) => minutes > 0);
}

/** 07:00 in Korea entered as UTC at 08:00 in Korea: a launch that has not been yet. */
function stillToCome(launch: Launch, now: Date): Doubt | null {
  const { at, zone } = launch;
  if (at.getTime() <= now.getTime() + roundedMinutes * 60_000) return null;
  const earlier = new Date(at.getTime() - utcOffsetMinutes(zone, at) * 60_000);
  const meant =
    earlier <= now && earlier < at
      ? ` Were ${formatTime(at, 'UTC')} the time in ${zoneName(zone)}, it would have been.`
      : '';
  return doubtAt(
    launch,
    'still-to-come',
    `${localTimeWords(at.toISOString(), zone)} (${formatUtc(at)}) has not been yet.${meant}`,
  );
}

function doubtAt({ salvo, at, localDate }: Launch, rule: string, message: string): Doubt {
  return {
    kind: 'clock-slip',
    key: ['clock-slip', rule, localDate, minuteOf(at)].join('|'),
    path: `${salvo.path}launchTime`,
    message,
  };
}

const minuteOf = (instant: Date) => `${instant.toISOString().slice(0, 16)}Z`;
