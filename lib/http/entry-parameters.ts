import { z } from 'zod';
import { classIds } from '@/lib/catalogue/vocabulary';
import { AppError } from '@/lib/errors';
import type { Standpoint } from '@/lib/filter/schema';
import { standpointFromUrl } from '@/lib/filter/url';
import { parse } from '@/lib/parse';
import { isStorable, notStorable } from '@/lib/storable-text';

const query = z.object({
  q: z.string().trim().max(200, 'is longer than 200 characters').refine(isStorable, notStorable),
  country: z.array(z.string().regex(/^[A-Z]{2}$/, 'is not a country code like KP')),
  class: z.array(
    z.enum(classIds, {
      error: (issue) => `"${String(issue.input)}" is no class. Use ${classIds.join(', ')}.`,
    }),
  ),
});

/** What a list of systems or sites can be narrowed by; `q` is looked for in every name, spelt however. */
export type EntryQuery = z.output<typeof query> & Pick<Standpoint, 'asKnownOn'>;

/** Lists as in the filter: `class=ICBM,SLBM` or `class=ICBM&class=SLBM`. @throws AppError `invalid` with the parameter as the path */
export function entryQueryFromUrl(params: URLSearchParams): EntryQuery {
  const list = (name: string) =>
    params
      .getAll(name)
      .flatMap((value) => value.split(','))
      .map((value) => value.trim())
      .filter(Boolean);
  try {
    const given = { q: params.get('q') ?? '', country: list('country'), class: list('class') };
    return { ...parse(query, given), asKnownOn: standpointFromUrl(params).asKnownOn };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const errors = error.errors.map(({ path, message }) => ({ path: path.replace(/\.\d+$/, ''), message }));
    throw new AppError(error.code, error.message, errors);
  }
}
