import type { EventFilter } from '@/lib/filter/schema';
import { filterToUrl } from '@/lib/filter/url';
import type { QualityField } from '@/lib/stats/quality-fields';

/** The address of this page with a filter. */
export function qualityHref(filter: EventFilter): string {
  return hrefOf('/quality', filter);
}

/**
 * The table of the very rounds that are counted: of one year, or of all, and those that lack `field`. Null where the filter
 * has no word for that: it can ask for an unknown class and an unknown outcome only.
 */
export function missingHref(
  filter: EventFilter,
  year: string | null,
  field: QualityField | null = null,
): string | null {
  const asked = field === null ? {} : lacking(filter, field);
  if (asked === null) return null;
  return hrefOf('/events', { ...filter, ...ofYear(filter, year), ...asked, status: counted(filter) });
}

function lacking(filter: EventFilter, field: QualityField): Partial<EventFilter> | null {
  if (field === 'class' && filter.class.length === 0) return { class: ['unknown'] };
  if (field === 'outcome' && filter.outcome.length === 0) return { outcome: ['unknown'] };
  return null;
}

/** The year, within the span that is asked for. */
function ofYear({ from = '', to = '9999' }: EventFilter, year: string | null): Partial<EventFilter> {
  if (year === null) return {};
  const [first, last] = [`${year}-01-01`, `${year}-12-31`];
  return { from: from > first ? from : first, to: to < last ? to : last };
}

const countedStatuses = ['preliminary', 'confirmed', 'disputed'] as const;
const counted = ({ status }: EventFilter) =>
  countedStatuses.filter((one) => status.length === 0 || status.includes(one));

function hrefOf(path: string, filter: EventFilter): string {
  // Commas need no escape in a query, and a link that a person reads is better without.
  const query = filterToUrl(filter).toString().replaceAll('%2C', ',');
  return query ? `${path}?${query}` : path;
}
