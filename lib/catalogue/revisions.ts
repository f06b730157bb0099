import { Prisma, type Tx } from '@/lib/db/client';
import { type EventRecord, eventInclude, toEventRecord } from './event-record';
import type { Actor } from './permissions';

/** Who changes the catalogue, why, and when. */
export type Authorship = { actor: Actor; reason: string; now?: Date };

export type RevisionKind = Prisma.RevisionCreateInput['kind'];

/**
 * Keep events whole as they stand now, each under its row's revision number.
 * @returns what was kept, in the order of the ids
 */
export async function saveRevisions(
  tx: Tx,
  eventIds: number[],
  kind: RevisionKind,
  { actor, reason, now = new Date() }: Authorship,
): Promise<EventRecord[]> {
  const rows = await tx.event.findMany({ where: { id: { in: eventIds } }, include: eventInclude });
  const kept = new Map(rows.map((row) => [row.id, toEventRecord(row)]));
  const snapshots = rows.map((row) => ({ id: row.id, number: row.revision, snapshot: kept.get(row.id) }));
  await tx.$executeRaw(Prisma.sql`
    INSERT INTO revisions (event_id, number, kind, snapshot, actor, actor_id, reason, created_at)
    SELECT r.id, r.number, ${kind}::revision_kind, r.snapshot, ${actor.name}, ${actor.id}, ${reason}, ${now}
    FROM jsonb_to_recordset(${JSON.stringify(snapshots)}::jsonb) AS r(id int, number int, snapshot jsonb)`);
  return eventIds.flatMap((id) => kept.get(id) ?? []);
}

/** A further revision of events whose words have changed without them: a site that they name was renamed, or merged. */
export async function reviseEvents(tx: Tx, eventIds: number[], authorship: Authorship): Promise<void> {
  await tx.event.updateMany({
    where: { id: { in: eventIds } },
    data: { revision: { increment: 1 }, updatedAt: authorship.now ?? new Date() },
  });
  const rows = await tx.event.findMany({
    where: { id: { in: eventIds } },
    select: { id: true, status: true },
  });
  const idsOf = (drafts: boolean) =>
    rows.filter(({ status }) => (status === 'draft') === drafts).map(({ id }) => id);
  await saveRevisions(tx, idsOf(true), 'edited', authorship);
  await saveRevisions(tx, idsOf(false), 'corrected', authorship);
}
