import type { ErrorCode, FieldError } from '@/lib/errors';

/** How an adoption ended. */
export type LedgerAnswer = {
  code: ErrorCode | null;
  message: string | null;
  errors: FieldError[];
  /** The figure whose adoption can be undone: `0.distanceKm`. */
  undo: string | null;
  /** The one that it made; 0 before there is one. */
  revision: number;
};

export type LedgerAction = (before: LedgerAnswer, data: FormData) => Promise<LedgerAnswer>;
