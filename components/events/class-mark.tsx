import { ClassSwatch } from '@/components/charts/class-swatch';
import type { ClassId } from '@/lib/catalogue/vocabulary';

/** A class: its colour, and always its name beside it. */
export function ClassMark({ id }: { id: ClassId }) {
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
      <ClassSwatch id={id} />
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
