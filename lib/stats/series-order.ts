import type { ClassId } from '@/lib/catalogue/vocabulary';

/** The classes in the order in which they are stacked, listed and tabled: the ballistic ones along their ramp. */
export const seriesOrder: readonly ClassId[] = [
  'SRBM',
  'MRBM',
  'IRBM',
  'SLBM',
  'HGV',
  'ICBM',
  'SLV',
  'CM',
  'unknown',
];
