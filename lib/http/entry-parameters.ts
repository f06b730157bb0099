import { z } from 'zod';
import { classIds } from '@/lib/catalogue/vocabulary';
import { parse } from '@/lib/parse';
import { isStorable, notStorable } from '@/lib/storable-text';

const query = z.object({
  q: z.string().trim().max(200, 'is longer than 200 characters').refine(isStorable, notStorable).default(''),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/, 'is not a country code like KP')
    .optional(),
  class: z
    .enum(classIds, {
      error: (issue) => `"${String(issue.input)}" is no class. Use ${classIds.join(', ')}.`,
    })
    .optional(),
});

/** What a list of systems or sites can be narrowed by; `q` is looked for in every name, spelt however. */
export type EntryQuery = z.output<typeof query>;

/** @throws AppError `invalid` with the parameter as the path */
export function entryQueryFromUrl(params: URLSearchParams): EntryQuery {
  const given = Object.fromEntries([...params].filter(([, value]) => value.trim() !== ''));
  return parse(query, given);
}
