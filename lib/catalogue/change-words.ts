import type { FieldChange } from './event-diff';
import type { RevisionKind } from './revisions';

const kindWords: Record<RevisionKind, string> = {
  recorded: 'Recorded',
  edited: 'Edited',
  published: 'Published again',
  corrected: 'Corrected',
  withdrawn: 'Withdrawn',
  reinstated: 'Reinstated',
  recalled: 'Recalled',
  submitted: 'Submitted',
  returned: 'Returned',
};

/** What a change of a public event was, in a word. @param isFirst whether nobody had seen the event before */
export function changeKindWords(kind: RevisionKind, isFirst = false): string {
  return isFirst ? kindWords.recorded : kindWords[kind];
}

/** One difference, ready to be read: what it was and became, or what came or went as a whole. */
export type ChangeInWords =
  | { label: string; was: string; became: string }
  | { label: string; added: string }
  | { label: string; removed: string };

/** A difference in words, with a word for what there was not. */
export function changeInWords({ path, label, before, after }: FieldChange): ChangeInWords {
  const nothing = wordForNothing(path);
  if (/^\w+\.\d+$/.test(path)) {
    if (before === null) return { label, added: after ?? nothing };
    if (after === null) return { label, removed: before };
  }
  return { label, was: before ?? nothing, became: after ?? nothing };
}

/** `Distance: 150 km → 200 km`, on one line. */
export function changeLine(change: FieldChange): string {
  const words = changeInWords(change);
  if ('added' in words) return `${words.label}, added: ${words.added}`;
  if ('removed' in words) return `${words.label}, removed: ${words.removed}`;
  return `${words.label}: ${words.was} → ${words.became}`;
}

function wordForNothing(path: string): string {
  if (path.includes('.sources.')) return 'no claim';
  if (path.startsWith('salvos.')) return 'unknown';
  return path.includes('.figures.') ? 'not said' : 'none';
}
