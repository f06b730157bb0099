import { formatLongDate } from '@/lib/format/dates';
import { formatKm } from '@/lib/format/numbers';
import type { EventFilter } from './schema';

type Named = { id: string; name: string }[];

/** What ids are called; an id that is not among them stands for itself. */
export type FilterNames = { countries: Named; systems: Named; sites: Named };

/**
 * All that a filter asks for, in words: `Country: North Korea; class: ICBM or SLBM; from 1 January 2017.` Without what
 * standpoint it is read from, which `standpointSentence` says.
 */
export function filterInFull(filter: EventFilter, { countries, systems, sites }: FilterNames): string {
  const { from, to, minRangeKm, maxRangeKm, minApogeeKm, maxApogeeKm, q } = filter;
  const parts = [
    list('country', named(filter.country, countries)),
    list('class', filter.class),
    list('family', filter.family).replaceAll('_', ' '),
    list('system', named(filter.system, systems)),
    list('site', named(filter.site, sites)),
    list('outcome', filter.outcome),
    list('status', filter.status),
    from ? `from ${formatLongDate(from)}` : '',
    to ? `to ${formatLongDate(to)}` : '',
    minRangeKm === undefined ? '' : `distance of ${formatKm(minRangeKm)} or more`,
    maxRangeKm === undefined ? '' : `distance of ${formatKm(maxRangeKm)} or less`,
    minApogeeKm === undefined ? '' : `apogee of ${formatKm(minApogeeKm)} or more`,
    maxApogeeKm === undefined ? '' : `apogee of ${formatKm(maxApogeeKm)} or less`,
    q ? `with the words “${q}”` : '',
  ].filter(Boolean);
  const words = parts.join('; ') || 'everything in the catalogue';
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}

function named(ids: readonly string[], names: Named): string[] {
  return ids.map((id) => names.find((one) => one.id === id)?.name ?? id);
}

function list(label: string, values: readonly string[]): string {
  return values.length > 0 ? `${label}: ${values.join(' or ')}` : '';
}
