import type { ErrorCode, FieldError } from '@/lib/errors';

/** How an adoption ended. */
export type LedgerAnswer = {
  code: ErrorCode | null;
  message: string | null;
  errors: FieldError[];
  /** The adoption that can be undone, with the revision that it made: `0.distanceKm.5`. */
  undo: string | null;
  /** The one that it made; 0 before there is one. */
  revision: number;
};

export type LedgerAction = (before: LedgerAnswer, data: FormData) => Promise<LedgerAnswer>;
