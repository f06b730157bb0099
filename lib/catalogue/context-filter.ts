import { z } from 'zod';
import { AppError, type FieldError } from '@/lib/errors';
import { parse } from '@/lib/parse';
import { contextKinds } from './vocabulary';

/** Every query parameter of a list of context items. */
export const contextParameters = ['kind', 'country', 'from', 'to'] as const;

// PostgreSQL knows no year 0.
const day = z.iso
  .date('is not a date like 2020-04-14')
  .refine((value) => value >= '0001', 'is not a date like 2020-04-14');

/** Which context items are wanted; within a list values are alternatives. One of several days is in a span that it touches. */
export const contextFilter = z
  .object({
    kind: z
      .array(
        z.enum(contextKinds, {
          error: (issue) => `"${String(issue.input)}" is no kind. Use ${contextKinds.join(', ')}.`,
        }),
      )
      .default([]),
    country: z.array(z.string().regex(/^[A-Z]{2}$/, 'is not a country code like KP')).default([]),
    from: day.optional(),
    to: day.optional(),
  })
  .refine((filter) => !filter.from || !filter.to || filter.from <= filter.to, {
    path: ['to'],
    error: 'is before "from"',
  });

export type ContextFilter = z.output<typeof contextFilter>;

/** The filter in a query string: `kind=summit,statement&from=2018-01-01`. @throws AppError `invalid`, by parameter */
export function contextFilterFromUrl(params: URLSearchParams): ContextFilter {
  const list = (name: string) =>
    params
      .getAll(name)
      .flatMap((value) => value.split(','))
      .map((value) => value.trim())
      .filter(Boolean);
  try {
    return parse(contextFilter, {
      kind: list('kind'),
      country: list('country'),
      from: params.get('from')?.trim() || undefined,
      to: params.get('to')?.trim() || undefined,
    });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const errors = error.errors.map(({ path, message }) => ({ path: path.replace(/\.\d+$/, ''), message }));
    throw new AppError(error.code, error.message, errors);
  }
}

/** The filter without the parameters that cannot be understood; each of these is reported. */
export function readableContextFilter(params: URLSearchParams): {
  filter: ContextFilter;
  errors: FieldError[];
} {
  try {
    return { filter: contextFilterFromUrl(params), errors: [] };
  } catch (error) {
    if (!(error instanceof AppError) || error.errors.length === 0) throw error;
    const rest = new URLSearchParams(params);
    for (const { path } of error.errors) rest.delete(path);
    const errors = error.errors.map(({ path, message }) => ({
      path,
      // The message continues the value. What else there is stands in the form.
      message: message.replace(/^is /, `"${params.get(path)}" is `).replace(/ Use .*$/, ''),
    }));
    // Only once these are gone are the others seen against each other.
    const further = readableContextFilter(rest);
    return { filter: further.filter, errors: [...errors, ...further.errors] };
  }
}
