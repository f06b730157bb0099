import { changeKindWords } from '@/lib/catalogue/change-words';
import type { HistoryEntry } from '@/lib/catalogue/history';
import { formatUtc } from '@/lib/format/dates';

type Props = Pick<HistoryEntry, 'kind' | 'actor' | 'reason' | 'createdAt'> & {
  /** Whether nobody had seen the event before. */
  isFirst?: boolean;
};

/** What a change was, by whom, when, and why. */
export function ChangeLine({ kind, actor, reason, createdAt, isFirst = false }: Props) {
  return (
    <>
      <p className="text-sm">
        <strong className="font-semibold">{changeKindWords(kind, isFirst)}</strong>{' '}
        <span className="text-muted">
          on <time dateTime={createdAt}>{formatUtc(new Date(createdAt))}</time> by {actor}
        </span>
      </p>
      <p className="mt-1 max-w-3xl font-reading leading-relaxed [overflow-wrap:anywhere]">{reason}</p>
    </>
  );
}
