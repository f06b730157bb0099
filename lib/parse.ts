import type { z } from 'zod';
import { AppError } from '@/lib/errors';

/**
 * Parse `input` by `schema`.
 * @throws AppError `invalid`, with one entry a field, when it does not fit.
 */
export function parse<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const errors = result.error.issues.map((issue) => ({
    path: issue.path.map(String).join('.'),
    message: issue.message,
  }));
  const count = errors.length === 1 ? '1 field needs' : `${errors.length} fields need`;
  throw new AppError('invalid', `${count} another look.`, errors);
}
