import { plural } from '@/lib/format/numbers';
import { busiestMonth, nthOfYear, quiet } from './novelty-counts';
import { earlierThan, type NoveltyEvent } from './novelty-event';
import type { NoveltyFact } from './novelty-fact';
import { firsts, siteFirsts } from './novelty-firsts';
import { largest, records } from './novelty-records';

export type { NoveltyEvent } from './novelty-event';
export type { NoveltyFact } from './novelty-fact';

/**
 * What makes `event` news, in the order of its worth as news. Only the events of the same country that came before it
 * count, so the answer is what was true on the day, whatever happened later.
 *
 * Unknowns: every fact is about what is on record. An event of unknown class (or system, or site) neither counts as the
 * class nor stands in the way of a "first"; an unknown figure sets no record and breaks none; of an open-ended count
 * the part that is known is compared. A date known by month or year only is taken in every way that it can be meant:
 * what is not true in all of them is not said.
 * @param catalogue published events in any order; drafts and withdrawn ones are not in it. `event` may be
 */
export function noveltyOf(event: NoveltyEvent, catalogue: NoveltyEvent[]): NoveltyFact[] {
  const earlier = earlierThan(event, catalogue);
  return [
    ...firsts(event, earlier),
    ...records(event, earlier),
    ...largest(event, earlier),
    ...busiestMonth(event, earlier),
    ...nthOfYear(event, earlier),
    ...quiet(event, earlier),
    ...siteFirsts(event, earlier),
  ];
}

/** A fact as a reader sees it: "first cruise missile launch since 8 June 2017 (1,041 days)". */
export function sentenceWithDays({ kind, sentence, days }: NoveltyFact): string {
  return kind === 'first-since' && days !== null && days > 1
    ? `${sentence} (${plural(days, 'day')})`
    : sentence;
}

/** Whether there is more to say than which round of the year it is. */
export function isNews(facts: NoveltyFact[]): boolean {
  return facts.some((fact) => fact.kind !== 'nth-of-year');
}
