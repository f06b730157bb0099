import { Prisma, type Tx } from './client';

/** Every job that a write can leave behind, with what it is given. lib/jobs/tasks.ts has the functions. */
export type Jobs = {
  /** Make the alert of one revision of an event, and its deliveries. */
  alert: { eventId: number; revision: number; kind: 'new_event' | 'update' | 'withdrawal' };
  /** Send what is due of the deliveries. */
  deliver: Record<string, never>;
  /** Mail the link that confirms a subscription, or say that it is confirmed already. */
  confirmation: { subscriptionId: number };
  /** Read an uploaded file and say what it would do, or import it: whichever its state says is due. */
  import: { importId: number };
};

/**
 * Leave a job for the worker, in the same transaction as what it is about.
 * @param key a job with the same key is replaced while it waits
 */
export async function addJob<Name extends keyof Jobs>(
  tx: Tx,
  name: Name,
  payload: Jobs[Name],
  { runAt, key }: { runAt?: Date; key?: string } = {},
): Promise<void> {
  await tx.$executeRaw(Prisma.sql`
    SELECT graphile_worker.add_job(
      ${name}::text, ${JSON.stringify(payload)}::json,
      run_at => ${runAt?.toISOString() ?? null}::timestamptz, job_key => ${key ?? null}::text)`);
}

/** Take back a job that has not begun. @returns false where there is none (it has begun, or is done) */
export async function removeJob(tx: Tx, key: string): Promise<boolean> {
  const rows = await tx.$queryRaw<{ key: string | null }[]>(
    Prisma.sql`SELECT key FROM graphile_worker.jobs WHERE key = ${key} AND locked_at IS NULL`,
  );
  if (rows.length === 0) return false;
  await tx.$queryRaw(Prisma.sql`SELECT 1 AS done FROM graphile_worker.remove_job(${key})`);
  return true;
}
