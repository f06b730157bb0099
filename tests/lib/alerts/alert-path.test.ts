import { beforeEach, expect, test } from 'vitest';
import { sendDueDeliveries } from '@/lib/alerts/deliver';
import { subscriberToken } from '@/lib/alerts/links';
import { makeAlert } from '@/lib/alerts/make-alert';
import { countRecipients } from '@/lib/alerts/matching';
import { endSubscription } from '@/lib/alerts/subscriptions';
import { publishEvent, recallEvent, recordEvent } from '@/lib/catalogue/commands';
import { db, Prisma } from '@/lib/db/client';
import { rowsOf, testDatabase } from '../../support/database';
import { anEvent, people, recorded } from '../../support/factories';
import { testMailServer } from '../../support/smtp';
import { subscribed } from '../../support/subscribers';

testDatabase();
const server = testMailServer();

const now = new Date('2026-11-01T12:00:00Z');
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
const editor = { actor: people.editor, reason: 'first report', now, holdSeconds: 120 };

beforeEach(async () => {
  await db().delivery.deleteMany();
  await db().subscriber.deleteMany();
  await db().$executeRaw(Prisma.sql`DELETE FROM graphile_worker._private_jobs`);
});

/** The payload of the alert job that a write has left behind. */
async function alertJob(): Promise<unknown> {
  const [job] = await rowsOf(
    "SELECT payload FROM graphile_worker._private_jobs WHERE key LIKE 'alert:%' ORDER BY id DESC",
  );
  return job?.payload;
}

async function alerted(overrides: Parameters<typeof recorded>[0] = {}) {
  const event = await recorded(overrides);
  await makeAlert(await alertJob(), now);
  return event;
}

test('the mail says what makes it news, who claims it, when it was, and how to end it', async () => {
  await recorded({ localDate: '2017-06-08', salvos: [{ countMin: 4, launchedAt: null }] });
  const { subscriber, subscription } = await subscribed({ name: 'Cruise <missiles> & "more"' });
  const { slug } = await alerted();
  await sendDueDeliveries(now, 100);

  const [received] = server().received;
  const { mail, raw } = received ?? { mail: undefined, raw: '' };
  expect(mail?.subject).toBe('[PRELIMINARY] North Korea: cruise missiles, 14 Apr 2020, Munchon');
  const ownPage = `https://apogee.example.org/alerts/${subscriberToken(subscriber.id)}`;
  for (const part of [mail?.text ?? '', mail?.html || '']) {
    expect(part).toContain('first cruise missile launch since 8 June 2017 (1,041 days)');
    expect(part).toContain('presumed');
    expect(part).toContain('ROK JCS');
    expect(part).toContain('07:00 KST (13 Apr 2020, 22:00 UTC)');
    expect(part).toContain(`https://apogee.example.org/events/${slug}`);
    expect(part).toContain(`${ownPage}/unsubscribe/${subscription.id}`);
    expect(part).toContain('https://en.yna.co.kr/view/AEN20200414006452325');
    expect(part).toMatch(/Not known exactly, or not at all: the number of missiles, the system, the apogee/);
  }
  expect(mail?.html).toContain('Cruise &#60;missiles&#62; &#38; &#34;more&#34;');
  expect(mail?.text).toContain('Cruise <missiles> & "more"');
  expect(mail?.html).not.toMatch(/<img|<script|src=/i);
  expect(mail?.headers.get('auto-submitted')).toBe('auto-generated');
  expect(raw).toContain(`\r\nList-Unsubscribe: <${ownPage}/unsubscribe/${subscription.id}>\r\n`);
  expect(raw).toContain('\r\nList-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n');
  expect(raw).toMatch(/^List-Id: .*<alerts\.apogee\.example\.org>\r$/im);
  expect(raw).toMatch(/^Message-ID: <delivery-\d+\.[\w-]{20}@apogee\.example\.org>\r$/m);
  expect(raw.match(/^Message-ID:/gim)).toHaveLength(1);
  expect(
    Math.max(
      ...raw
        .split('\r\n\r\n')
        .slice(1)
        .join('\r\n')
        .split('\r\n')
        .map((line) => line.length),
    ),
  ).toBeLessThanOrEqual(76);
});

test('from the record to the mailbox: one is sent, one is refused for good, one is deferred and sent later', async () => {
  const sent = await subscribed({ filter: { class: ['CM'] }, name: 'Cruise <missiles>' });
  const gone = await subscribed();
  const full = await subscribed();
  await subscribed({ filter: { class: ['ICBM'] } });
  server().refusals.set(gone.subscriber.email, { code: 550, words: 'No such user here' });
  server().refusals.set(full.subscriber.email, { code: 451, words: 'Try again later' });

  const event = await alerted();
  expect(await sendDueDeliveries(now, 100)).toBe(3);
  expect(server().received.map((mail) => mail.to)).toEqual([sent.subscriber.email]);

  const states = await db().delivery.findMany({ orderBy: { subscriberId: 'asc' } });
  expect(states.map(({ state, attempts }) => ({ state, attempts }))).toEqual([
    { state: 'sent', attempts: 1 },
    { state: 'failed', attempts: 1 },
    { state: 'deferred', attempts: 1 },
  ]);
  expect(await db().subscriber.findUniqueOrThrow({ where: { id: gone.subscriber.id } })).toMatchObject({
    suppressedAt: now,
    suppressedReason: expect.stringContaining('No such user here'),
  });

  server().refusals.clear();
  expect(await sendDueDeliveries(now, 100)).toBe(0);
  expect(await sendDueDeliveries(later(3), 100)).toBe(1);
  expect(server().mailTo(full.subscriber.email)).toHaveLength(1);
  expect(await countRecipients(event.slug)).toBe(2);
});

test('two senders at once, one mail each', async () => {
  for (let n = 0; n < 40; n += 1) await subscribed();
  await alerted();
  const claimed = await Promise.all([1, 2, 3, 4].map(() => sendDueDeliveries(now, 15)));
  await sendDueDeliveries(now, 100);
  expect(claimed.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(40);
  expect(server().received).toHaveLength(40);
  expect(new Set(server().received.map((mail) => mail.to)).size).toBe(40);
});

test('the same alert made twice is one alert, and one delivery each', async () => {
  const { subscriber } = await subscribed({ filter: { class: ['CM'] } });
  await subscribed({ email: subscriber.email, filter: { country: ['KP'] } });
  await recorded();
  const job = await alertJob();
  expect(await Promise.all([makeAlert(job, now), makeAlert(job, now)])).toContain(1);
  expect(await makeAlert(job, now)).toBe(0);
  expect(await db().delivery.count()).toBe(1);
});

test('a crash between the 250 and the commit repeats the mail under the same Message-ID', async () => {
  await subscribed();
  await alerted();
  await rowsOf(`CREATE FUNCTION crash() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'crash'; END $$;
    CREATE TRIGGER crash BEFORE UPDATE ON deliveries FOR EACH ROW WHEN (NEW.state = 'sent') EXECUTE FUNCTION crash()`);
  await expect(sendDueDeliveries(now, 100)).rejects.toThrow(/crash/);
  await rowsOf('DROP TRIGGER crash ON deliveries');
  expect(await sendDueDeliveries(later(1), 100)).toBe(0); // still leased
  expect(await sendDueDeliveries(later(11), 100)).toBe(1);
  const [first, second] = server().received.map(({ mail }) => mail.messageId);
  expect(first).toMatch(/^<delivery-/);
  expect(second).toBe(first);
  expect(await db().delivery.findFirst()).toMatchObject({ state: 'sent', attempts: 1 });
});

test('a publication that was undone tells nobody, even where its job still runs', async () => {
  await subscribed();
  const { event } = await recordEvent(anEvent({ localDate: '2021-03-21', status: 'draft' }), editor);
  expect(await countRecipients(event.slug)).toBe(1);
  await publishEvent(event.slug, 'preliminary', editor);
  const job = await alertJob();
  await recallEvent(event.slug, editor);
  expect(await makeAlert(job, now)).toBe(0);
  await publishEvent(event.slug, 'preliminary', editor);
  expect(await makeAlert(job, now)).toBe(0); // the job of the first publication
  expect(await makeAlert(await alertJob(), now)).toBe(1);
});

test('no connection, a refused sender or a closing server put everything off, and nobody is to blame', async () => {
  await subscribed();
  await subscribed();
  await alerted();
  for (const refusal of [
    { code: 550, words: 'Sender not allowed' },
    { code: 421, words: 'Closing down' },
  ]) {
    server().trouble.sender = refusal;
    expect(await sendDueDeliveries(now, 100)).toBe(0);
    expect(await db().delivery.findMany()).toEqual([
      expect.objectContaining({
        state: 'deferred',
        attempts: 0,
        serverAnswer: expect.stringContaining(refusal.words),
      }),
      expect.objectContaining({ state: 'deferred', attempts: 0 }),
    ]);
    await db().delivery.updateMany({ data: { nextAttemptAt: now } });
  }
  expect(await db().subscriber.count({ where: { suppressedAt: { not: null } } })).toBe(0);
});

test('a message that is refused for what it is costs nobody the subscription', async () => {
  await subscribed();
  await alerted();
  server().trouble.message = { code: 554, words: '5.7.1 looks like spam' };
  await sendDueDeliveries(now, 100);
  expect(await db().delivery.findFirst()).toMatchObject({ state: 'failed', attempts: 1 });
  expect(await db().subscriber.count({ where: { suppressedAt: { not: null } } })).toBe(0);
});

test('a temporary refusal is tried again for a day, and no longer', async () => {
  const { subscriber } = await subscribed();
  await alerted();
  server().refusals.set(subscriber.email, { code: 452, words: 'Mailbox full' });
  let moment = now;
  for (let n = 0; n < 60; n += 1) {
    const delivery = await db().delivery.findFirstOrThrow();
    if (delivery.state === 'failed') break;
    moment = delivery.nextAttemptAt;
    await sendDueDeliveries(moment, 100);
  }
  expect(await db().delivery.findFirst()).toMatchObject({ state: 'failed' });
  expect(moment.getTime() - now.getTime()).toBeGreaterThan(24 * 3_600_000 - 1);
  expect(moment.getTime() - now.getTime()).toBeLessThan(27 * 3_600_000);
  expect(await db().subscriber.count({ where: { suppressedAt: { not: null } } })).toBe(0);
});

test('who unsubscribes while a mail waits does not get it any more', async () => {
  const { subscriber, subscription } = await subscribed();
  await alerted();
  await endSubscription(subscriberToken(subscriber.id), subscription.id);
  expect(await sendDueDeliveries(now, 100)).toBe(0);
  expect(server().received).toEqual([]);
});

test('nothing in an event breaks out of the mail', async () => {
  const { subscriber } = await subscribed();
  await alerted({
    salvos: [{ site: null, siteText: 'Somewhere\r\nBcc: victim@example.org', landingArea: '<b>sea</b>' }],
    assessments: [
      { assessor: '<script>alert(1)</script>', text: 'a"><img src=https://evil.example/x>', hedge: '</td>' },
    ],
  });
  await sendDueDeliveries(now, 100);
  const [received] = server().received;
  expect(received?.mail.headers.has('bcc')).toBe(false);
  expect(received?.mail.subject).toContain('Somewhere Bcc: victim@example.org');
  expect(received?.mail.to).toMatchObject({ text: subscriber.email });
  expect(received?.mail.html).not.toMatch(/<script|<img|<b>/);
  expect(received?.mail.html).toContain('&lt;script&gt;');
});
