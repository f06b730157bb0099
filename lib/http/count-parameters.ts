import { z } from 'zod';
import { parse } from '@/lib/parse';

const oneOf = <const T extends readonly [string, ...string[]]>(values: T, fallback: T[number]) =>
  z.preprocess(
    (value) => value || fallback,
    z.enum(values, { error: (issue) => `"${String(issue.input)}" is none of ${values.join(', ')}.` }),
  );

const query = z.object({
  by: oneOf(['year', 'quarter', 'month'], 'year'),
  split: oneOf(['class', 'outcome', 'country', 'system', 'none'], 'class'),
  unit: oneOf(['missiles', 'events'], 'missiles'),
});

/** The query parameters of a count that are not its filter. */
export const countParameters = ['by', 'split', 'unit'] as const;

/** What is counted, and how it is divided. @throws AppError `invalid` with the parameter as the path */
export function countsFromUrl(params: URLSearchParams): z.output<typeof query> {
  return parse(query, Object.fromEntries(countParameters.map((name) => [name, params.get(name)])));
}
