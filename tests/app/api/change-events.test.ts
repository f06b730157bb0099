import { describe, expect, test } from 'vitest';
import { POST as assess } from '@/app/api/v1/events/[slug]/assessments/route';
import { GET, PATCH } from '@/app/api/v1/events/[slug]/route';
import { POST as withdraw } from '@/app/api/v1/events/[slug]/withdraw/route';
import { recordEvent } from '@/lib/catalogue/commands';
import { catalogueVersion } from '@/lib/catalogue/queries';
import { submitDraft } from '@/lib/catalogue/review-commands';
import { db } from '@/lib/db/client';
import { aKey, call, posted } from '../../support/api';
import { rowsOf, testDatabase } from '../../support/database';
import { anEvent, people, recorded } from '../../support/factories';

testDatabase();

type Handler = typeof PATCH;
type Headers = Record<string, string>;
const sending =
  (handler: Handler, method: string) => (slug: string, body: unknown, key?: string, headers?: Headers) =>
    call(handler, `/events/${slug}`, { ...posted(body, key, headers), method, params: { slug } });
const patch = sending(PATCH, 'PATCH');
const read = (slug: string) => call(GET, `/events/${slug}`, { params: { slug } });
const latest = (slug: string) =>
  db().revision.findFirstOrThrow({ where: { event: { slug } }, orderBy: { number: 'desc' } });
const aDraft = async () => (await recorded({ status: 'draft' })).slug;

const claims = [
  { assessor: 'ROK JCS', statedOn: '2020-04-14', text: 'It flew 150 km.', figures: { distanceKm: 150 } },
  { assessor: 'Japan MOD', statedOn: '2020-04-14', text: 'It flew 140 km.', figures: { distanceKm: 140 } },
];

describe('PATCH of an event', () => {
  test('changes what is given, leaves the rest, and keeps the reason', async () => {
    const { slug } = await recorded({ notes: 'At dawn.' });
    const key = await aKey('editor');
    const answer = await patch(slug, { status: 'confirmed', reason: 'Tokyo agrees' }, key);
    expect(answer).toMatchObject({
      status: 200,
      body: { slug, status: 'confirmed', notes: 'At dawn.', revision: 2, salvos: [{ distanceKm: 150 }] },
    });
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(await latest(slug)).toMatchObject({ kind: 'corrected', reason: 'Tokyo agrees' });
    expect(await patch(slug, { notes: null }, key)).toMatchObject({ body: { notes: null, revision: 3 } });
    expect((await latest(slug)).reason).toMatch(/^changed through the API by editor/);
  });

  test('of what was read, as it was read, changes nothing', async () => {
    const key = await aKey('editor');
    const events = [
      await recorded(),
      await recorded({
        localDate: '1984-09',
        salvos: [{ launchedAt: null }, { class: 'SRBM', countMax: 3 }],
      }),
      await recorded({ assessments: claims, salvos: [{ sources: { distanceKm: 1 }, distanceKm: 140 }] }),
      await recorded({ status: 'disputed', statusReason: 'Two say two things.' }),
    ];
    for (const { slug } of events) {
      const version = await catalogueVersion();
      const { body } = await read(slug);
      expect(await patch(slug, body, key)).toMatchObject({ status: 200, body });
      expect(await patch(slug, {}, key)).toMatchObject({ status: 200, body });
      expect(await catalogueVersion()).toBe(version);
      expect(await db().revision.count({ where: { event: { slug } } })).toBe(1);
    }
  });

  test('made from an earlier revision is told field by field what has changed since, and without one changes the latest', async () => {
    const { slug } = await recorded();
    const key = await aKey('editor');
    const { body } = await read(slug);
    await patch(slug, { notes: 'At night' }, key);
    const late = await patch(slug, { ...body, statusReason: 'mine' }, key);
    expect(late).toMatchObject({
      status: 409,
      body: { errors: [{ path: 'notes', message: 'Notes was unknown, and is now At night.' }] },
    });
    expect(await patch(slug, { revision: 7, notes: 'x' }, key)).toMatchObject({ status: 409 });
    expect(await read(slug)).toMatchObject({ body: { revision: 2, notes: 'At night', statusReason: null } });
    expect(await patch(slug, { statusReason: 'mine' }, key)).toMatchObject({
      body: { revision: 3, notes: 'At night', statusReason: 'mine' },
    });
    for (const revision of [0, 1.5, '2', 1e12, null])
      expect(await patch(slug, { revision, notes: 'x' }, key)).toMatchObject({
        status: 400,
        body: { errors: [{ path: 'revision' }] },
      });
    expect(await patch(slug, { notes: 'x' }, key, { 'if-match': '"v1"' })).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'If-Match' }] },
    });
  });

  test('made before a draft was submitted is no conflict: nothing that it says has changed', async () => {
    const slug = await aDraft();
    await submitDraft(slug, { actor: people.analyst, reason: 'please' });
    expect(await patch(slug, { revision: 1, notes: 'x' }, await aKey('analyst'))).toMatchObject({
      status: 200,
      body: { notes: 'x', revision: 3 },
    });
  });

  test('a date that is given is as precise as it is long', async () => {
    const key = await aKey('editor');
    const { slug } = await recorded({ localDate: '1984-09', salvos: [{ launchedAt: null }] });
    expect(await patch(slug, { localDate: '1984-09-02' }, key)).toMatchObject({
      body: { slug, localDate: '1984-09-02', datePrecision: 'day' },
    });
    expect(await patch(slug, { localDate: '1984' }, key)).toMatchObject({ body: { datePrecision: 'year' } });
  });

  test('figures of record stay with their claims where a new list moves or drops these', async () => {
    const key = await aKey('editor');
    const { slug } = await recorded({
      assessments: claims,
      salvos: [{ distanceKm: 140, sources: { distanceKm: 1 } }],
    });
    const moved = await patch(slug, { assessments: [claims[1], claims[0]] }, key);
    expect(moved).toMatchObject({ status: 200, body: { salvos: [{ sources: { distanceKm: 0 } }] } });
    const kcna = { assessor: 'KCNA', text: 'It flew.' };
    const dropped = await patch(slug, { assessments: [kcna, claims[0]] }, key);
    expect(dropped.status).toBe(200);
    expect((dropped.body.salvos as { sources: object }[])[0]?.sources).not.toHaveProperty('distanceKm');
    expect(await patch(slug, { assessments: ['x'] }, key)).toMatchObject({ status: 400 });
  });

  test('publishes a draft that is in review, and readers never hear of the review', async () => {
    const slug = await aDraft();
    await submitDraft(slug, { actor: people.analyst, reason: 'please' });
    expect(await patch(slug, { status: 'preliminary' }, await aKey('analyst'))).toMatchObject({
      status: 403,
    });
    const answer = await patch(slug, { status: 'preliminary' }, await aKey('editor'));
    expect(answer).toMatchObject({ status: 200, body: { status: 'preliminary' } });
    expect(JSON.stringify([answer.body, (await read(slug)).body])).not.toContain('submitted');
    expect(await rowsOf(`SELECT submitted_at, submitted_by FROM events WHERE slug = '${slug}'`)).toEqual([
      { submitted_at: null, submitted_by: null },
    ]);
  });

  test('a status that cannot follow, a field that is not there, and a body that is no object are refused', async () => {
    const key = await aKey('editor');
    const { slug } = await recorded();
    expect(await patch(slug, { status: 'draft' }, key)).toMatchObject({
      body: { errors: [{ path: 'status' }] },
    });
    expect(await patch(slug, { status: 'withdrawn' }, key)).toMatchObject({
      body: { errors: [{ path: 'statusReason' }] },
    });
    expect(await patch(slug, { distanceKm: 3 }, key)).toMatchObject({
      body: { errors: [{ path: 'distanceKm' }] },
    });
    expect(await patch(slug, { salvos: null }, key)).toMatchObject({
      body: { errors: [{ path: 'salvos' }] },
    });
    for (const body of ['[]', 'null', '"x"', '3'])
      expect(await patch(slug, body, key)).toMatchObject({ status: 400 });
    expect(await read(slug)).toMatchObject({ body: { revision: 1 } });
  });

  test('an event that is not there is not found, whatever its address', async () => {
    const key = await aKey('editor');
    for (const slug of ['kp-1900-01-01', 'a\u0000b', '\ud800'])
      for (const handler of [patch, sending(withdraw, 'POST')])
        expect(await handler(slug, { reason: 'x' }, key)).toMatchObject({ status: 404 });
  });
});

describe('POST withdraw', () => {
  const post = sending(withdraw, 'POST');

  test('keeps the event with its reason, once', async () => {
    const { slug } = await recorded();
    const key = await aKey('editor');
    expect(await post(slug, {}, key)).toMatchObject({ status: 400, body: { errors: [{ path: 'reason' }] } });
    expect(await post(slug, { reason: ' ' }, key)).toMatchObject({ status: 400 });
    expect(await post(slug, { reason: 'x', why: 'y' }, key)).toMatchObject({ status: 400 });
    expect(await post(slug, { reason: 'It was artillery.' }, key)).toMatchObject({
      status: 200,
      body: { status: 'withdrawn', statusReason: 'It was artillery.', revision: 2 },
    });
    expect(await latest(slug)).toMatchObject({ kind: 'withdrawn', reason: 'It was artillery.' });
    expect(await post(slug, { reason: 'Again.' }, key)).toMatchObject({ status: 409 });
    expect(await post(await aDraft(), { reason: 'A draft.' }, key)).toMatchObject({ status: 409 });
  });

  test('repeated with the same Idempotency-Key, also at the same time, gets the same answer', async () => {
    const { slug } = await recorded();
    const key = await aKey('editor');
    const once = () => post(slug, { reason: 'Artillery.' }, key, { 'idempotency-key': 'w' });
    const answers = [...(await Promise.all([once(), once(), once()])), await once()];
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    for (const { body } of answers) expect(body).toEqual(answers[0]?.body);
    expect(answers.filter(({ headers }) => headers.get('idempotency-replayed'))).toHaveLength(3);
    expect(await db().revision.count({ where: { event: { slug } } })).toBe(2);
  });
});

describe('POST assessments', () => {
  const post = sending(assess, 'POST');
  const claim = { assessor: 'Japan MOD', statedOn: '2020-04-15', text: 'It flew 140 km.', hedge: 'about' };

  test('adds a claim, leaves the figures of record, and answers 201 with the event', async () => {
    const { slug } = await recorded();
    const key = await aKey('editor');
    const body = { ...claim, figures: { distanceKm: 140 }, reason: 'second claim' };
    const answer = await post(slug, body, key, { 'idempotency-key': 'a' });
    expect(answer).toMatchObject({
      status: 201,
      body: {
        assessments: [{ assessor: 'ROK JCS' }, { assessor: 'Japan MOD', hedge: 'about' }],
        salvos: [{ distanceKm: 150 }],
        revision: 2,
      },
    });
    expect(answer.headers.get('location')).toMatch(new RegExp(`/api/v1/events/${slug}$`));
    expect(await post(slug, body, key, { 'idempotency-key': 'a' })).toMatchObject({
      status: 201,
      body: answer.body,
    });
    expect(await latest(slug)).toMatchObject({ kind: 'corrected', reason: 'second claim', number: 2 });
  });

  test('names mistakes by the fields of the assessment', async () => {
    const { slug } = await recorded();
    const key = await aKey('editor');
    expect(await post(slug, { assessor: 'KCNA' }, key)).toMatchObject({
      status: 400,
      body: { errors: [{ path: 'text' }] },
    });
    const slips = { ...claim, headge: 'x', citation: { uri: 'x' } };
    expect(await post(slug, slips, key)).toMatchObject({
      body: { errors: [{ path: 'headge' }, { path: 'citation.uri' }] },
    });
  });

  test('an analyst adds one to a draft only', async () => {
    const key = await aKey('analyst');
    expect(await post(await aDraft(), claim, key)).toMatchObject({ status: 201, body: { status: 'draft' } });
    expect(await post((await recorded()).slug, claim, key)).toMatchObject({ status: 403 });
  });
});

test('every write has its alert held as long as one from the form', async () => {
  const { event } = await recordEvent(anEvent(), { actor: people.editor, reason: 'test', holdSeconds: null });
  await db().$executeRaw`DELETE FROM graphile_worker._private_jobs`;
  await patch(event.slug, { notes: 'x' }, await aKey('editor'));
  expect(await rowsOf("SELECT run_at - created_at > '100 s' AS held FROM graphile_worker.jobs")).toEqual([
    { held: true },
  ]);
});
