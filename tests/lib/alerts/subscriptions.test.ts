import { beforeEach, expect, test } from 'vitest';
import { confirmToken, subscriberToken } from '@/lib/alerts/links';
import { findConfirmation, findSubscriber } from '@/lib/alerts/queries';
import { sendConfirmation } from '@/lib/alerts/send-confirmation';
import {
  confirmSubscription,
  deleteSubscriber,
  endSubscription,
  forgetUnconfirmed,
  requestSubscription,
  resumeSubscription,
} from '@/lib/alerts/subscriptions';
import { db, Prisma } from '@/lib/db/client';
import { rowsOf, testDatabase } from '../../support/database';
import { testMailServer } from '../../support/smtp';
import { newestSubscription, subscribed } from '../../support/subscribers';

testDatabase();
const server = testMailServer();

const now = new Date('2026-11-01T12:00:00Z');
const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
const email = 'ana@example.org';

beforeEach(async () => {
  await db().subscriber.deleteMany();
  await db().$executeRaw(Prisma.sql`DELETE FROM graphile_worker._private_jobs`);
});

async function waitingJobs(): Promise<unknown[]> {
  const rows = await rowsOf(
    "SELECT payload FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id WHERE t.identifier = 'confirmation'",
  );
  return rows.map((row) => row.payload);
}

/** The link of the confirmation mail that a request leads to. */
async function mailedToken(): Promise<string> {
  for (const job of await waitingJobs()) await sendConfirmation(job, now);
  const text = server().received.at(-1)?.mail.text ?? '';
  return /subscribe\/confirm\/([\w-]{43})/.exec(text)?.[1] ?? '';
}

test('a request mails a link, the link confirms, and only hashes of tokens are in the database', async () => {
  await requestSubscription({ email: ' Ana@Example.ORG ', filter: { class: ['CM'] } }, { now });
  const token = await mailedToken();
  const [received] = server().received;
  expect(received?.to).toBe(email);
  expect(received?.mail.subject).toBe('Confirm your alerts');
  for (const part of [received?.mail.text, received?.mail.html || '']) {
    expect(part).toContain('tests of cruise missiles');
    expect(part).toContain(`https://apogee.example.org/subscribe/confirm/${token}`);
  }
  expect(await findConfirmation(token, now)).toMatchObject({ email, state: 'waiting' });
  expect((await newestSubscription(email)).confirmedAt).toBeNull();

  const own = await confirmSubscription(token, now);
  expect(await findSubscriber(own, now)).toMatchObject({
    email,
    subscriptions: [{ name: 'Tests of cruise missiles', state: 'active' }],
  });
  expect(await confirmSubscription(token, now)).toBe(own); // the button pressed twice

  const tables = await rowsOf(
    'SELECT (SELECT json_agg(s) FROM subscribers s)::text || (SELECT json_agg(s) FROM subscriptions s)::text || (SELECT json_agg(j) FROM graphile_worker._private_jobs j)::text AS everything',
  );
  expect(tables[0]?.everything).not.toContain(token);
  expect(tables[0]?.everything).not.toContain(own);
});

test('a link is good for 48 hours, and a wrong one for nothing', async () => {
  await requestSubscription({ email }, { now });
  const token = await mailedToken();
  expect(await findConfirmation(token, later(48))).toBeUndefined();
  await expect(confirmSubscription(token, later(48))).rejects.toMatchObject({ code: 'gone' });
  await expect(confirmSubscription('wrong', now)).rejects.toMatchObject({ code: 'gone' });
  await expect(confirmSubscription(token, later(47.9))).resolves.toBeTruthy();
});

test('repeated requests do not pile up, and a later one sends a new link', async () => {
  for (let n = 0; n < 5; n += 1) await requestSubscription({ email }, { now });
  expect(await db().subscription.count()).toBe(1);
  expect(await waitingJobs()).toHaveLength(1);
  const first = await mailedToken();
  await requestSubscription({ email }, { now: later(1) });
  expect(await db().subscription.count()).toBe(1);
  const second = await newestSubscription(email);
  await expect(confirmSubscription(first, later(1))).rejects.toMatchObject({ code: 'gone' });
  await confirmSubscription(confirmToken(second.id, second.confirmExpiresAt ?? now), later(1));
});

test('two requests at the same moment make one subscriber and one subscription', async () => {
  await Promise.all([1, 2, 3].map(() => requestSubscription({ email }, { now })));
  expect(await db().subscriber.count()).toBe(1);
  expect(await db().subscription.count()).toBe(1);
});

test('a stranger can make at most ten rules wait in somebody’s name', async () => {
  for (let n = 1; n <= 15; n += 1) await requestSubscription({ email, minMissiles: n }, { now });
  expect(await db().subscription.count()).toBe(10);
});

test('a known address gets the same answer as an unknown one, and its reader a mail that says so', async () => {
  const { subscriber } = await subscribed({ email });
  await db().$executeRaw(Prisma.sql`DELETE FROM graphile_worker._private_jobs`);
  expect(await requestSubscription({ email }, { now })).toBe(
    await requestSubscription({ email: 'new@example.org' }, { now }),
  );
  const [job] = await waitingJobs();
  await sendConfirmation(job, now);
  expect(server().received.at(-1)?.mail.subject).toBe('You get these alerts already');
  expect(server().received.at(-1)?.mail.text).toContain(`/alerts/${subscriberToken(subscriber.id)}`);
});

test('a subscription is ended, ended again, resumed, and subscribed to anew', async () => {
  const { subscriber, subscription } = await subscribed({ email });
  const token = subscriberToken(subscriber.id);
  await endSubscription(token, subscription.id, now);
  await endSubscription(token, subscription.id, later(1));
  expect((await newestSubscription(email)).endedAt).toEqual(now);
  await resumeSubscription(token, subscription.id);
  expect((await newestSubscription(email)).endedAt).toBeNull();
  await endSubscription(token, subscription.id, now);
  await requestSubscription({ email }, { now: later(100_000) });
  expect(await db().subscription.count()).toBe(1);
  expect((await newestSubscription(email)).confirmedAt).toBeNull();
});

test('one subscriber cannot touch the subscription of another', async () => {
  const mine = await subscribed();
  const theirs = await subscribed();
  const token = subscriberToken(mine.subscriber.id);
  await expect(endSubscription(token, theirs.subscription.id)).rejects.toMatchObject({ code: 'not-found' });
  await expect(resumeSubscription(token, theirs.subscription.id)).rejects.toMatchObject({
    code: 'not-found',
  });
});

test('one network, and one address, can ask only a few times an hour', async () => {
  const network = '192.0.2.1';
  for (let n = 0; n < 5; n += 1) await requestSubscription({ email }, { now, network });
  await expect(requestSubscription({ email }, { now, network })).rejects.toMatchObject({ code: 'too-many' });
  // What is refused anyway uses up nothing.
  for (let n = 0; n < 40; n += 1)
    await expect(requestSubscription({ email: 'slip' }, { now, network })).rejects.toMatchObject({
      code: 'invalid',
    });
  await requestSubscription({ email: 'else@example.org' }, { now, network });
});

test('who asks to be deleted leaves nothing behind', async () => {
  const { subscriber } = await subscribed({ email });
  await deleteSubscriber(subscriberToken(subscriber.id));
  await deleteSubscriber(subscriberToken(subscriber.id));
  expect(await db().subscriber.count()).toBe(0);
  expect(await db().subscription.count()).toBe(0);
});

test('requests that nobody confirmed are forgotten after a week', async () => {
  await requestSubscription({ email }, { now });
  await db().subscriber.updateMany({ data: { createdAt: now } });
  await forgetUnconfirmed(later(48 + 7 * 24 - 1));
  expect(await db().subscriber.count()).toBe(1);
  await forgetUnconfirmed(later(48 + 7 * 24 + 1));
  expect(await db().subscriber.count()).toBe(0);
});

test.each([
  [{ email: 'nobody' }, 'email', /e-mail address/],
  [{ email: 'a@b.org\r\nBcc: c@d.org' }, 'email', /e-mail address/],
  [{ email, cadence: 'daily' }, 'cadence', /Only "immediate"/],
  [{ email, filter: { from: '2020-01-01' } }, 'filter.from', /cannot be part of an alert yet/],
  [{ email, filter: { class: ['XX'] } }, 'filter.class.0', /is no class/],
  [{ email, filter: { site: ['atlantis'] } }, 'filter.site', /is no site of the catalogue/],
  [{ email, timeZone: 'Mars/Olympus' }, 'timeZone', /is not a time zone/],
  [{ email, minMissiles: 0 }, 'minMissiles', /is below 1/],
  [{ email, class: ['CM'] }, 'class', /is no field here/],
  [{ email, name: 'a\r\nb' }, 'name', /cannot be used in a name/],
])('%o is refused at its field', async (input, path, message) => {
  await expect(requestSubscription(input, { now })).rejects.toMatchObject({
    code: 'invalid',
    errors: [{ path, message: expect.stringMatching(message) }],
  });
  expect(await db().subscriber.count()).toBe(0);
});
