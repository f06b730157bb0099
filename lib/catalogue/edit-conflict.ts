import type { Tx } from '@/lib/db/client';
import { AppError } from '@/lib/errors';
import { listInWords } from '@/lib/format/words';
import { diffEvents } from './event-diff';
import type { EventRecord } from './event-record';

/**
 * Somebody saved this event after it was opened for editing.
 * @param now the event as it stands
 * @param seen the revision that was opened
 * @returns a `conflict` with one entry a field that was changed since, `path` as in the event's record; null where nothing
 *   was but the state of its review
 */
export async function conflictOf(tx: Tx, now: EventRecord, seen: number): Promise<AppError | null> {
  if (now.revision === seen) return null;
  const since = isRevisionNumber(seen)
    ? await tx.revision.findMany({
        where: { event: { slug: now.slug }, number: { gte: seen } },
        orderBy: { number: 'asc' },
      })
    : [];
  const [opened, ...later] = since;
  if (opened?.number !== seen)
    return new AppError(
      'conflict',
      `This event has no revision ${seen}. It is now at revision ${now.revision}.`,
    );
  if (later.every(({ kind }) => kind === 'submitted' || kind === 'returned')) return null;
  const people = [...new Set(later.map((revision) => revision.actor))];
  const changes = diffEvents(opened.snapshot as unknown as EventRecord, now);
  return new AppError(
    'conflict',
    `${listInWords(people)} changed this event after you opened it. Nothing of yours is lost: compare, and save again.`,
    changes.map(({ path, label, before, after }) => ({
      path,
      message: `${label} was ${before ?? 'unknown'}, and is now ${after ?? 'unknown'}`.replace(
        /([^.])$/,
        '$1.',
      ),
    })),
  );
}

/** What a form sends may be anything. */
export function isRevisionNumber(seen: number): boolean {
  return Number.isInteger(seen) && seen > 0 && seen < 2 ** 31;
}
