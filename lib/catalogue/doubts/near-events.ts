import { missilesWords, statusWords } from '@/lib/catalogue/event-sentences';
import { addDays, daysBetween, firstDay, lastDay, precisionOf } from '@/lib/format/dates';
import { plural } from '@/lib/format/numbers';
import type { Doubt, DoubtBasis, DoubtLink, EnteredEvent, EventOnRecord, Place } from './doubt';
import { kmBetween } from './km-between';

/** Dates this far apart may be one date, told of by two clocks, or the day of a launch and that of the report on it. */
const nearDays = 2;

/**
 * Places this far apart may be one place: positions are those of towns, and first reports name the town that they know.
 * Sunan and Samsok, either side of Pyongyang, are 24 km apart, Wonsan and the Hodo Peninsula 26.
 */
const nearKm = 50;

/**
 * Events of the same country that may be the one that is entered: at most two days away, from the same site, from one within
 * 50 km, or from a place that is not known, here or there. A date that is known by its month or year is all of its days.
 * Example: 14 April 2020, Munchon, against 14 April 2020, Wonsan area (17 km).
 */
export function nearEvents(entered: EnteredEvent, { byCountry, positions }: DoubtBasis): Doubt[] {
  const { slug, country, localDate } = entered;
  if (localDate === null) return [];
  const days = { firstDay: firstDay(localDate), lastDay: lastDay(localDate) };
  const [from, to] = [addDays(days.firstDay, -nearDays), addDays(days.lastDay, nearDays)];
  return (byCountry.get(country) ?? []).flatMap((event): Doubt[] => {
    // Every event is held against every other where all doubts are listed: dates are compared as text, and only near ones counted.
    if (event.lastDay < from || event.firstDay > to || event.slug === slug) return [];
    const gap = daysApart(event, days);
    const nearest = nearestPlaces(entered.salvos, event.places, positions);
    if (!nearest) return [];
    const isExact = precisionOf(localDate) === 'day' && event.firstDay === event.lastDay;
    const message = `An event is on record ${whenWords(gap, isExact)}, ${nearest.words}.`;
    return [
      {
        kind: 'near-event',
        key: ['near-event', event.slug, localDate, gap, nearest.key].join('|'),
        path: 'localDate',
        message: event.status === 'withdrawn' ? `${message} It is withdrawn.` : message,
        about: [linkTo(event)],
      },
    ];
  });
}

/** The event as a doubt speaks of it. A draft has no page but that of the desk. */
export function linkTo({ slug, title, status, missiles }: EventOnRecord): DoubtLink {
  return {
    title,
    href: status === 'draft' ? `/desk/events/${slug}` : `/events/${slug}`,
    words: `${missilesWords(missiles)}, ${statusWords[status].word}`,
  };
}

type Span = { firstDay: string; lastDay: string };

/** Days from the one span to the other: below 0 where the event was earlier, 0 where they have a day in common. */
function daysApart(event: Span, entered: Span): number {
  if (event.lastDay < entered.firstDay) return daysBetween(entered.firstDay, event.lastDay);
  if (event.firstDay > entered.lastDay) return daysBetween(entered.lastDay, event.firstDay);
  return 0;
}

function whenWords(gap: number, isExact: boolean): string {
  if (gap === 0) return isExact ? 'for the same day' : 'that may be of the same day';
  const days = `${plural(Math.abs(gap), 'day')} ${gap < 0 ? 'earlier' : 'later'}`;
  return isExact ? days : `that may be only ${days}`;
}

type Nearness = { rank: number; key: string; words: string };

/** The closest of all pairs of places; null where every one is too far. Nothing entered is a place that is not known. */
function nearestPlaces(
  entered: Place[],
  onRecord: Place[],
  positions: DoubtBasis['positions'],
): Nearness | null {
  const unknown: Place[] = [{ site: null, text: null }];
  const pairs = (entered.length > 0 ? entered : unknown).flatMap((here) =>
    onRecord.flatMap((there) => nearness(here, there, positions) ?? []),
  );
  return pairs.sort((a, b) => a.rank - b.rank || (a.key < b.key ? -1 : 1))[0] ?? null;
}

function nearness(here: Place, there: Place, positions: DoubtBasis['positions']): Nearness | null {
  if (here.site !== null && here.site === there.site)
    return { rank: 0, key: `at ${here.site}`, words: 'from the same site' };
  const [from, to] = [positions.get(here.site ?? ''), positions.get(there.site ?? '')];
  if (from && to) {
    const km = Math.round(kmBetween(from, to));
    const key = `${km} km, ${[here.site, there.site].sort().join(' ')}`;
    return km <= nearKm ? { rank: 1 + km, key, words: `from a site ${km} km away` } : null;
  }
  const [ours, theirs] = [isKnown(here), isKnown(there)];
  if (ours && theirs)
    return { rank: 1000, key: 'no position', words: 'and how far apart the two places are is not known' };
  const where = ours ? 'there' : theirs ? 'here' : 'here and there';
  return { rank: 1001, key: `unknown ${where}`, words: `and the place is not known ${where}` };
}

const isKnown = ({ site, text }: Place) => site !== null || text !== null;
