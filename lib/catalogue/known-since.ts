import { db, Prisma } from '@/lib/db/client';

const { sql, empty } = Prisma;

/**
 * How far back the records of the public catalogue go, or those of one event: the moment of the first revision in which
 * it was public. Null where there is none.
 */
export async function knownSince(slug?: string): Promise<string | null> {
  const [row] = await db().$queryRaw<{ since: Date | null }[]>(sql`
    SELECT min(r.created_at) AS since FROM revisions r JOIN events e ON e.id = r.event_id
    WHERE e.status <> 'draft' AND r.snapshot->>'status' <> 'draft' ${slug === undefined ? empty : sql`AND e.slug = ${slug}`}`);
  return row?.since?.toISOString() ?? null;
}
