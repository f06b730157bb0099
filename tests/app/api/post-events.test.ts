import { expect, test } from 'vitest';
import { POST } from '@/app/api/v1/events/route';
import { revokeApiKey } from '@/lib/auth/api-keys';
import { db } from '@/lib/db/client';
import { aKey, call, posted } from '../../support/api';
import { rowsOf, testDatabase } from '../../support/database';
import { anEvent } from '../../support/factories';

testDatabase();

const send = (body: unknown, key?: string, headers?: Record<string, string>) =>
  call(POST, '/events', posted(body, key, headers));

test('an editor publishes: 201, Location, the event, its revision by name, and the held alert', async () => {
  const answer = await send({ ...anEvent(), reason: 'Yonhap, first report' }, await aKey('editor'));
  expect(answer.status).toBe(201);
  expect(answer.headers.get('location')).toMatch(/\/api\/v1\/events\/kp-2020-04-14$/);
  expect(answer.body).toMatchObject({ slug: 'kp-2020-04-14', status: 'preliminary', revision: 1 });
  expect(await db().revision.findFirst()).toMatchObject({
    actor: expect.stringContaining('editor'),
    reason: 'Yonhap, first report',
  });
  const [job] = await rowsOf("SELECT run_at - created_at > '100 s' AS held FROM graphile_worker.jobs");
  expect(job).toEqual({ held: true });
});

test('an event that was read can be sent again as it is', async () => {
  const key = await aKey('editor');
  const first = await send(anEvent({ localDate: '2020-04-15' }), key);
  const again = await send(first.body, key);
  expect(again).toMatchObject({ status: 201, body: { slug: 'kp-2020-04-15-2' } });
  expect(again.body.salvos).toEqual(first.body.salvos);
  expect(again.body.assessments).toEqual(first.body.assessments);
});

test('an analyst drafts and does not publish; a viewer does neither; an administrator both', async () => {
  const [viewer, analyst, admin] = [await aKey('viewer'), await aKey('analyst'), await aKey('admin')];
  const draft = anEvent({ status: 'draft', localDate: '2020-06-01' });
  expect(await send(anEvent(), analyst)).toMatchObject({ status: 403 });
  expect(await send(draft, analyst)).toMatchObject({ status: 201, body: { status: 'draft' } });
  expect(await send(anEvent(), viewer)).toMatchObject({ status: 403 });
  expect(await send(draft, viewer)).toMatchObject({ status: 403 });
  expect(await send(anEvent({ localDate: '2020-06-02' }), admin)).toMatchObject({ status: 201 });
});

test('without a key, with an unknown one, or a revoked one, nothing is recorded', async () => {
  const key = await aKey('editor');
  const name = (await db().apiKey.findFirstOrThrow({ orderBy: { id: 'desc' } })).name;
  await revokeApiKey(name);
  const before = await db().event.count();
  for (const attempt of [
    send(anEvent()),
    send(anEvent(), 'apg_no-such-key'),
    send(anEvent(), key),
    send(anEvent(), undefined, { authorization: `Basic ${key}` }),
  ]) {
    const answer = await attempt;
    expect(answer.status).toBe(401);
    expect(answer.headers.get('www-authenticate')).toContain('Bearer');
  }
  expect(await db().event.count()).toBe(before);
});

test('no key stands in the database', async () => {
  const key = await aKey('editor');
  const rows = await rowsOf('SELECT * FROM api_keys');
  expect(JSON.stringify(rows)).not.toContain(key);
});

test('a repeat with the same Idempotency-Key gets the same answer and records nothing', async () => {
  const key = await aKey('editor');
  const body = anEvent({ localDate: '2021-01-01' });
  const first = await send(body, key, { 'idempotency-key': 'one' });
  const before = await db().event.count();
  const second = await send(body, key, { 'idempotency-key': 'one' });
  expect(second.status).toBe(201);
  expect(second.body).toEqual(first.body);
  expect(second.headers.get('location')).toBe(first.headers.get('location'));
  expect(second.headers.get('idempotency-replayed')).toBe('true');
  expect(await db().event.count()).toBe(before);
  expect(await send(anEvent({ localDate: '2021-01-02' }), key, { 'idempotency-key': 'one' })).toMatchObject({
    status: 409,
  });
  const other = await send(body, await aKey('editor'), { 'idempotency-key': 'one' });
  expect(other.body.slug).toBe('kp-2021-01-01-2');
});

test('repeats at the same time record one event', async () => {
  const key = await aKey('editor');
  const body = anEvent({ localDate: '2021-02-01' });
  const answers = await Promise.all(
    Array.from({ length: 6 }, () => send(body, key, { 'idempotency-key': 'at once' })),
  );
  expect(answers.map((answer) => answer.status)).toEqual([201, 201, 201, 201, 201, 201]);
  expect(new Set(answers.map((answer) => answer.body.slug))).toEqual(new Set(['kp-2021-02-01']));
  expect(await db().event.count({ where: { slug: { startsWith: 'kp-2021-02-01' } } })).toBe(1);
});

test('a refused write does not use up its Idempotency-Key', async () => {
  const key = await aKey('editor');
  const wrong = anEvent({ localDate: '2021-03-01', salvos: [{ countMin: 0 }] });
  expect(await send(wrong, key, { 'idempotency-key': 'mended' })).toMatchObject({ status: 400 });
  const right = anEvent({ localDate: '2021-03-01' });
  expect(await send(right, key, { 'idempotency-key': 'mended' })).toMatchObject({ status: 201 });
  expect(await send(right, key, { 'idempotency-key': '' })).toMatchObject({
    status: 400,
    body: { errors: [{ path: 'Idempotency-Key' }] },
  });
});

test('mistakes are listed with their paths', async () => {
  const body = anEvent({ localDate: '14 April', salvos: [{ countMin: 0, distanceKm: -1 }] });
  const answer = await send(body, await aKey('editor'));
  expect(answer.status).toBe(400);
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  expect((answer.body.errors as { path: string }[]).map((error) => error.path).sort()).toEqual([
    'localDate',
    'salvos.0.countMin',
    'salvos.0.distanceKm',
  ]);
});

test('a field that an event does not have is refused, not dropped', async () => {
  const body = anEvent();
  const slip = { ...body, salvos: [{ ...body.salvos[0], distance_km: 5 }], citation: {} };
  expect(await send(slip, await aKey('editor'))).toMatchObject({
    status: 400,
    body: { errors: [{ path: 'citation' }, { path: 'salvos.0.distance_km' }] },
  });
});

test('a body that is no JSON, of another type, or too large is told so', async () => {
  const key = await aKey('editor');
  expect(await send('{"country":', key)).toMatchObject({ status: 400 });
  expect(await send('', key)).toMatchObject({ status: 400 });
  expect(await send('null', key)).toMatchObject({ status: 400 });
  expect(await send('[]', key)).toMatchObject({ status: 400 });
  expect(await send(anEvent(), key, { 'content-type': 'text/plain' })).toMatchObject({ status: 415 });
  expect(await send({ notes: 'x'.repeat(1024 * 1024) }, key)).toMatchObject({ status: 413 });
});

test('characters that the database cannot keep are refused at their field', async () => {
  const key = await aKey('editor');
  for (const bad of ['a\u0000b', 'a\ud800b']) {
    expect(await send(anEvent({ notes: bad }), key)).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'notes' }] },
    });
    expect(await send({ ...anEvent(), reason: bad }, key)).toMatchObject({ status: 400 });
    const [assessment] = anEvent().assessments ?? [];
    for (const figures of [{ landingArea: bad }, { [bad]: 1 }]) {
      expect(await send({ ...anEvent(), assessments: [{ ...assessment, figures }] }, key)).toMatchObject({
        status: 400,
      });
    }
  }
});

test('a key that writes too often is told to wait', async () => {
  const key = await aKey('analyst');
  const answers = [];
  for (let n = 0; n < 125; n += 1) answers.push(await send('{', key));
  const last = answers.at(-1);
  expect(last?.status).toBe(429);
  expect(Number(last?.headers.get('retry-after'))).toBeGreaterThan(0);
});

test('what is wrong is said in plain words, at its field', async () => {
  const key = await aKey('editor');
  const errorsOf = async (body: unknown) => (await send(body, key)).body.errors;
  expect(await errorsOf({})).toEqual([
    { path: 'country', message: 'Please choose a country.' },
    { path: 'localDate', message: 'Please give a date.' },
    { path: 'salvos', message: 'is missing' },
  ]);
  expect(await errorsOf({ ...anEvent(), salvos: 'one' })).toEqual([
    { path: 'salvos', message: 'is not a list' },
  ]);
  expect(await errorsOf({ ...anEvent(), status: 'final' })).toEqual([
    { path: 'status', message: 'is none of draft, preliminary, confirmed, disputed, withdrawn' },
  ]);
  expect(await errorsOf([])).toEqual([{ path: '', message: 'is not an object' }]);
  expect(await errorsOf({ ...anEvent(), reason: 5 })).toEqual([{ path: 'reason', message: 'is not a text' }]);
});
