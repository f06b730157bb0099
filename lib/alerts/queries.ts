import { db, type Prisma } from '@/lib/db/client';
import type { DeliveryState } from '@/lib/db/generated/client';
import { tokenHash } from '@/lib/secrets';
import { filterInWords } from './filter-words';
import type { AlertView, DeliveryView, SubscriberView, SubscriptionView } from './views';

/** @returns undefined where the token opens nothing */
export async function findSubscriber(
  token: string,
  now: Date = new Date(),
): Promise<SubscriberView | undefined> {
  const row = await db().subscriber.findUnique({
    where: { tokenHash: tokenHash(token) },
    include: {
      subscriptions: { orderBy: { id: 'asc' } },
      deliveries: { orderBy: { id: 'desc' }, take: 20, include: { alert: { include: { event: true } } } },
    },
  });
  if (!row) return undefined;
  return {
    email: row.email,
    suppressedReason: row.suppressedAt ? (row.suppressedReason ?? 'no reason given') : null,
    subscriptions: await viewsOf(row.subscriptions, now),
    sent: row.deliveries.map((delivery) => ({
      id: delivery.id,
      subject: delivery.alert.subject,
      slug: delivery.alert.event?.slug ?? null,
      state: delivery.state,
      at: delivery.sentAt ?? delivery.createdAt,
    })),
  };
}

/** What a confirmation link is about. @returns undefined where the link is unknown or too old */
export async function findConfirmation(
  token: string,
  now: Date = new Date(),
): Promise<(SubscriptionView & { email: string }) | undefined> {
  const row = await db().subscription.findUnique({
    where: { confirmTokenHash: tokenHash(token) },
    include: { subscriber: true },
  });
  if (!row?.confirmExpiresAt || row.confirmExpiresAt <= now) return undefined;
  const [view] = await viewsOf([row], now);
  return view && { ...view, email: row.subscriber.email };
}

/** One subscription in words, for a mail about it. */
export async function describeSubscription(row: SubscriptionRow): Promise<string> {
  const [view] = await viewsOf([row], new Date());
  return view?.words ?? row.name;
}

/** The newest alerts with how many of their deliveries are in which state. */
export async function listAlerts(limit: number = 30): Promise<AlertView[]> {
  const rows = await db().alert.findMany({
    orderBy: { id: 'desc' },
    take: limit,
    include: { event: { select: { slug: true } } },
  });
  const counted = await db().delivery.groupBy({
    by: ['alertId', 'state'],
    where: { alertId: { in: rows.map((row) => row.id) } },
    _count: true,
  });
  return rows.map((row) => ({
    id: row.id,
    subject: row.subject,
    slug: row.event?.slug ?? null,
    revision: row.revision,
    kind: row.kind,
    createdAt: row.createdAt,
    counts: countsOf(counted.filter((count) => count.alertId === row.id)),
  }));
}

/** The newest deliveries; those of one alert, or in one state, where named. */
export async function listDeliveries(
  { alertId, state }: { alertId?: number; state?: DeliveryState },
  limit: number = 100,
): Promise<DeliveryView[]> {
  const rows = await db().delivery.findMany({
    where: { ...(alertId ? { alertId } : {}), ...(state ? { state } : {}) },
    orderBy: { id: 'desc' },
    take: limit,
    include: { alert: { select: { subject: true } } },
  });
  return rows.map(
    ({ alert, id, address, state: rowState, attempts, serverAnswer, sentAt, nextAttemptAt }) => ({
      id,
      subject: alert.subject,
      address,
      state: rowState,
      attempts,
      serverAnswer,
      sentAt,
      nextAttemptAt,
    }),
  );
}

type SubscriptionRow = Prisma.SubscriptionGetPayload<object>;

async function viewsOf(rows: SubscriptionRow[], now: Date): Promise<SubscriptionView[]> {
  const namesOf = (found: { id: string; name: string }[]) => {
    const names = new Map(found.map((row) => [row.id, row.name]));
    return (ids: string[]) => ids.map((id) => names.get(id) ?? id);
  };
  const country = namesOf(
    await db().country.findMany({ where: { id: { in: rows.flatMap((row) => row.countries) } } }),
  );
  const system = namesOf(
    await db().system.findMany({ where: { id: { in: rows.flatMap((row) => row.systems) } } }),
  );
  const site = namesOf(await db().site.findMany({ where: { id: { in: rows.flatMap((row) => row.sites) } } }));
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    words: filterInWords({
      ...row,
      countries: country(row.countries),
      systems: system(row.systems),
      sites: site(row.sites),
    }),
    state: stateOf(row, now),
  }));
}

function stateOf(row: SubscriptionRow, now: Date): SubscriptionView['state'] {
  if (row.endedAt) return 'ended';
  if (row.confirmedAt) return 'active';
  return row.confirmExpiresAt && row.confirmExpiresAt > now ? 'waiting' : 'expired';
}

function countsOf(counted: { state: DeliveryState; _count: number }[]): Record<DeliveryState, number> {
  const counts = { pending: 0, sent: 0, deferred: 0, failed: 0, collected: 0, folded: 0 };
  for (const { state, _count } of counted) counts[state] = _count;
  return counts;
}
