import { type EventsView, eventsHref } from '@/components/events/events-href';
import type { Narrowing } from '@/components/events/narrowed-by';
import type { EventFilter } from '@/lib/filter/schema';

type Named = { id: string; name: string; formerIds?: string[] }[];

/** The parts of a filter that the form of the table has no control for, in words. */
export function narrowings(
  filter: EventFilter,
  view: EventsView,
  { systems, sites }: { systems: Named; sites: Named },
): Narrowing[] {
  const names = (ids: readonly string[], list: Named) =>
    ids
      .map((id) => list.find((one) => one.id === id || one.formerIds?.includes(id))?.name ?? id)
      .join(' or ');
  const parts: [keyof EventFilter, string][] = [
    ['family', `Family: ${filter.family.join(' or ').replace('_', ' ')}`],
    ['system', `System: ${names(filter.system, systems)}`],
    ['site', `Site: ${names(filter.site, sites)}`],
    ['minRangeKm', `Distance of ${filter.minRangeKm} km or more`],
    ['maxRangeKm', `Distance of ${filter.maxRangeKm} km or less`],
    ['minApogeeKm', `Apogee of ${filter.minApogeeKm} km or more`],
    ['maxApogeeKm', `Apogee of ${filter.maxApogeeKm} km or less`],
  ];
  return parts.flatMap(([key, words]) => {
    const value = new URLSearchParams(view.filterQuery).get(key);
    if (value === null) return [];
    const without = new URLSearchParams(view.filterQuery);
    without.delete(key);
    return [
      { key, value, words, without: eventsHref({ ...view, filterQuery: without.toString(), page: 1 }) },
    ];
  });
}
