import { Notice } from '@/components/ui/notice';
import { formatUtc } from '@/lib/format/dates';

/** What reads and imports files is the worker: that it does not run has to be seen before anybody waits for it. */
export function WorkerNotice({ stoppedSince }: { stoppedSince: Date | 'never' | null }) {
  if (stoppedSince === null) return null;
  const since =
    stoppedSince === 'never'
      ? 'No worker has ever run'
      : `No worker has run since ${formatUtc(stoppedSince)}`;
  return (
    <Notice tone="problem" title={`Attention: ${since}.`}>
      Files wait until one runs again (npm start, or npm run worker).
    </Notice>
  );
}
