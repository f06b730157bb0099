import { type EventFilter, everything } from '@/lib/filter/schema';
import { filterToUrl } from '@/lib/filter/url';

/** The way to alerts about what a page shows: what /subscribe has controls for, country and class, goes along. */
export function subscribeUrl(filter: EventFilter): string {
  const asked = filterToUrl({ ...everything, country: filter.country, class: filter.class });
  const query = asked.toString().replaceAll('%2C', ',');
  return query ? `/subscribe?${query}` : '/subscribe';
}
