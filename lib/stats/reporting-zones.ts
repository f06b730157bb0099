import { db } from '@/lib/db/client';
import type { EventFilter } from '@/lib/filter/schema';
import { dayIn } from '@/lib/format/dates';

/**
 * The zones in whose days a filter's events are dated: those of the countries that it names, or else of every country
 * with an event on record. Sorted; several countries may share one. Empty only where there is nothing on record.
 */
export async function reportingZones(filter: EventFilter): Promise<string[]> {
  const countries = await db().country.findMany({
    where: filter.country.length
      ? { id: { in: filter.country } }
      : { events: { some: { status: { not: 'draft' } } } },
    select: { timeZone: true },
  });
  return [...new Set(countries.map((country) => country.timeZone))].sort();
}

/** The day that "today" is for a filter: on the calendar of its one zone, or of UTC where there is none or are several. */
export function todayIn(zones: string[], now: Date): string {
  return dayIn(zones.length === 1 ? (zones[0] ?? 'UTC') : 'UTC', now);
}
