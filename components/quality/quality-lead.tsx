import { formatShare, plural } from '@/lib/format/numbers';
import type { Quality } from '@/lib/stats/quality';
import { qualityFields, qualityWords } from '@/lib/stats/quality-fields';

/** The answer first: what is missing most often, and what waits to be settled. */
export function QualityLead({ all, disputed, preliminary, unconfirmed }: Quality) {
  const most = qualityFields.toSorted((a, b) => all.missing[b] - all.missing[a])[0] ?? 'class';
  const missing = all.missing[most];
  const waiting = [
    plural(disputed.total, 'round is', 'rounds are').concat(' disputed'),
    `${preliminary.total} preliminary`,
    plural(unconfirmed.total, 'source has', 'sources have').concat(' not been read in full'),
  ];
  return (
    <>
      <p>
        {missing === 0
          ? `Nothing is missing in ${plural(all.rounds, 'round')}.`
          : `Most often missing is ${qualityWords[most].phrase}: it is not known in ${missing} of ${plural(all.rounds, 'round')}, ${formatShare(missing / all.rounds)}.`}{' '}
        {`${waiting.slice(0, 2).join(', ')}; ${waiting[2]}.`}
      </p>
      <p className="mt-2 text-base">What nobody has published is unknown. No estimate takes its place.</p>
    </>
  );
}
