import { ordinal, plural } from '@/lib/format/numbers';
import type { Earlier, NoveltyEvent } from './novelty-event';
import { fact, gapDays, latest, type NoveltyFact, newsworthy, unique } from './novelty-fact';

/** Which round of the calendar year it is, by the country's own days. */
export function nthOfYear(event: NoveltyEvent, { before, perhaps }: Earlier): NoveltyFact[] {
  const year = event.localDate.slice(0, 4);
  const ofYear = (other: NoveltyEvent) => other.localDate.startsWith(year);
  if (perhaps.some(ofYear)) return [];
  const n = before.filter(ofYear).length + 1;
  const scope = { country: event.country, year };
  return [fact('nth-of-year', scope, { n, sentence: `${ordinal(n)} round of ${year}` })];
}

/** How long there was no test before it. */
export function quiet(event: NoveltyEvent, { before, perhaps }: Earlier): NoveltyFact[] {
  const previous = latest(before);
  if (!previous || perhaps.length > 0) return [];
  const days = gapDays(previous, event);
  if (days < newsworthy.quietDays) return [];
  const exact = previous.localDate.length === 10 && event.localDate.length === 10;
  const sentence = `after ${exact ? '' : 'at least '}${plural(days, 'day')} without a test`;
  return [fact('quiet', { country: event.country }, { since: previous.localDate, days, sentence })];
}

/** Whether its month has, with it, more rounds than any before. */
export function busiestMonth(event: NoveltyEvent, { before, perhaps }: Earlier): NoveltyFact[] {
  const month = event.localDate.slice(0, 7);
  const monthsBefore = unique(before.map((other) => other.localDate.slice(0, 7))).filter((at) => at < month);
  const n = before.filter((other) => other.localDate.startsWith(month)).length + 1;
  // One that is known by year only may belong to any month of that year.
  const most = (at: string) =>
    before.filter((other) => other.localDate.startsWith(at) || other.localDate === at.slice(0, 4)).length;
  const certain = month.length === 7 && perhaps.length === 0;
  if (!certain || n < newsworthy.busiestRounds || monthsBefore.length === 0) return [];
  if (monthsBefore.some((at) => most(at) >= n)) return [];
  const sentence = `busiest month on record, ${plural(n, 'round')}`;
  return [fact('busiest', { country: event.country, month }, { n, sentence })];
}
