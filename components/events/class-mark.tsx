import type { ClassId } from '@/lib/catalogue/vocabulary';

const hatched = 'repeating-linear-gradient(45deg, var(--class-unknown) 0 2px, transparent 2px 4px)';

/** A class: its colour, and always its name beside it. */
export function ClassMark({ id }: { id: ClassId }) {
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      <span
        aria-hidden="true"
        className="inline-block size-2.5 shrink-0 outline-1 outline-line-strong -outline-offset-1"
        style={{ background: id === 'unknown' ? hatched : `var(--class-${id.toLowerCase()})` }}
      />
      {id === 'unknown' ? <Unknown /> : id}
    </span>
  );
}

/** What nobody has said. Never an empty cell, never 0. */
export function Unknown() {
  return <span className="text-muted">unknown</span>;
}

/** Words that may be "unknown", which is set in grey. */
export function Known({ words }: { words: string }) {
  return words === 'unknown' ? <Unknown /> : words;
}
