import { beforeEach, expect, test, vi } from 'vitest';
import OwnPage from '@/app/alerts/[token]/page';
import UnsubscribePage from '@/app/alerts/[token]/unsubscribe/[id]/page';
import { POST as confirm } from '@/app/api/mailed-links/confirm/[token]/route';
import { POST as change } from '@/app/api/mailed-links/subscriber/[token]/route';
import { POST as unsubscribe } from '@/app/api/mailed-links/unsubscribe/[token]/[id]/route';
import ConfirmPage from '@/app/subscribe/confirm/[token]/page';
import { confirmToken, subscriberToken } from '@/lib/alerts/links';
import { requestSubscription } from '@/lib/alerts/subscriptions';
import { db } from '@/lib/db/client';
import { rowsOf, testDatabase } from '../../support/database';
import { setMailEnv } from '../../support/smtp';
import { newestSubscription, subscribed } from '../../support/subscribers';

// A part of Next that is only there in its own build.
vi.mock('next/link', () => ({ default: 'a' }));

testDatabase();

const email = 'ana@example.org';

beforeEach(async () => {
  setMailEnv({});
  await db().subscriber.deleteMany();
});

const post = (fields: Record<string, string> = {}) =>
  new Request('https://apogee.example.org/', { method: 'POST', body: new URLSearchParams(fields) });

const everything = () =>
  rowsOf(
    'SELECT (SELECT json_agg(s ORDER BY id) FROM subscribers s) AS p, (SELECT json_agg(s ORDER BY id) FROM subscriptions s) AS n',
  );

async function waitingToken(): Promise<string> {
  await requestSubscription({ email });
  const { id, confirmExpiresAt } = await newestSubscription(email);
  return confirmToken(id, confirmExpiresAt ?? new Date());
}

test('looking at any mailed page changes nothing', async () => {
  const token = await waitingToken();
  const { subscriber, subscription } = await subscribed();
  const own = subscriberToken(subscriber.id);
  const before = await everything();
  const search = Promise.resolve({});
  await ConfirmPage({ params: Promise.resolve({ token }), searchParams: search });
  await OwnPage({ params: Promise.resolve({ token: own }), searchParams: search });
  await UnsubscribePage({
    params: Promise.resolve({ token: own, id: String(subscription.id) }),
    searchParams: search,
  });
  expect(await everything()).toEqual(before);
});

test('the routes behind the buttons answer to POST only', async () => {
  for (const route of [
    await import('@/app/api/mailed-links/confirm/[token]/route'),
    await import('@/app/api/mailed-links/subscriber/[token]/route'),
    await import('@/app/api/mailed-links/unsubscribe/[token]/[id]/route'),
  ]) {
    expect(Object.keys(route)).toEqual(['POST']);
  }
});

test('the button confirms and leads to the own page; a link that is gone leads back', async () => {
  const token = await waitingToken();
  const answer = await confirm(post(), { params: Promise.resolve({ token }) });
  const { subscriberId, confirmedAt } = await newestSubscription(email);
  expect(answer.status).toBe(303);
  expect(answer.headers.get('location')).toBe(`/alerts/${subscriberToken(subscriberId)}?confirmed=1`);
  expect(confirmedAt).not.toBeNull();

  const gone = await confirm(post(), { params: Promise.resolve({ token: 'wrong' }) });
  expect([gone.status, gone.headers.get('location')]).toEqual([303, '/subscribe/confirm/wrong']);
});

test('one click unsubscribes without a redirect, twice with the same answer', async () => {
  const { subscriber, subscription } = await subscribed({ email });
  const params = Promise.resolve({ token: subscriberToken(subscriber.id), id: String(subscription.id) });
  for (let n = 0; n < 2; n += 1) {
    const answer = await unsubscribe(post({ 'List-Unsubscribe': 'One-Click' }), { params });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain/);
    expect(await answer.text()).toBe('You are unsubscribed.\n');
  }
  expect((await newestSubscription(email)).endedAt).not.toBeNull();
});

test('the form unsubscribes and leads to the page that says so', async () => {
  const { subscriber, subscription } = await subscribed({ email });
  const token = subscriberToken(subscriber.id);
  const answer = await unsubscribe(post(), {
    params: Promise.resolve({ token, id: String(subscription.id) }),
  });
  expect([answer.status, answer.headers.get('location')]).toEqual([
    303,
    `/alerts/${token}/unsubscribe/${subscription.id}?done=1`,
  ]);
});

test('a wrong token or id unsubscribes nobody', async () => {
  const { subscriber, subscription } = await subscribed({ email });
  for (const params of [
    { token: 'wrong', id: String(subscription.id) },
    { token: subscriberToken(subscriber.id), id: '999999' },
    { token: subscriberToken(subscriber.id), id: 'x' },
  ]) {
    const answer = await unsubscribe(post({ 'List-Unsubscribe': 'One-Click' }), {
      params: Promise.resolve(params),
    });
    expect(answer.status).toBe(404);
  }
  expect((await newestSubscription(email)).endedAt).toBeNull();
});

test('the own page ends, resumes and deletes', async () => {
  const { subscriber, subscription } = await subscribed({ email });
  const params = Promise.resolve({ token: subscriberToken(subscriber.id) });
  const id = String(subscription.id);
  await change(post({ action: 'end', subscription: id }), { params });
  expect((await newestSubscription(email)).endedAt).not.toBeNull();
  await change(post({ action: 'resume', subscription: id }), { params });
  expect((await newestSubscription(email)).endedAt).toBeNull();
  await change(post({ action: 'nonsense', subscription: id }), { params });
  expect(await db().subscriber.count()).toBe(1);
  const answer = await change(post({ action: 'delete' }), { params });
  expect(answer.headers.get('location')).toBe('/subscribe?deleted=1');
  expect(await db().subscriber.count()).toBe(0);
});
