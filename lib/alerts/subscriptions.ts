import { readLivingIds } from '@/lib/catalogue/merged-entries';
import { addJob } from '@/lib/db/add-job';
import { db, Prisma, type Tx } from '@/lib/db/client';
import { AppError, invalidField } from '@/lib/errors';
import { consumeLimit } from '@/lib/http/rate-limits';
import { parse } from '@/lib/parse';
import { randomToken, tokenHash } from '@/lib/secrets';
import { asName, filterInWords } from './filter-words';
import { confirmToken, subscriberToken } from './links';
import { type SubscriptionInput, subscriptionInput } from './schema';

const hour = 3_600_000;
const confirmHours = 48;
/** So long the mail that was sent last has to be looked for, before another is sent for the same rule. */
const repeatMinutes = 5;
const maxWaiting = 10;

/**
 * Ask for a subscription: nothing is sent but one mail with a link, until its button is pressed. A repeat of a request
 * renews the one that waits. What it answers says nothing about whether the address is known.
 * @param network where the request comes from (`clientNetwork`): it and the address are limited to a few an hour
 * @throws AppError `invalid` with a message a field, `too-many`
 */
export async function requestSubscription(
  input: unknown,
  { network, now = new Date() }: { network?: string; now?: Date } = {},
): Promise<void> {
  const asked = parse(subscriptionInput, input);
  if (network !== undefined) {
    await consumeLimit('subscribe-network', network);
    await consumeLimit('subscribe-address', asked.email);
  }
  const wanted = await withLivingIds(asked);
  const name = wanted.name ?? asName(filterInWords(await namedLists(wanted)));
  await db().$transaction(async (tx) => {
    const subscriberId = await subscriberOf(tx, wanted);
    const same = await tx.subscription.findFirst({ where: { subscriberId, ...sameRule(wanted) } });
    if (same && isActive(same)) return addJob(tx, 'confirmation', { subscriptionId: same.id });
    if (same ? wasJustAsked(same, now) : await hasTooManyWaiting(tx, subscriberId, now)) return;

    const subscription =
      same ??
      (await tx.subscription.create({
        data: { subscriberId, name, ...ruleColumns(wanted), createdAt: now },
      }));
    const confirmExpiresAt = new Date(now.getTime() + confirmHours * hour);
    await tx.subscription.update({
      where: { id: subscription.id },
      data: {
        name: wanted.name ?? subscription.name,
        confirmExpiresAt,
        confirmTokenHash: tokenHash(confirmToken(subscription.id, confirmExpiresAt)),
        confirmedAt: null,
        endedAt: null,
      },
    });
    await addJob(tx, 'confirmation', { subscriptionId: subscription.id });
  });
}

/**
 * Confirm what a mailed link is about. Pressing the button twice does no harm.
 * @returns the token of the subscriber's own page
 * @throws AppError `gone` where the link is unknown, used up or too old
 */
export async function confirmSubscription(token: string, now: Date = new Date()): Promise<string> {
  return db().$transaction(async (tx) => {
    const subscription = await tx.subscription.findUnique({ where: { confirmTokenHash: tokenHash(token) } });
    if (!subscription?.confirmExpiresAt || subscription.confirmExpiresAt <= now) throw linkIsGone();
    if (!subscription.confirmedAt) {
      await tx.subscription.update({
        where: { id: subscription.id },
        data: { confirmedAt: now, endedAt: null },
      });
      // The link was mailed and followed, so the address works, whatever a server once said of it.
      await tx.$executeRaw(Prisma.sql`
        UPDATE subscribers SET confirmed_at = coalesce(confirmed_at, ${now.toISOString()}::timestamptz),
          suppressed_at = NULL, suppressed_reason = NULL
        WHERE id = ${subscription.subscriberId}`);
    }
    return subscriberToken(subscription.subscriberId);
  });
}

/**
 * End one subscription of the subscriber, and what of it still waits to be sent. Ending it again changes nothing.
 * @throws AppError `not-found`
 */
export async function endSubscription(token: string, id: number, now: Date = new Date()): Promise<void> {
  const subscription = await ownSubscription(token, id);
  if (subscription.endedAt) return;
  await db().$transaction([
    db().subscription.update({ where: { id }, data: { endedAt: now } }),
    db().delivery.updateMany({
      where: { subscriptionId: id, state: { in: ['pending', 'deferred'] } },
      data: { state: 'failed', serverAnswer: 'not sent: the subscription was ended before' },
    }),
  ]);
}

/** Take up an ended subscription again. @throws AppError `not-found`, `conflict` where it was never confirmed */
export async function resumeSubscription(token: string, id: number): Promise<void> {
  const subscription = await ownSubscription(token, id);
  if (!subscription.confirmedAt) {
    throw new AppError('conflict', 'This subscription was never confirmed. Subscribe to it again.');
  }
  await db().subscription.update({ where: { id }, data: { endedAt: null } });
}

/** Forget a subscriber: the address, the subscriptions, and what was sent to it. Once gone, doing it again is no error. */
export async function deleteSubscriber(token: string): Promise<void> {
  await db().subscriber.deleteMany({ where: { tokenHash: tokenHash(token) } });
}

/** Forget requests that nobody confirmed for a week after their links ran out, and addresses that asked for nothing else. */
export async function forgetUnconfirmed(now: Date): Promise<void> {
  const aWeekAgo = new Date(now.getTime() - 7 * 24 * hour);
  await db().subscription.deleteMany({ where: { confirmedAt: null, confirmExpiresAt: { lt: aWeekAgo } } });
  await db().subscriber.deleteMany({
    where: { confirmedAt: null, createdAt: { lt: aWeekAgo }, subscriptions: { none: {} } },
  });
}

// ------------------------------------------------------------ steps

/** The subscriber of an address, made if there is none. The row is locked: two requests for one address take turns. */
async function subscriberOf(tx: Tx, { email, timeZone }: SubscriptionInput): Promise<number> {
  const [row] = await tx.$queryRaw<{ id: number }[]>(Prisma.sql`
    INSERT INTO subscribers (email, token_hash, time_zone) VALUES (${email}, ${tokenHash(randomToken())}, ${timeZone})
    ON CONFLICT (email) DO UPDATE SET email = excluded.email RETURNING id`);
  if (!row) throw new AppError('unavailable', 'The subscriber could not be saved.');
  await tx.subscriber.update({
    where: { id: row.id },
    data: { tokenHash: tokenHash(subscriberToken(row.id)) },
  });
  return row.id;
}

function ruleColumns({ filter, cadence, novelOnly, minMissiles, updates, withdrawals }: SubscriptionInput) {
  const sorted = (values: string[]) => [...new Set(values)].sort();
  return {
    filter,
    countries: sorted(filter.country),
    classes: sorted(filter.class),
    families: sorted(filter.family),
    systems: sorted(filter.system),
    sites: sorted(filter.site),
    cadence,
    novelOnly,
    minMissiles,
    updates,
    withdrawals,
  };
}

/** The condition of a subscription that would send the very same mails. */
function sameRule(wanted: SubscriptionInput) {
  const { filter: _, countries, classes, families, systems, sites, ...options } = ruleColumns(wanted);
  return {
    ...options,
    countries: { equals: countries },
    classes: { equals: classes },
    families: { equals: families },
    systems: { equals: systems },
    sites: { equals: sites },
  };
}

/** An id out of an old link stands for what its entry was merged into. */
async function withLivingIds(wanted: SubscriptionInput): Promise<SubscriptionInput> {
  const { system, site } = wanted.filter;
  const living = {
    system: await readLivingIds('system', system),
    site: await readLivingIds('site', site),
  };
  return { ...wanted, filter: { ...wanted.filter, ...living } };
}

/** @throws AppError `invalid` where a country, system or site is not of the catalogue: such a rule would never fire */
async function namedLists({ filter, novelOnly, minMissiles }: SubscriptionInput) {
  const [countries, systems, sites] = await Promise.all([
    db().country.findMany({ where: { id: { in: filter.country } } }),
    db().system.findMany({ where: { id: { in: filter.system } } }),
    db().site.findMany({ where: { id: { in: filter.site } } }),
  ]);
  const names = (key: string, ids: string[], rows: { id: string; name: string }[]) =>
    ids.map((id) => {
      const row = rows.find((candidate) => candidate.id === id);
      if (!row) throw invalidField(`filter.${key}`, `"${id}" is no ${key} of the catalogue.`);
      return row.name;
    });
  return {
    countries: names('country', filter.country, countries),
    classes: filter.class,
    families: filter.family,
    systems: names('system', filter.system, systems),
    sites: names('site', filter.site, sites),
    novelOnly,
    minMissiles,
  };
}

type Dates = { confirmedAt: Date | null; endedAt: Date | null; confirmExpiresAt: Date | null };

const isActive = ({ confirmedAt, endedAt }: Dates) => confirmedAt !== null && endedAt === null;

function wasJustAsked({ confirmedAt, confirmExpiresAt }: Dates, now: Date): boolean {
  const askedAt = (confirmExpiresAt?.getTime() ?? 0) - confirmHours * hour;
  return confirmedAt === null && now.getTime() - askedAt < repeatMinutes * 60_000;
}

/** A stranger who asks in somebody's name again and again gets no further. */
async function hasTooManyWaiting(tx: Tx, subscriberId: number, now: Date): Promise<boolean> {
  const waiting = await tx.subscription.count({
    where: { subscriberId, confirmedAt: null, confirmExpiresAt: { gt: now } },
  });
  return waiting >= maxWaiting;
}

async function ownSubscription(token: string, id: number) {
  const subscription = await db().subscription.findFirst({
    where: { id, subscriber: { tokenHash: tokenHash(token) } },
  });
  if (!subscription) throw new AppError('not-found', 'There is no such subscription on this page.');
  return subscription;
}

function linkIsGone(): AppError {
  return new AppError('gone', 'This link is not valid any more. Subscribe again to get a new one.');
}
