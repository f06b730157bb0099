import { citationDates } from './citation-dates';
import { citedElsewhere } from './cited-elsewhere';
import { classesOfSystems } from './classes-of-systems';
import { clockSlips } from './clock-slips';
import type { Doubt, DoubtBasis, EnteredEvent } from './doubt';
import { figuresOffRecord } from './figures-off-record';
import { nearEvents } from './near-events';

/**
 * Everything that is doubtful about an entry, each doubt once. Of an entry that is not finished, what can be said of it.
 * @param basis the catalogue that it is held against; the event itself, where it is in there, is left aside
 * @param now what lies ahead of it has not happened yet
 */
export function doubtsOf(entered: EnteredEvent, basis: DoubtBasis, now: Date): Doubt[] {
  const doubts = [
    ...nearEvents(entered, basis),
    ...clockSlips(entered, basis, now),
    ...classesOfSystems(entered, basis),
    ...figuresOffRecord(entered, basis),
    ...citationDates(entered, basis, now),
    ...citedElsewhere(entered, basis),
  ];
  return [...new Map(doubts.toReversed().map((doubt) => [doubt.key, doubt])).values()].reverse();
}

/** What was in doubt, in one sentence that can stand without its links: as a decision keeps it. */
export function doubtInShort({ message, about = [] }: Doubt): string {
  return about.length === 0 ? message : `${message} ${about.map(({ title }) => title).join('; ')}.`;
}
