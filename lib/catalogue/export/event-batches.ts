import type { EventRecord } from '@/lib/catalogue/event-record';
import { type FoundEvent, orderBy, readFound, type Sort } from '@/lib/catalogue/queries';
import { db, Prisma } from '@/lib/db/client';
import type { EventFilter, Standpoint } from '@/lib/filter/schema';
import { eventCondition, isPresent, tablesOf } from '@/lib/filter/sql';

const { sql } = Prisma;

/** How much of a list: `limit` null is all of it. */
export type Stretch = { sort: Sort; limit: number | null; offset: number };

/**
 * The events that a filter lets through, as they are read: which they are is settled at the beginning, what they say batch by
 * batch, so that a long list is never held as a whole. One that is corrected meanwhile may be in it as corrected.
 */
export async function* eventBatches(
  filter: EventFilter,
  { sort, limit, offset }: Stretch,
  size = 500,
): AsyncGenerator<EventRecord[]> {
  const rows = await db().$queryRaw<{ id: number }[]>(sql`
    SELECT e.id FROM ${tablesOf(filter).events} e WHERE ${eventCondition(filter)}
    ORDER BY ${orderBy(sort, filter)} LIMIT ${limit}::int OFFSET ${offset}::int`);
  for (let from = 0; from < rows.length; from += size) {
    const ids = rows.slice(from, from + size).map(({ id }) => id);
    yield await readFound(await findByIds(ids, filter), filter);
  }
}

async function findByIds(ids: number[], standpoint: Standpoint): Promise<FoundEvent[]> {
  if (isPresent(standpoint)) return ids.map((id) => ({ id }));
  const rows = await db().$queryRaw<{ id: number; snapshot: unknown }[]>(
    sql`SELECT e.id, e.snapshot FROM ${tablesOf(standpoint).events} e WHERE e.id = ANY(${ids}::int[])`,
  );
  const snapshots = new Map(rows.map(({ id, snapshot }) => [id, snapshot]));
  return ids.flatMap((id) => (snapshots.has(id) ? { snapshot: snapshots.get(id) } : []));
}
