import { addJob, removeJob } from '@/lib/db/add-job';
import { Prisma, type Tx } from '@/lib/db/client';

/**
 * One waiting job an event and kind: the alert of its publication, and the one of what has changed since. A later revision
 * replaces the one that is still held.
 */
const newEventKey = (eventId: number) => `alert:${eventId}`;
const changeKey = (eventId: number) => `update:${eventId}`;

/** @returns when the alert of a publication goes out */
export async function holdNewEventAlert(
  tx: Tx,
  eventId: number,
  revision: number,
  runAt: Date,
): Promise<Date> {
  await addJob(tx, 'alert', { eventId, revision, kind: 'new_event' }, { runAt, key: newEventKey(eventId) });
  return runAt;
}

/**
 * Tell of a correction or a withdrawal. While the first alert is still held there is nothing to correct: that alert then
 * says the new state, at the time it was due, or is taken back where the event is withdrawn.
 * @returns when an alert goes out; null where none does
 */
export async function holdChangeAlert(
  tx: Tx,
  eventId: number,
  revision: number,
  kind: 'update' | 'withdrawal',
  runAt: Date,
): Promise<Date | null> {
  const due = await newEventAlertDue(tx, eventId);
  if (due && kind === 'update') return holdNewEventAlert(tx, eventId, revision, due);
  if (due && (await takeBackNewEventAlert(tx, eventId))) return null;
  await addJob(tx, 'alert', { eventId, revision, kind }, { runAt, key: changeKey(eventId) });
  return runAt;
}

/** @returns false where the alert has begun, or is done */
export function takeBackNewEventAlert(tx: Tx, eventId: number): Promise<boolean> {
  return removeJob(tx, newEventKey(eventId));
}

/** A held alert that is about to be replaced must not be told of a revision that nobody wants told. */
export async function newEventAlertDue(tx: Tx, eventId: number): Promise<Date | null> {
  const [job] = await tx.$queryRaw<{ runAt: Date }[]>(
    Prisma.sql`SELECT run_at AS "runAt" FROM graphile_worker.jobs
      WHERE key = ${newEventKey(eventId)} AND locked_at IS NULL AND attempts = 0`,
  );
  return job?.runAt ?? null;
}
