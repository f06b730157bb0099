import { daysBetween, firstDay, type LocalDate, lastDay } from '@/lib/format/dates';
import type { NoveltyEvent } from './novelty-event';

/**
 * A fact that makes an event news, as it was true on its day.
 * `since` is the date of the event before (as long as it is precise), `days` the whole days from it, at least where a
 * date is not exact; `n` the count or the figure that the fact is about (rounds, missiles, km).
 * `sentence` begins in lower case and has no full stop.
 */
export type NoveltyFact = {
  kind: 'first-since' | 'first-ever' | 'nth-of-year' | 'record' | 'quiet' | 'largest' | 'busiest';
  scope: Record<string, string>;
  since: LocalDate | null;
  days: number | null;
  n: number | null;
  sentence: string;
};

/** From where on it is news. Days of a gap; counts of missiles and rounds. */
export const newsworthy = {
  sinceClassDays: 180,
  sinceFamilyDays: 180,
  sinceSystemDays: 365,
  sinceSiteDays: 365,
  sinceRecordDays: 365,
  quietDays: 30,
  largestMissiles: 3,
  busiestRounds: 3,
};

/** The last of some events, by the last day that the date of each can mean. */
export function latest(events: NoveltyEvent[]): NoveltyEvent | undefined {
  const rank = ({ localDate }: NoveltyEvent) => `${lastDay(localDate)} ${localDate.length}`;
  return events.reduce<NoveltyEvent | undefined>(
    (best, next) => (best && rank(best) >= rank(next) ? best : next),
    undefined,
  );
}

/** Whole days between the two, at the least. */
export function gapDays(previous: NoveltyEvent, event: NoveltyEvent): number {
  return daysBetween(lastDay(previous.localDate), firstDay(event.localDate));
}

export function fact(
  kind: NoveltyFact['kind'],
  scope: NoveltyFact['scope'],
  rest: Partial<NoveltyFact> & { sentence: string },
): NoveltyFact {
  return { kind, scope, since: null, days: null, n: null, ...rest };
}

export const unique = <T>(values: T[]): T[] => [...new Set(values)];
export const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0);
