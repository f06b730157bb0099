import { parse } from '@/lib/parse';
import { type Alongside, type Change, changeIn, type Written } from './commands';
import { conflictOf } from './edit-conflict';
import { toEventRecord } from './event-record';
import { findEventRow } from './event-rows';
import { type EventPatch, patched } from './patch-event';
import { allow, canRecord } from './permissions';
import { eventInput } from './schema';
import { inTransaction } from './transaction';

/**
 * Change some of what an event says; what is not given stays. The status it ends with decides what this is, as in
 * `editEvent`. What changes nothing makes no revision.
 * @param seen the revision that the change was made from, where that matters: a newer one is a `conflict`
 * @throws AppError `not-found`, `invalid`, `forbidden` below analyst, and below editor for anything but a draft, or `conflict`
 */
export async function patchEvent(
  slug: string,
  patch: EventPatch,
  seen: number | null,
  change: Change,
  alongside?: Alongside,
): Promise<Written> {
  allow(canRecord(change.actor), 'Changing an event takes the role of analyst.');
  return inTransaction(
    async (tx) => {
      const row = await findEventRow(tx, slug);
      const before = toEventRecord(row);
      const conflict = seen === null ? null : await conflictOf(tx, before, seen);
      if (conflict) throw conflict;
      const written = await changeIn(tx, row, parse(eventInput, patched(before, patch)), change);
      await alongside?.(tx, written.event);
      return written;
    },
    ({ changed }) => changed,
  );
}
