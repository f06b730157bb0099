import { missileSumWords } from '@/lib/catalogue/event-sentences';
import type { EventFilter } from '@/lib/filter/schema';
import { plural } from '@/lib/format/numbers';

type Props = {
  summary: { rounds: number; withdrawn: number; missiles: number; openEnded: boolean };
  filter: EventFilter;
};

/** How many: `201 rounds, at least 415 missiles.` Rounds and missiles are two counts, and each says which it is. */
export function EventsSummary({ summary, filter }: Props) {
  const { rounds, withdrawn, missiles, openEnded } = summary;
  const counted = missileSumWords(missiles, openEnded);
  return (
    <p>
      <strong className="font-semibold text-ink">
        {plural(rounds, 'round')}, {counted}
      </strong>
      {rounds > 0 && narrowsMissiles(filter)
        ? '. A round is listed if any of its salvos fits; only the missiles of those that fit are counted here.'
        : '.'}
      {withdrawn > 0
        ? ` ${plural(withdrawn, 'withdrawn round is', 'withdrawn rounds are')} listed, but not counted.`
        : null}
    </p>
  );
}

function narrowsMissiles(filter: EventFilter): boolean {
  const lists = [filter.class, filter.family, filter.system, filter.site, filter.outcome];
  const limits = [filter.minRangeKm, filter.maxRangeKm, filter.minApogeeKm, filter.maxApogeeKm];
  return lists.some((list) => list.length > 0) || limits.some((limit) => limit !== undefined);
}
