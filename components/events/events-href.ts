import type { ExportFormat } from '@/lib/catalogue/export/formats';

/** A column of the table that the server sorts by, and which way. */
export type Sort = { key: string; descending: boolean };

/** What stands in the address of the table. `filterQuery` is `filterToUrl(filter)` as text. */
export type EventsView = { filterQuery: string; sort: Sort; page: number };

/** `-localDate`: newest first, what the table shows unless it is told otherwise. */
export const defaultSort = '-localDate';

export function sortParam({ key, descending }: Sort): string {
  return `${descending ? '-' : ''}${key}`;
}

/** The address of a view: one view, one address, so the defaults are left out. */
export function eventsHref({ filterQuery, sort, page }: EventsView): string {
  const params = new URLSearchParams(filterQuery);
  if (sortParam(sort) !== defaultSort) params.set('sort', sortParam(sort));
  if (page > 1) params.set('page', String(page));
  const query = params.toString().replaceAll('%2C', ',');
  return query ? `/events?${query}` : '/events';
}

/** The address of the whole list as a file. */
export function downloadHref(filterQuery: string, format: ExportFormat, sort: string = defaultSort): string {
  const params = new URLSearchParams(filterQuery);
  if (sort !== defaultSort) params.set('sort', sort);
  params.set('format', format);
  // A page of the list is JSON as well.
  if (format === 'json') params.set('limit', 'all');
  return `/api/v1/events?${params.toString().replaceAll('%2C', ',')}`;
}
