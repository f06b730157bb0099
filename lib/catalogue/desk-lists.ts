import { db } from '@/lib/db/client';
import { type EventRecord, eventInclude, toEventRecord } from './event-record';
import { wasEverPublic } from './event-rows';

/** A draft, and who changed it last. */
export type Draft = { event: EventRecord; changedBy: string; changedAt: Date; isInReview: boolean };

/** Newest change first. */
export async function listDraftsAtDesk(): Promise<Draft[]> {
  const rows = await db().event.findMany({
    where: { status: 'draft' },
    orderBy: { updatedAt: 'desc' },
    include: { ...eventInclude, revisions: { orderBy: { number: 'desc' }, take: 1 } },
  });
  return rows.map(({ revisions, ...row }) => ({
    event: toEventRecord(row),
    changedBy: revisions[0]?.actor ?? 'unknown',
    changedAt: revisions[0]?.createdAt ?? row.updatedAt,
    isInReview: row.submittedAt !== null,
  }));
}

/** A publication whose alert still waits, so that it can be undone. */
export type HeldAlert = { event: EventRecord; dueAt: Date };

/** Those that go out next come first. */
export async function listHeldAlerts(now: Date): Promise<HeldAlert[]> {
  const jobs = await db().$queryRaw<{ eventId: number; runAt: Date }[]>`
    SELECT substring(key FROM '^alert:([0-9]+)$')::int AS "eventId", run_at AS "runAt"
    FROM graphile_worker.jobs
    WHERE key ~ '^alert:[0-9]+$' AND locked_at IS NULL AND attempts = 0 AND run_at > ${now}
    ORDER BY run_at`;
  const rows = await db().event.findMany({
    where: { id: { in: jobs.map((job) => job.eventId) } },
    include: eventInclude,
  });
  return jobs.flatMap((job) => {
    const row = rows.find(({ id }) => id === job.eventId);
    return row ? [{ event: toEventRecord(row), dueAt: job.runAt }] : [];
  });
}

/** The events that were published last, whatever day they are of. */
export async function listLatestPublished(count: number): Promise<EventRecord[]> {
  const rows = await db().event.findMany({
    where: { status: { not: 'draft' }, publishedAt: { not: null } },
    orderBy: [{ publishedAt: 'desc' }, { localDate: 'desc' }],
    take: count,
    include: eventInclude,
  });
  return rows.map(toEventRecord);
}

/** Whether an event was ever public: then it cannot be discarded. */
export async function wasPublic(slug: string): Promise<boolean> {
  const row = await db().event.findUnique({ where: { slug }, select: { id: true } });
  return row !== null && wasEverPublic(db(), row.id);
}
