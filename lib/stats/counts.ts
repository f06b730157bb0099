import { AppError } from '@/lib/errors';
import type { EventFilter } from '@/lib/filter/schema';

export const periods = ['year', 'quarter', 'month'] as const;
export const splits = ['class', 'outcome', 'country', 'system', 'none'] as const;
export const units = ['missiles', 'events'] as const;

export type CountQuery = {
  filter: EventFilter;
  by: (typeof periods)[number];
  split: (typeof splits)[number];
  unit: (typeof units)[number];
};

export type Counts = {
  version: number;
  unit: CountQuery['unit'];
  by: CountQuery['by'];
  split: CountQuery['split'];
  zone: string;
  definition: string;
  rows: { period: string; key: string; count: number; openEnded: boolean }[];
};

/** A place holder. */
export async function countTests(_query: CountQuery): Promise<Counts> {
  throw new AppError('unavailable', 'Not counted yet.');
}
