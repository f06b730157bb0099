import { randomInt } from 'node:crypto';
import { db, Prisma } from '@/lib/db/client';
import { log } from '@/lib/log';
import { composeMail, type PersonalCopy } from '@/lib/mail/compose';
import { judgeFailure } from '@/lib/mail/failures';
import { type Mailer, mailer, type OutgoingMail } from '@/lib/mail/transport';
import { ownPageUrl, unsubscribeUrl } from './links';
import { at } from './matching';

const { sql } = Prisma;

/** How long a claimed batch is kept from other senders. A sender stops starting mails at half of it. */
export const leaseMinutes = 10;
const minute = 60_000;
const day = 24 * 60 * minute;

type Claimed = {
  id: number;
  alertId: number;
  subscriberId: number;
  subscriptionId: number;
  subscriptionName: string;
  address: string;
  attempts: number;
  firstDueAt: Date;
};

/** How a delivery of the batch came out, as it is written down. */
type Settled = {
  id: number;
  state: 'sent' | 'deferred' | 'failed' | 'pending';
  /** 1 where this attempt counts against the address. */
  counted: number;
  nextAttemptAt: Date;
  answer: string | null;
  suppress: boolean;
};

/**
 * One step of a sender: claim what is due, send it, write down how it came out. Any number of senders may do this at
 * once. After a crash the lease runs out and another sender repeats the batch, each mail under the Message-ID it had.
 * @returns how many deliveries were claimed; 0 where nothing is due, or the mail server cannot be reached
 */
export async function sendDueDeliveries(now: Date, batchSize: number): Promise<number> {
  const batch = await claim(now, batchSize);
  if (batch.length === 0) return 0;
  const copies = await composeCopies(batch, now);
  const results = await sendAll(mailer(), batch, copies, now);
  await settle(results.settled, now);
  if (results.serverTrouble) log().warn({ reason: results.serverTrouble }, 'mail has to wait');
  return results.serverTrouble ? 0 : batch.length;
}

async function claim(now: Date, batchSize: number): Promise<Claimed[]> {
  const leasedUntil = new Date(now.getTime() + leaseMinutes * minute);
  return db().$queryRaw<Claimed[]>(sql`
    WITH due AS (
      SELECT d.id FROM deliveries d
      WHERE d.state IN ('pending', 'deferred') AND d.next_attempt_at <= ${at(now)}
        AND (d.leased_until IS NULL OR d.leased_until <= ${at(now)})
      ORDER BY d.next_attempt_at, d.id LIMIT ${batchSize}
      FOR UPDATE SKIP LOCKED
    ), claimed AS (
      UPDATE deliveries d SET leased_until = ${at(leasedUntil)} FROM due WHERE d.id = due.id RETURNING d.*
    )
    SELECT d.id, d.alert_id AS "alertId", d.subscriber_id AS "subscriberId", d.subscription_id AS "subscriptionId",
      n.name AS "subscriptionName", d.address, d.attempts, d.created_at AS "firstDueAt"
    FROM claimed d JOIN subscriptions n ON n.id = d.subscription_id ORDER BY d.id`);
}

/** Each alert is composed once a batch; a copy only fills in what is personal. */
async function composeCopies(batch: Claimed[], now: Date): Promise<(delivery: Claimed) => OutgoingMail> {
  const alerts = await db().alert.findMany({
    where: { id: { in: [...new Set(batch.map((delivery) => delivery.alertId))] } },
  });
  const fillers = new Map<number, (copy: PersonalCopy) => OutgoingMail>();
  for (const alert of alerts) fillers.set(alert.id, await composeMail(alert, now));
  return (delivery) => {
    const fill = fillers.get(delivery.alertId);
    if (!fill) throw new Error(`alert ${delivery.alertId} is gone`);
    const unsubscribe = unsubscribeUrl(delivery.subscriberId, delivery.subscriptionId);
    return fill({
      to: delivery.address,
      messageKey: `delivery-${delivery.id}`,
      oneClickUrl: unsubscribe,
      parts: {
        unsubscribeUrl: unsubscribe,
        ownPageUrl: ownPageUrl(delivery.subscriberId),
        subscriptionName: delivery.subscriptionName,
      },
    });
  };
}

/**
 * Send the batch over the pool. As soon as the server itself is in trouble nothing more is begun, and everything
 * that is left waits a minute, without counting against anybody's address.
 */
async function sendAll(
  { send, width }: Mailer,
  batch: Claimed[],
  copy: (delivery: Claimed) => OutgoingMail,
  now: Date,
): Promise<{ settled: Settled[]; serverTrouble: string | null }> {
  const queue = [...batch];
  const settled: Settled[] = [];
  const stopAt = performance.now() + (leaseMinutes * minute) / 2;
  let serverTrouble: string | null = null;

  const lane = async () => {
    for (let delivery = queue.shift(); delivery; delivery = queue.shift()) {
      if (serverTrouble !== null || performance.now() > stopAt) {
        settled.push(waiting(delivery, now, serverTrouble));
        continue;
      }
      try {
        settled.push(sent(delivery, now, await send(copy(delivery))));
      } catch (error) {
        const failure = judgeFailure(error);
        if (failure.kind === 'server') serverTrouble = failure.words;
        settled.push(
          failure.kind === 'server'
            ? waiting(delivery, now, failure.words)
            : failure.kind === 'temporary'
              ? deferred(delivery, now, failure.words)
              : refused(delivery, now, failure.words, failure.addressIsBad),
        );
      }
    }
  };
  // Twice the width: a connection that becomes free finds its next mail waiting.
  await Promise.all(Array.from({ length: Math.min(batch.length, width * 2) }, lane));
  return { settled, serverTrouble };
}

const sent = ({ id }: Claimed, now: Date, answer: string): Settled => ({
  id,
  state: 'sent',
  counted: 1,
  nextAttemptAt: now,
  answer,
  suppress: false,
});

/** Not tried, or not the address's fault. With no `answer` it is due again at once. */
const waiting = ({ id }: Claimed, now: Date, answer: string | null): Settled => ({
  id,
  state: answer === null ? 'pending' : 'deferred',
  counted: 0,
  nextAttemptAt: answer === null ? now : new Date(now.getTime() + minute + randomInt(15_000)),
  answer,
  suppress: false,
});

const refused = ({ id }: Claimed, now: Date, answer: string, suppress: boolean): Settled => ({
  id,
  state: 'failed',
  counted: 1,
  nextAttemptAt: now,
  answer,
  suppress,
});

/** 1, 2, 4 … minutes, at most 2 hours, each up to a quarter longer; given up a day after the delivery was made. */
function deferred(delivery: Claimed, now: Date, answer: string): Settled {
  const wait = Math.min(2 ** delivery.attempts, 120) * minute;
  const nextAttemptAt = new Date(now.getTime() + wait + randomInt(Math.ceil(wait / 4)));
  return now.getTime() - delivery.firstDueAt.getTime() >= day
    ? refused(delivery, now, answer, false)
    : { id: delivery.id, state: 'deferred', counted: 1, nextAttemptAt, answer, suppress: false };
}

/** The whole batch in one statement, addresses that are refused for good included. */
async function settle(results: Settled[], now: Date): Promise<void> {
  const outcomes = JSON.stringify(results);
  await db().$executeRaw(sql`
    WITH outcome AS (
      SELECT * FROM jsonb_to_recordset(${outcomes}::jsonb) AS o(
        id int, state text, counted int, "nextAttemptAt" timestamptz, answer text, suppress boolean)
    ), settled AS (
      UPDATE deliveries d SET
        state = o.state::delivery_state, attempts = d.attempts + o.counted, next_attempt_at = o."nextAttemptAt",
        leased_until = NULL, server_answer = coalesce(o.answer, d.server_answer),
        sent_at = CASE WHEN o.state = 'sent' THEN ${at(now)} END
      FROM outcome o WHERE d.id = o.id AND d.state <> 'sent'
      RETURNING d.subscriber_id, o.suppress, o.answer
    )
    UPDATE subscribers p SET suppressed_at = ${at(now)}, suppressed_reason = s.answer
    FROM settled s WHERE p.id = s.subscriber_id AND s.suppress AND p.suppressed_at IS NULL`);
}
