import { beforeAll, expect, test, vi } from 'vitest';
import { decideDoubt, reopenDoubt } from '@/app/desk/doubts/actions';
import { POST } from '@/app/desk/doubts/route';
import { publish, saveEvent } from '@/app/desk/events/actions';
import type { EventFormAnswer } from '@/components/desk/event-form-answer';
import { decidedField, noteField } from '@/lib/catalogue/doubts/decided-in-form';
import { keepDecision } from '@/lib/catalogue/doubts/doubt-commands';
import { readDoubtsAtDesk } from '@/lib/catalogue/doubts/queries';
import { blankEvent } from '@/lib/catalogue/event-form';
import { toEventForm } from '@/lib/catalogue/event-form-values';
import { catalogueVersion, getEventAtDesk } from '@/lib/catalogue/queries';
import { db } from '@/lib/db/client';
import { testDatabase } from '../../support/database';
import { doubtfulEvent } from '../../support/doubtful-event';
import { people, recorded } from '../../support/factories';
import { Redirect, request } from '../../support/next-request';
import { as, may, signInWalkers, walkers } from '../../support/walkers';

vi.mock('next/headers', async () => (await import('../../support/next-request')).nextHeaders);
vi.mock('next/cache', async () => (await import('../../support/next-request')).nextCache);
vi.mock('next/link', async () => (await import('../../support/next-request')).nextLink);
vi.mock('next/navigation', async () => (await import('../../support/next-request')).nextNavigation);

testDatabase();
beforeAll(signInWalkers);

const opened: EventFormAnswer = {
  values: blankEvent(),
  errors: [],
  code: null,
  message: null,
  slug: '',
  revision: '',
  since: null,
};
const entry = {
  country: 'KP',
  localDate: '2020-04-14',
  'salvos.0.countMin': '2',
  'salvos.0.class': 'CM',
  'salvos.0.site': 'Munchon',
};

function form(fields: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
}

async function pathAfter(attempt: Promise<unknown>): Promise<string> {
  const error = await attempt.catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(Redirect);
  return (error as Redirect).message;
}

function ask(body: unknown): Promise<Response> {
  const headers = new Headers(request.headers);
  headers.set('content-type', 'application/json');
  return POST(
    new Request('http://localhost/desk/doubts', { method: 'POST', headers, body: JSON.stringify(body) }),
    { params: Promise.resolve({}) },
  );
}

const open = async (slug: string) => (await readDoubtsAtDesk(slug))?.open.map(({ key }) => key) ?? [];

test.each(walkers)('the form’s question takes the role of analyst: %s', async (walker) => {
  as(walker);
  const response = await ask({ slug: null, values: blankEvent('KP') });
  expect(response.status).toBe(may(walker, 'analyst') ? 200 : walker === 'anonymous' ? 401 : 403);
});

test('a question that makes no sense is answered in words, or with no doubt', async () => {
  as('analyst');
  expect((await ask({ slug: 7 })).status).toBe(400);
  expect((await ask('x')).status).toBe(400);
  for (const values of [null, 'x', { salvos: 'x' }, {}])
    expect(await (await ask({ slug: null, values })).json()).toEqual({ doubts: [] });
});

test('what is decided in the form is kept with the event, and asked no more', async () => {
  as('analyst');
  const other = await recorded();
  const values = {
    ...blankEvent('KP'),
    localDate: '2020-04-14',
    salvos: blankEvent().salvos.map((s) => ({ ...s, site: 'Munchon' })),
  };
  const { doubts } = (await (await ask({ slug: null, values })).json()) as {
    doubts: { doubt: { key: string } }[];
  };
  const key = doubts[0]?.doubt.key ?? '';
  expect(key).toContain(other.slug);

  const decided = { [decidedField]: key, [noteField(key)]: 'the second round of that day' };
  const path = await pathAfter(saveEvent(opened, form({ ...entry, ...decided })));
  const slug = path.replace('/desk/events/', '').replace(/\?.*/, '');
  const saved = await readDoubtsAtDesk(slug);
  expect(saved?.open).toEqual([]);
  expect(saved?.decided).toMatchObject([
    { key, note: 'the second round of that day', actor: 'analyst', stands: true },
  ]);
  expect(saved?.decided[0]?.message).toContain(other.title);

  const again = await ask({ slug, values: toEventForm(await getEventAtDesk(slug)) });
  expect(await again.json()).toMatchObject({
    doubts: [{ doubt: { key }, decision: { actor: 'analyst', note: 'the second round of that day' } }],
  });

  // Another date is another doubt: what was decided stays on record, but does not answer it.
  await pathAfter(saveEvent(opened, form({ ...entry, localDate: '2020-04-15', slug, revision: '1' })));
  const moved = await readDoubtsAtDesk('kp-2020-04-15');
  expect(moved?.open).toHaveLength(1);
  expect(moved?.decided).toMatchObject([{ key, stands: false }]);
});

test('a refused form keeps no decision; what is decided and is no doubt is left aside', async () => {
  as('analyst');
  const before = await db().doubtDecision.count();
  const answer = await saveEvent(opened, form({ ...entry, localDate: 'x', [decidedField]: 'near-event|x' }));
  expect(answer.code).toBe('invalid');
  await pathAfter(
    saveEvent(opened, form({ ...entry, localDate: '2001-01-01', [decidedField]: 'near-event|x' })),
  );
  expect(await db().doubtDecision.count()).toBe(before);
});

test('a decision is made and taken back at the desk, without a revision or a new version', async () => {
  as('analyst');
  const { slug, key } = await doubtfulEvent();
  const version = await catalogueVersion();
  expect(await open(slug)).toContain(key);
  await pathAfter(decideDoubt(null, form({ slug, key, note: ' by its archive ' })));
  expect(await open(slug)).not.toContain(key);
  expect((await readDoubtsAtDesk(slug))?.decided).toMatchObject([{ key, note: 'by its archive' }]);
  await pathAfter(reopenDoubt(null, form({ slug, key })));
  expect(await open(slug)).toContain(key);
  expect(await catalogueVersion()).toBe(version);
  expect(await getEventAtDesk(slug)).toMatchObject({ revision: 1 });
});

test('what is gone meanwhile, and what never was, is answered in words', async () => {
  as('analyst');
  const { slug, key } = await doubtfulEvent({ isDecided: true });
  expect(await decideDoubt(null, form({ slug, key }))).toMatchObject({ code: 'conflict' });
  await pathAfter(reopenDoubt(null, form({ slug, key })));
  expect(await reopenDoubt(null, form({ slug, key }))).toMatchObject({ code: 'conflict' });
  expect(await decideDoubt(null, form({ slug: 'kp-1900-01-01', key }))).toMatchObject({ code: 'not-found' });
  expect(await decideDoubt(null, form({ slug, key, note: 'x'.repeat(301) }))).toMatchObject({
    code: 'invalid',
  });
  expect(await decideDoubt(null, form({ slug, key: '\u0000', note: '\u0000' }))).toMatchObject({
    code: 'conflict',
  });
  expect(await decideDoubt(null, form({ slug: '\u0000', key }))).toMatchObject({ code: 'not-found' });
  expect(await reopenDoubt(null, form({ slug: '\u0000', key: '\u0000' }))).toMatchObject({
    code: 'conflict',
  });
});

test('two who decide on one doubt at once leave one decision', async () => {
  const { slug, key } = await doubtfulEvent();
  const attempts = await Promise.allSettled([
    keepDecision(slug, { key, note: 'one' }, { actor: people.analyst }),
    keepDecision(slug, { key, note: 'two' }, { actor: people.editor }),
  ]);
  expect(attempts.some(({ status }) => status === 'fulfilled')).toBe(true);
  expect((await readDoubtsAtDesk(slug))?.decided).toHaveLength(1);
});

test('an event is published with open doubts, and its decisions stay with it', async () => {
  as('editor');
  const { slug, key } = await doubtfulEvent({ isDecided: true });
  expect((await open(slug)).length).toBeGreaterThan(0);
  await pathAfter(publish(null, form({ slug, revision: '1', status: 'confirmed' })));
  expect((await readDoubtsAtDesk(slug))?.decided).toMatchObject([{ key, stands: true }]);
});
