import { missileClass } from '@/lib/catalogue/classes';
import type { SalvoRecord } from '@/lib/catalogue/event-record';
import { db, Prisma } from '@/lib/db/client';
import type { EventFilter } from '@/lib/filter/schema';
import { livingIds } from '@/lib/filter/sql';

/** The filter by which salvos are marked as fitting: with the ids that those asked for were merged into. */
export async function withLivingIds(filter: EventFilter): Promise<EventFilter> {
  if (filter.system.length + filter.site.length === 0) return filter;
  const [row] = await db().$queryRaw<Partial<Record<'system' | 'site', string[] | null>>[]>(Prisma.sql`
    SELECT ${livingIds(Prisma.sql`'system'`, filter.system, filter)} AS system,
      ${livingIds(Prisma.sql`'site'`, filter.site, filter)} AS site`);
  return { ...filter, system: row?.system ?? [], site: row?.site ?? [] };
}

/**
 * Whether a salvo, of an event that a filter lets through, is one that fits: what `eventAndSalvoCondition` says in SQL.
 * @param filter as `withLivingIds` has it
 */
export function fitsFilter(salvo: SalvoRecord, filter: EventFilter): boolean {
  return (
    isOneOf(salvo.class, filter.class) &&
    isOneOf(missileClass(salvo.class).family, filter.family) &&
    isOneOf(salvo.system, filter.system) &&
    isOneOf(salvo.site, filter.site) &&
    isOneOf(salvo.outcome, filter.outcome) &&
    isWithin(salvo.distanceKm, filter.minRangeKm, filter.maxRangeKm) &&
    isWithin(salvo.apogeeKm, filter.minApogeeKm, filter.maxApogeeKm)
  );
}

function isOneOf(value: string | null, wanted: readonly string[]): boolean {
  return wanted.length === 0 || (value !== null && wanted.includes(value));
}

/** An unknown figure is within no limits. */
function isWithin(value: number | null, min: number | undefined, max: number | undefined): boolean {
  if (value === null) return min === undefined && max === undefined;
  return value >= (min ?? value) && value <= (max ?? value);
}
