import { AppError } from '@/lib/errors';

/** What a person is told about an error: our own words, or the first line of somebody else's. Never a stack trace. */
export function plainWords(error: unknown): string {
  if (error instanceof AppError) return error.message;
  const message = error instanceof Error ? error.message || error.name : String(error);
  return message.trim().split('\n')[0] ?? 'Something failed without a word.';
}
