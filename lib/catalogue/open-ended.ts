import type { SalvoRecord } from './event-record';

/**
 * Whether a salvo may have been of more missiles than its least count: where no upper limit was reported, and where one
 * above it was. A sum with such a salvo in it is a lower bound, and says "≥" or "at least".
 */
export function isOpenEnded({ countMin, countMax }: Pick<SalvoRecord, 'countMin' | 'countMax'>): boolean {
  return countMax !== countMin;
}
