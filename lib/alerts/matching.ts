import { eventInclude, toEventRecord } from '@/lib/catalogue/event-record';
import { db, Prisma, type Tx } from '@/lib/db/client';
import { AppError } from '@/lib/errors';
import { eventNovelty } from './novelty';

const { sql } = Prisma;

/**
 * How many subscribers would be told of an event if it were published now. Drafts can be asked about too.
 * @throws AppError `not-found`
 */
export async function countRecipients(slug: string): Promise<number> {
  const event = await db().event.findUnique({ where: { slug }, include: eventInclude });
  if (!event) throw new AppError('not-found', `There is no event "${slug}".`);
  const { isNovel } = await eventNovelty(toEventRecord(event));
  const [row] = await db().$queryRaw<{ count: number }[]>(sql`
    SELECT count(DISTINCT n.subscriber_id)::int AS count FROM ${subscriptionsAndEvent(event.id)}
    WHERE ${matches(isNovel)}`);
  return row?.count ?? 0;
}

/**
 * One delivery for each subscriber whom an alert is for, in one statement. Where several subscriptions match, the
 * oldest speaks. What is there already stays.
 * @returns how many were new
 */
export async function insertDeliveries(
  tx: Tx,
  { alertId, eventId, isNovel, now }: { alertId: number; eventId: number; isNovel: boolean; now: Date },
): Promise<number> {
  return tx.$executeRaw(sql`
    INSERT INTO deliveries (alert_id, subscriber_id, subscription_id, address, next_attempt_at, created_at)
    SELECT DISTINCT ON (n.subscriber_id) ${alertId}, n.subscriber_id, n.id, p.email, ${at(now)}, ${at(now)}
    FROM ${subscriptionsAndEvent(eventId)}
    WHERE ${matches(isNovel)}
    ORDER BY n.subscriber_id, n.id
    ON CONFLICT DO NOTHING`);
}

/** A moment as a parameter of raw SQL. */
export function at(moment: Date): Prisma.Sql {
  return sql`${moment.toISOString()}::timestamptz`;
}

/** Subscriptions `n`, their subscribers `p`, and the one event `e`. */
function subscriptionsAndEvent(eventId: number): Prisma.Sql {
  return sql`subscriptions n JOIN subscribers p ON p.id = n.subscriber_id JOIN events e ON e.id = ${eventId}`;
}

/**
 * The rule of a subscription, as lib/filter/sql.ts has it for a filter: an empty list (or none) lets everything through, and
 * what concerns a missile has to hold of one and the same salvo.
 */
function matches(isNovel: boolean): Prisma.Sql {
  return sql`
    n.cadence = 'immediate' AND n.confirmed_at IS NOT NULL AND n.ended_at IS NULL AND p.suppressed_at IS NULL
    AND (coalesce(cardinality(n.countries), 0) = 0 OR e.country_id = ANY (n.countries))
    AND (${isNovel} OR NOT n.novel_only)
    AND n.min_missiles <= (SELECT sum(s.count_min) FROM salvos s WHERE s.event_id = e.id)
    AND EXISTS (
      SELECT 1 FROM salvos s JOIN classes c ON c.id = s.class_id
      WHERE s.event_id = e.id
        AND (coalesce(cardinality(n.classes), 0) = 0 OR s.class_id = ANY (n.classes))
        AND (coalesce(cardinality(n.families), 0) = 0 OR c.family::text = ANY (n.families))
        AND (coalesce(cardinality(n.systems), 0) = 0 OR s.system_id = ANY (n.systems))
        AND (coalesce(cardinality(n.sites), 0) = 0 OR s.site_id = ANY (n.sites)))`;
}
