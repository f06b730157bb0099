import { db, type Prisma, type Tx } from '@/lib/db/client';
import { AppError } from '@/lib/errors';
import { listInWords } from '@/lib/format/words';
import { readFormerIds } from './merged-entries';
import type { Authorship } from './revisions';
import type { EntryKind } from './vocabulary';

export type EditKind = Prisma.CatalogueEditCreateInput['edit'];

/** One change of an entry: what it said before and after, null where it was not there. */
export type CatalogueEdit = {
  id: number;
  entryId: string;
  edit: EditKind;
  actor: string;
  reason: string;
  createdAt: string;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
};

type Change = { id: string; edit: EditKind; before: object | null; after: object | null };

/** Keep who changed an entry, when and why, with the whole of it before and after. */
export async function keepEdit(
  tx: Tx,
  kind: EntryKind,
  { id, edit, before, after }: Change,
  { actor, reason, now = new Date() }: Authorship,
): Promise<void> {
  await tx.catalogueEdit.create({
    data: {
      kind,
      entryId: id,
      edit,
      before: (before ?? undefined) as Prisma.InputJsonObject | undefined,
      after: (after ?? undefined) as Prisma.InputJsonObject | undefined,
      actor: actor.name,
      actorId: actor.id,
      reason,
      createdAt: now,
    },
  });
}

/** How an entry came to say what it says, those of entries that were merged into it included, the latest first. */
export async function listEdits(kind: EntryKind, id: string): Promise<CatalogueEdit[]> {
  const formerIds = (await readFormerIds(db()))(kind, id);
  const rows = await db().catalogueEdit.findMany({
    where: { kind, entryId: { in: [id, ...formerIds] } },
    orderBy: { id: 'desc' },
  });
  return rows.map(({ kind: _, actorId: __, createdAt, before, after, ...row }) => ({
    ...row,
    createdAt: createdAt.toISOString(),
    before: before as CatalogueEdit['before'],
    after: after as CatalogueEdit['after'],
  }));
}

/** What an editor has seen of an entry: its last edit, 0 where there is none. */
export async function lastEdit(kind: EntryKind, id: string): Promise<number> {
  const row = await db().catalogueEdit.findFirst({ where: { kind, entryId: id }, orderBy: { id: 'desc' } });
  return row?.id ?? 0;
}

/** @throws AppError `conflict` where somebody has changed the entry since the edit that was seen */
export async function checkSeen(tx: Tx, kind: EntryKind, id: string, seen: number): Promise<void> {
  const later = await tx.catalogueEdit.findMany({ where: { kind, entryId: id, id: { gt: seen } } });
  if (later.length === 0) return;
  const people = listInWords([...new Set(later.map(({ actor }) => actor))]);
  throw new AppError(
    'conflict',
    `${people} changed this entry after you opened it. Nothing of yours is lost: compare, and save again.`,
  );
}

/** Ids that once were in use and were deleted or merged away: the starter catalogue does not bring them back. */
export async function readGoneIds(tx: Tx, kind: EntryKind): Promise<Set<string>> {
  const rows = await tx.catalogueEdit.findMany({
    where: { kind, edit: { in: ['deleted', 'merged'] } },
    select: { entryId: true },
  });
  return new Set(rows.map(({ entryId }) => entryId));
}
