import type { FieldError } from '@/lib/errors';
import type { EventFilter } from '@/lib/filter/schema';
import { filterToUrl, readableFilter } from '@/lib/filter/url';
import { type CountUnit, countOptions, type PeriodLength } from './count-query';

/** What the dashboard shows: a filter, the length of its periods and the unit of its chart. */
export type DashboardQuery = { filter: EventFilter; by: PeriodLength; unit: CountUnit };

/**
 * The dashboard's query in a URL. A parameter that cannot be read is left out and reported, so that a link with a slip
 * in it still shows the rest.
 */
export function readDashboardQuery(params: URLSearchParams): {
  query: DashboardQuery;
  errors: FieldError[];
} {
  const readable = new URLSearchParams(params);
  const errors: FieldError[] = [];
  for (const key of ['by', 'unit'] as const) {
    const fault = countOptions.shape[key].safeParse(readable.get(key) || undefined).error;
    if (!fault) continue;
    errors.push({ path: key, message: fault.issues[0]?.message ?? 'cannot be read' });
    readable.delete(key);
  }
  const { by, unit } = countOptions.parse({
    by: readable.get('by') || undefined,
    unit: readable.get('unit') || undefined,
  });
  const { filter, errors: ofFilter } = readableFilter(readable);
  return { query: { filter, by, unit }, errors: [...errors, ...ofFilter] };
}

/** The query string of a dashboard, in a fixed order; what is usual is left out. */
export function dashboardUrl({ filter, by, unit }: DashboardQuery): string {
  const params = filterToUrl(filter);
  if (by !== 'year') params.set('by', by);
  if (unit !== 'missiles') params.set('unit', unit);
  // Commas need no escape in a query, and a link that a person reads is better without.
  const query = params.toString().replaceAll('%2C', ',');
  return query ? `/?${query}` : '/';
}
