import { expect, it } from 'vitest';
import { z } from 'zod';
import { AppError } from '@/lib/errors';
import { parse } from '@/lib/parse';

it('says of each field the first thing that is wrong with it, and counts fields', () => {
  const day = z.iso.date('is no date').refine((value) => value >= '1900', 'is before 1900');
  const error = refusalOf(z.object({ from: day, to: day }), { from: '', to: '1800-01-01' });
  expect(error.message).toBe('2 fields need another look.');
  expect(error.errors).toEqual([
    { path: 'from', message: 'is no date' },
    { path: 'to', message: 'is before 1900' },
  ]);
});

function refusalOf(schema: z.ZodType, input: unknown): AppError {
  try {
    parse(schema, input);
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error('it was accepted');
}
