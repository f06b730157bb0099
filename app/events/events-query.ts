import { newestFirst, type Sort, sortKeys } from '@/lib/catalogue/queries';
import type { FieldError } from '@/lib/errors';
import type { EventFilter } from '@/lib/filter/schema';
import { readableFilter } from '@/lib/filter/url';
import { readPage } from '@/lib/parse-page';

/** What the address of the table asks for. `errors` name what was not understood, and was left out. */
export type EventsQuery = { filter: EventFilter; sort: Sort; page: number; errors: FieldError[] };

/**
 * Read the table's address: the filter, `sort=-localDate`, `page=2` (from 1). What cannot be understood is
 * left out and told of at its field, so that a mistyped link still shows something.
 */
export function eventsQuery(params: URLSearchParams): EventsQuery {
  const { filter, errors } = readableFilter(params);
  const sort = readSort(params.get('sort'));
  const page = readPage(params.get('page'));
  return {
    filter,
    sort: sort ?? newestFirst,
    page: page ?? 1,
    errors: [
      ...errors,
      ...(sort ? [] : [{ path: 'sort', message: `The list cannot be sorted by "${params.get('sort')}".` }]),
      ...(page ? [] : [{ path: 'page', message: `There is no page "${params.get('page')}".` }]),
    ],
  };
}

function readSort(text: string | null): Sort | null {
  if (!text) return newestFirst;
  const key = sortKeys.find((name) => name === text.replace(/^-/, ''));
  return key ? { key, descending: text.startsWith('-') } : null;
}
