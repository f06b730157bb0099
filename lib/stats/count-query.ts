import { z } from 'zod';
import type { EventFilter } from '@/lib/filter/schema';

export const periodLengths = ['year', 'quarter', 'month'] as const;
export type PeriodLength = (typeof periodLengths)[number];

export const countUnits = ['missiles', 'events'] as const;
export type CountUnit = (typeof countUnits)[number];

export const splits = ['class', 'outcome', 'country', 'system', 'none'] as const;
export type Split = (typeof splits)[number];

const oneOf = <T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(values, { error: (issue) => `"${String(issue.input)}" is none of ${values.join(', ')}` });

/** What a count takes besides the filter, as it stands in a URL. */
export const countOptions = z.object({
  by: oneOf(periodLengths).default('year'),
  split: oneOf(splits).default('class'),
  unit: oneOf(countUnits).default('missiles'),
});

export type CountQuery = { filter: EventFilter; by: PeriodLength; split: Split; unit: CountUnit };

/** One count: `period` is `2020`, `2020-Q2` or `2020-04`; `openEnded` says that it is a least number. */
export type CountRow = { period: string; key: string; count: number; openEnded: boolean };

/** Counts over time, those of 0 left out. `zone` names whose days are counted; `definition` says what is, in sentences. */
export type Counts = {
  version: number;
  unit: CountUnit;
  by: PeriodLength;
  split: Split;
  zone: string;
  definition: string;
  rows: CountRow[];
};
