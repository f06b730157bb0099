import type { ClassId } from '@/lib/catalogue/vocabulary';

/** What a class is called in a legend, beside its letters. */
export const classWords: Record<ClassId, string> = {
  SRBM: 'short range',
  MRBM: 'medium range',
  IRBM: 'intermediate range',
  SLBM: 'submarine-launched',
  HGV: 'hypersonic glide',
  ICBM: 'intercontinental',
  SLV: 'space launch',
  CM: 'cruise',
  unknown: 'class unknown',
};

/** The letters of a class; unknown has none. */
export function classLetters(id: string): string {
  return id === 'unknown' ? 'Unknown' : id;
}

export function wordsOfClass(id: string): string {
  return id in classWords ? classWords[id as ClassId] : id;
}

/** The colour of a class, as a token of globals.css. */
export function classColour(id: string): string {
  return `var(--class-${id.toLowerCase()})`;
}
