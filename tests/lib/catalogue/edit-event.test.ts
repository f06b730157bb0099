import { describe, expect, test } from 'vitest';
import { addAssessment, editEvent, recallEvent, recordEvent, withdrawEvent } from '@/lib/catalogue/commands';
import { catalogueVersion, getEvent } from '@/lib/catalogue/queries';
import { reviseEvents } from '@/lib/catalogue/revisions';
import { inTransaction } from '@/lib/catalogue/transaction';
import { rowsOf, testDatabase } from '../../support/database';
import { anEvent, people } from '../../support/factories';

testDatabase();

const now = new Date('2026-11-01T12:00:00Z');
const later = new Date('2026-11-01T12:05:00Z');
const first = { actor: people.editor, reason: 'first report', now, holdSeconds: 120 };
const correction = { actor: people.editor, reason: 'final report', now: later, holdSeconds: 60 };

const published = async (overrides: Parameters<typeof anEvent>[0] = {}) =>
  (await recordEvent(anEvent(overrides), first)).event;
const jobs = () =>
  rowsOf(
    "SELECT j.payload->>'kind' AS kind, (j.payload->>'revision')::int AS revision, j.run_at FROM graphile_worker._private_jobs j ORDER BY j.run_at",
  );
const noJobs = () => rowsOf('DELETE FROM graphile_worker._private_jobs');
const kinds = (slug: string) =>
  rowsOf(
    `SELECT r.kind::text, r.reason FROM revisions r JOIN events e ON e.id = r.event_id WHERE e.slug = '${slug}' ORDER BY r.number`,
  );

describe('correcting a published event', () => {
  test('keeps its address, makes a revision with the reason, and has an update sent', async () => {
    const event = await published();
    await noJobs(); // the first alert has gone out
    const { event: corrected, alertAt } = await editEvent(
      event.slug,
      1,
      {
        ...event,
        localDate: '2020-04-13',
        salvos: [{ ...event.salvos[0], countMin: 3, countMax: 3, countText: null }],
      },
      correction,
    );
    expect(corrected).toMatchObject({
      slug: event.slug,
      localDate: '2020-04-13',
      revision: 2,
      missiles: { min: 3, max: 3 },
    });
    expect(await kinds(event.slug)).toEqual([
      { kind: 'recorded', reason: 'first report' },
      { kind: 'corrected', reason: 'final report' },
    ]);
    expect(alertAt).toEqual(new Date('2026-11-01T12:06:00Z'));
    expect(await jobs()).toEqual([{ kind: 'update', revision: 2, run_at: alertAt }]);
  });

  test('that changes nothing leaves no revision, no version and no alert', async () => {
    await noJobs();
    const event = await published();
    await noJobs();
    const version = await catalogueVersion();
    const answer = await editEvent(event.slug, 1, event, correction);
    expect(answer).toMatchObject({
      changed: false,
      alertAt: null,
      event: { revision: 1, updatedAt: event.updatedAt },
    });
    expect(await catalogueVersion()).toBe(version);
    expect(await jobs()).toEqual([]);
  });

  test('while its first alert is held changes what that alert will say, not when', async () => {
    const event = await published();
    const held = new Date('2026-11-01T12:02:00Z');
    const { alertAt } = await editEvent(event.slug, 1, { ...event, notes: 'At night.' }, correction);
    expect(alertAt).toEqual(held);
    expect(await jobs()).toEqual([{ kind: 'new_event', revision: 2, run_at: held }]);
    await noJobs();
  });

  test('of a revision that is no longer the latest names who changed which field, and writes nothing', async () => {
    const event = await published();
    await editEvent(
      event.slug,
      1,
      { ...event, salvos: [{ ...event.salvos[0], distanceKm: 160 }] },
      correction,
    );
    const late = editEvent(
      event.slug,
      1,
      { ...event, notes: 'At night.' },
      { ...correction, actor: people.admin },
    );
    await expect(late).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('Ed Itor changed this event after you opened it.'),
      errors: expect.arrayContaining([
        { path: 'salvos.0.distanceKm', message: 'Salvo: distance was 150 km, and is now 160 km.' },
      ]),
    });
    expect(await getEvent(event.slug)).toMatchObject({ revision: 2, notes: null });
  });

  test('cannot make a draft of it', async () => {
    const event = await published();
    await expect(editEvent(event.slug, 1, { ...event, status: 'draft' }, correction)).rejects.toMatchObject({
      errors: [{ path: 'status' }],
    });
  });
});

describe('withdrawing', () => {
  test('keeps the event with its reason, and has a withdrawal sent', async () => {
    const event = await published();
    await noJobs();
    const { event: withdrawn } = await withdrawEvent(event.slug, 'It was an air-defence drill.', correction);
    expect(withdrawn).toMatchObject({
      status: 'withdrawn',
      statusReason: 'It was an air-defence drill.',
      revision: 2,
    });
    expect(await jobs()).toMatchObject([{ kind: 'withdrawal', revision: 2 }]);
    await expect(withdrawEvent(event.slug, 'Again.', correction)).rejects.toMatchObject({ code: 'conflict' });
    const { event: back } = await editEvent(
      event.slug,
      2,
      { ...withdrawn, status: 'preliminary', statusReason: null },
      correction,
    );
    expect(back.status).toBe('preliminary');
    expect((await kinds(event.slug)).map(({ kind }) => kind)).toEqual([
      'recorded',
      'withdrawn',
      'reinstated',
    ]);
    await noJobs();
  });

  test('while the first alert is held tells nobody anything', async () => {
    const event = await published();
    const { alertAt } = await withdrawEvent(event.slug, 'Recorded by mistake.', correction);
    expect(alertAt).toBeNull();
    expect(await jobs()).toEqual([]);
    await expect(recallEvent(event.slug, correction)).rejects.toMatchObject({ code: 'gone' });
  });

  test('takes a reason', async () => {
    const event = await published();
    await expect(withdrawEvent(event.slug, ' ', correction)).rejects.toMatchObject({
      errors: [{ path: 'statusReason', message: 'Say why it is withdrawn.' }],
    });
    await noJobs();
  });
});

test('one more assessment is added to the others, and the figures of record stay', async () => {
  const event = await published();
  const { event: after } = await addAssessment(
    event.slug,
    { assessor: 'Japan MOD', statedOn: '2020-04-15', text: 'It flew 140 km.', figures: { distanceKm: 140 } },
    correction,
  );
  expect(after.assessments.map(({ assessor }) => assessor)).toEqual(['ROK JCS', 'Japan MOD']);
  expect(after.salvos[0]?.distanceKm).toBe(150);
  await expect(addAssessment(event.slug, { assessor: 'KCNA' }, correction)).rejects.toMatchObject({
    code: 'invalid',
    errors: [{ path: 'assessments.2.text' }],
  });
  await noJobs();
});

test('a change made to many events at once is a revision of each, and nobody is told', async () => {
  const slugs = [(await published()).slug, (await published()).slug];
  await noJobs();
  const ids = (await rowsOf(`SELECT id FROM events WHERE slug IN ('${slugs.join("','")}')`)).map(({ id }) =>
    Number(id),
  );
  await inTransaction((tx) => reviseEvents(tx, ids, { actor: people.editor, reason: 'Site renamed' }));
  for (const slug of slugs)
    expect((await kinds(slug)).at(-1)).toEqual({ kind: 'corrected', reason: 'Site renamed' });
  expect(await jobs()).toEqual([]);
});
