import { db } from '@/lib/db/client';

/** A worker that has not beaten for so long is taken for dead. */
const silentSeconds = 60;
const forgetDays = 7;

/** Note that a worker is alive. Rows of workers that are long gone go with it. */
export async function beat(workerId: string, now: Date): Promise<void> {
  await db().workerHeartbeat.upsert({
    where: { workerId },
    create: { workerId, startedAt: now, beatAt: now },
    update: { beatAt: now },
  });
  const longAgo = new Date(now.getTime() - forgetDays * 24 * 3_600_000);
  await db().workerHeartbeat.deleteMany({ where: { beatAt: { lt: longAgo } } });
}

/** @returns null while some worker is alive; otherwise when the last one was, or `never` */
export async function alertsStoppedSince(now: Date): Promise<Date | 'never' | null> {
  const last = await db().workerHeartbeat.findFirst({ orderBy: { beatAt: 'desc' } });
  if (!last) return 'never';
  return now.getTime() - last.beatAt.getTime() > silentSeconds * 1000 ? last.beatAt : null;
}
