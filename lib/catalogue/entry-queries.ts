import { db, Prisma } from '@/lib/db/client';
import type { Standpoint } from '@/lib/filter/schema';
import { tablesOf } from '@/lib/filter/sql';
import { entriesThen, momentAfter } from './entries-then';
import { refuseMerger } from './entry-merger';
import type { Entry, NamedKind } from './entry-schema';
import { type EntryTable, entryTables } from './entry-tables';
import { countSubscriptionsNaming, readFormerIds } from './merged-entries';
import { isInName } from './names';
import type { ClassId } from './vocabulary';

const { sql } = Prisma;

/** How many events name an entry: public ones, withdrawn ones among them, and drafts. */
export type Use = { events: number; drafts: number };

/** An entry with its use, and the ids of what was merged into it. */
export type UsedEntry<K extends NamedKind = NamedKind> = Entry<K> & Use & { formerIds: string[] };

/**
 * The entries of a kind, by name.
 * @param q what has to stand in the id, the name or an alias, spelt however; empty for all
 * @param standpoint of systems and sites, the day of which it is asked what was known
 */
export async function listEntries<K extends NamedKind>(
  kind: K,
  q = '',
  { asKnownOn }: Pick<Standpoint, 'asKnownOn'> = {},
): Promise<UsedEntry<K>[]> {
  const [entries, uses, formerIds] = await Promise.all([
    readEntries(kind, asKnownOn),
    readUses(kind, asKnownOn),
    readFormerIds(db(), asKnownOn === undefined ? undefined : momentAfter(asKnownOn)),
  ]);
  return entries
    .filter(({ id, name, aliases }) => [id, name, ...aliases].some((one) => isInName(q, one)))
    .map((entry) => ({
      ...entry,
      ...(uses.get(entry.id) ?? { events: 0, drafts: 0 }),
      formerIds: formerIds(kind, entry.id),
    }));
}

async function readEntries<K extends NamedKind>(kind: K, asKnownOn?: string): Promise<Entry<K>[]> {
  const table = entryTables[kind] as unknown as EntryTable<K>;
  const now = await table.all(db());
  if (asKnownOn === undefined) return now;
  const then = await entriesThen(kind, new Map(now.map((entry) => [entry.id, entry])), asKnownOn);
  return [...then.values()].sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

/** An entry by its id, or by one that it had before others were merged into it; null where there is none. */
export async function findEntry<K extends NamedKind>(kind: K, id: string): Promise<UsedEntry<K> | null> {
  const entries = await listEntries(kind);
  return entries.find((entry) => entry.id === id || entry.formerIds.includes(id)) ?? null;
}

/** How many salvos of a system are of which class, most first. */
export async function countSalvosByClass(systemId: string): Promise<{ class: ClassId; salvos: number }[]> {
  const rows = await db().salvo.groupBy({ by: ['classId'], where: { systemId }, _count: { id: true } });
  return rows
    .map((row) => ({ class: row.classId as ClassId, salvos: row._count.id }))
    .sort((a, b) => b.salvos - a.salvos);
}

/** What a merger would do, before it is done. */
export type MergerPreview = {
  from: UsedEntry;
  into: UsedEntry;
  subscriptions: number;
  /** Why it cannot be done, in a sentence. */
  refusal: string | null;
};

/** @returns null where there is no such entry */
export async function previewMerger(
  kind: NamedKind,
  fromId: string,
  intoId: string,
): Promise<MergerPreview | null> {
  const [from, into] = [await findEntry(kind, fromId), await findEntry(kind, intoId)];
  if (!from || !into) return null;
  return {
    from,
    into,
    subscriptions: await countSubscriptionsNaming(db(), kind, from.id),
    refusal: refuseMerger(from, into),
  };
}

async function readUses(kind: NamedKind, asKnownOn?: string): Promise<Map<string, Use>> {
  const { events, salvos } = tablesOf({ asKnownOn });
  const named = {
    system: sql`SELECT s.system_id AS id, s.event_id FROM ${salvos} s WHERE s.system_id IS NOT NULL`,
    site: sql`SELECT s.site_id AS id, s.event_id FROM ${salvos} s WHERE s.site_id IS NOT NULL`,
    assessor: sql`SELECT a.assessor_id::text AS id, a.event_id FROM assessments a`,
  }[kind];
  const rows = await db().$queryRaw<({ id: string } & Use)[]>(sql`
    SELECT n.id, count(DISTINCT e.id) FILTER (WHERE e.status <> 'draft')::int AS events,
      count(DISTINCT e.id) FILTER (WHERE e.status = 'draft')::int AS drafts
    FROM (${named}) AS n JOIN ${events} e ON e.id = n.event_id GROUP BY n.id`);
  return new Map(rows.map(({ id, events, drafts }) => [id, { events, drafts }]));
}
