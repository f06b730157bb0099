import { db, Prisma, type Tx } from '@/lib/db/client';
import type { EntryKind } from './vocabulary';

const { sql } = Prisma;

/**
 * Keep an id that is given up: filters, links and bodies with it still find what its entry was merged into
 * (`living_ids` in SQL). Subscriptions that name it name the other from now on.
 */
export async function leadOn(tx: Tx, kind: EntryKind, from: string, into: string, now: Date): Promise<void> {
  // An id that an entry goes by again leads to nothing else.
  await tx.mergedEntry.deleteMany({ where: { kind, oldId: { in: [from, into] } } });
  await tx.mergedEntry.create({ data: { kind, oldId: from, intoId: into, mergedAt: now } });
  if (kind === 'system' || kind === 'site') await moveSubscriptions(tx, kind, from, into);
}

/**
 * @param until as of which moment; left out: now
 * @returns the ids that an entry had before others were merged into it, those of longer ago included
 */
export async function readFormerIds(
  tx: Tx,
  until?: Date,
): Promise<(kind: EntryKind | undefined, id: string) => string[]> {
  const rows = await tx.mergedEntry.findMany({
    ...(until ? { where: { mergedAt: { lt: until } } } : {}),
    orderBy: { oldId: 'asc' },
  });
  const formerIds = (kind: EntryKind | undefined, id: string): string[] =>
    rows
      .filter((row) => row.kind === kind && row.intoId === id)
      .flatMap(({ oldId }) => [oldId, ...formerIds(kind, oldId)]);
  return formerIds;
}

/** The ids that entries go by now: those given, or what theirs were merged into, each once. */
export async function readLivingIds(kind: EntryKind, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const rows = await db().mergedEntry.findMany({ where: { kind } });
  const into = new Map(rows.map(({ oldId, intoId }) => [oldId, intoId]));
  const living = (id: string): string => {
    const next = into.get(id);
    return next === undefined ? id : living(next);
  };
  return [...new Set(ids.map(living))];
}

/** How many subscriptions that are not ended have an entry in their filter. */
export async function countSubscriptionsNaming(tx: Tx, kind: EntryKind, id: string): Promise<number> {
  if (kind !== 'system' && kind !== 'site') return 0;
  const column = { system: 'systems', site: 'sites' }[kind];
  return tx.subscription.count({ where: { [column]: { has: id }, endedAt: null } });
}

/** Both where the filter is kept whole, and in the column that alerts are matched by. */
async function moveSubscriptions(tx: Tx, kind: 'system' | 'site', from: string, into: string) {
  const column = Prisma.raw({ system: 'systems', site: 'sites' }[kind]);
  const moved = sql`CASE one WHEN ${from} THEN ${into} ELSE one END`;
  await tx.$executeRaw(sql`
    UPDATE subscriptions SET
      ${column} = ARRAY(SELECT DISTINCT ${moved} FROM unnest(${column}) AS named (one) ORDER BY 1),
      filter = CASE WHEN filter ? ${kind} THEN jsonb_set(filter, ARRAY[${kind}], (
        SELECT coalesce(jsonb_agg(DISTINCT ${moved}), '[]') FROM jsonb_array_elements_text(filter->${kind}) AS named (one)))
        ELSE filter END
    WHERE ${from} = ANY (${column}) OR filter @> jsonb_build_object(${kind}::text, jsonb_build_array(${from}::text))`);
}
