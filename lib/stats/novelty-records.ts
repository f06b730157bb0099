import { missileSumWords } from '@/lib/catalogue/event-sentences';
import { isOpenEnded } from '@/lib/catalogue/open-ended';
import { firstDay, formatLongDate, lastDay } from '@/lib/format/dates';
import { formatKm } from '@/lib/format/numbers';
import type { Earlier, NoveltyEvent } from './novelty-event';
import { fact, gapDays, latest, type NoveltyFact, newsworthy, sum } from './novelty-fact';

/** The longest distance and the highest apogee, on record or since. */
export function records(event: NoveltyEvent, earlier: Earlier): NoveltyFact[] {
  return [
    ...record(event, earlier, 'distanceKm', 'longest distance'),
    ...record(event, earlier, 'apogeeKm', 'highest apogee'),
  ];
}

function record(
  event: NoveltyEvent,
  earlier: Earlier,
  figure: 'distanceKm' | 'apogeeKm',
  superlative: string,
): NoveltyFact[] {
  const value = highest(event, figure);
  if (value === null) return [];
  const standing = standingOf(event, earlier, value, (other) => highest(other, figure));
  if (!standing) return [];
  const sentence = `${superlative} ${standing.words}, ${formatKm(value)}`;
  return [fact('record', { figure }, { ...standing.gap, n: value, sentence })];
}

function highest(event: NoveltyEvent, figure: 'distanceKm' | 'apogeeKm'): number | null {
  const values = event.salvos.map((salvo) => salvo[figure]).filter((value) => value !== null);
  return values.length > 0 ? Math.max(...values) : null;
}

/** The most missiles in one round, on record or since. */
export function largest(event: NoveltyEvent, earlier: Earlier): NoveltyFact[] {
  const count = sum(event.salvos.map((salvo) => salvo.countMin));
  if (count < newsworthy.largestMissiles) return [];
  const standing = standingOf(event, earlier, count, mostMissiles);
  if (!standing) return [];
  const missiles = missileSumWords(count, event.salvos.some(isOpenEnded));
  const sentence = `largest round ${standing.words}, ${missiles}`;
  return [fact('largest', {}, { ...standing.gap, n: count, sentence })];
}

/** As many as there can have been, as far as that is known. */
function mostMissiles(event: NoveltyEvent): number {
  return sum(event.salvos.map((salvo) => salvo.countMax ?? salvo.countMin));
}

/** Whether `value` is the highest on record, or since when: nothing where neither is news, or not certain. */
function standingOf(
  event: NoveltyEvent,
  { before, perhaps }: Earlier,
  value: number,
  valueIn: (other: NoveltyEvent) => number | null,
) {
  const reaches = (other: NoveltyEvent) => (valueIn(other) ?? Number.NEGATIVE_INFINITY) >= value;
  if (perhaps.some(reaches)) return null;
  const compared = before.filter((other) => valueIn(other) !== null);
  const previous = latest(compared.filter(reaches));
  if (!previous) return compared.length > 0 ? { words: 'on record', gap: {} } : null;
  const days = gapDays(previous, event);
  const between = compared.some((other) => firstDay(other.localDate) > lastDay(previous.localDate));
  if (days < newsworthy.sinceRecordDays || !between) return null;
  const since = previous.localDate;
  return { words: `since ${formatLongDate(since)}`, gap: { since, days } };
}
