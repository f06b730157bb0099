import { db, Prisma } from '@/lib/db/client';
import type { EventFilter, Standpoint } from '@/lib/filter/schema';
import { tablesOf } from '@/lib/filter/sql';
import { dayIn } from '@/lib/format/dates';

const { sql, join } = Prisma;

/**
 * The zones in whose days a filter's events are dated: those of the countries that it names, or else of every country
 * with an event on record. Sorted; several countries may share one. Empty only where there is nothing on record.
 */
export async function reportingZones(filter: EventFilter): Promise<string[]> {
  const which = filter.country.length
    ? sql`c.id IN (${join(filter.country)})`
    : sql`EXISTS (SELECT 1 FROM ${tablesOf(filter).events} e WHERE e.country_id = c.id AND e.status <> 'draft')`;
  const rows = await db().$queryRaw<{ zone: string }[]>(
    sql`SELECT DISTINCT c.time_zone AS zone FROM countries c WHERE ${which}`,
  );
  return rows.map(({ zone }) => zone).sort();
}

/**
 * The day that "today" is for a filter: the one of which it asks what was known, or else the present one, on the calendar of
 * its one zone, or of UTC where there is none or are several.
 */
export function todayOf({ asKnownOn }: Standpoint, zones: string[], now: Date): string {
  const today = dayIn(zones.length === 1 ? (zones[0] ?? 'UTC') : 'UTC', now);
  return asKnownOn && asKnownOn < today ? asKnownOn : today;
}
