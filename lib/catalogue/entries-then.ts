import { db } from '@/lib/db/client';
import type { EntryKind } from './vocabulary';

const dayMs = 24 * 3_600_000;

/** The first moment that is no longer of a day, in UTC. */
export function momentAfter(day: string): Date {
  return new Date(Date.parse(`${day}T00:00:00Z`) + dayMs);
}

/**
 * The entries of a kind as they stood at the end of a day (UTC): what the trail says of later edits is undone. Entries that came
 * with the catalogue have no beginning in the trail: they are known as long as anything is on record.
 * @param entries as they stand now, by their ids
 */
export async function entriesThen<E>(
  kind: EntryKind,
  entries: ReadonlyMap<string, E>,
  asKnownOn: string,
): Promise<Map<string, E>> {
  const until = momentAfter(asKnownOn);
  const [edits, first] = await Promise.all([
    db().catalogueEdit.findMany({
      where: { kind },
      orderBy: { id: 'desc' },
      select: { entryId: true, edit: true, before: true, createdAt: true },
    }),
    db().revision.findFirst({ orderBy: { createdAt: 'asc' }, select: { createdAt: true } }),
  ]);
  const then = new Map(entries);
  for (const { entryId, before, createdAt } of edits) {
    if (createdAt < until) continue;
    if (before === null) then.delete(entryId);
    else then.set(entryId, before as E);
  }
  if (first === null || first.createdAt >= until) {
    const added = new Set(edits.filter(({ edit }) => edit === 'added').map(({ entryId }) => entryId));
    for (const id of then.keys()) if (!added.has(id)) then.delete(id);
  }
  return then;
}
