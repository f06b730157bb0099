import { statusWords } from '@/lib/catalogue/event-sentences';
import type { Status } from '@/lib/catalogue/vocabulary';

const looks: Record<Status, string> = {
  draft: 'text-muted',
  preliminary: 'text-notice',
  confirmed: 'text-ink',
  disputed: 'font-medium text-notice',
  withdrawn: 'text-muted',
};

/** A status is a word first; the colour only repeats it. */
export function StatusWord({ status }: { status: Status }) {
  return <span className={looks[status]}>{statusWords[status].word}</span>;
}
