import { beforeAll, expect, test } from 'vitest';
import { editEvent, publishEvent, recallEvent, recordEvent } from '@/lib/catalogue/commands';
import { getHistory, listChanges } from '@/lib/catalogue/history';
import { knownSince } from '@/lib/catalogue/known-since';
import { listAssessors } from '@/lib/catalogue/queries';
import { reviseEvents } from '@/lib/catalogue/revisions';
import { inTransaction } from '@/lib/catalogue/transaction';
import { db } from '@/lib/db/client';
import { correctedEvents } from '../../support/corrected-events';
import { testDatabase } from '../../support/database';
import { anEvent, people } from '../../support/factories';
import { loadedEvents } from '../../support/loaded-events';

testDatabase();
beforeAll(correctedEvents);

const slug = 'kp-2020-04-14';
const all = () => listChanges({ limit: 100, offset: 0 });

test('an event has its public changes, the latest first, each against the public state before', async () => {
  const history = await getHistory(slug);
  expect(history.map(({ number, kind, actor, reason }) => [number, kind, actor, reason])).toEqual([
    [4, 'corrected', 'Ed Itor', 'Japan spoke as well.'],
    [3, 'corrected', 'Ed Itor', 'A note.'],
    [2, 'corrected', 'Ed Itor', 'The final figure.'],
    [1, 'recorded', 'Ed Itor', 'first report'],
  ]);
  expect(history[2]).toMatchObject({
    createdAt: '2026-05-10T12:00:00.000Z',
    changes: expect.arrayContaining([
      { path: 'salvos.0.distanceKm', label: 'Salvo: distance', before: '150 km', after: '200 km' },
    ]),
    event: { revision: 2, salvos: [{ distanceKm: 200 }] },
  });
  expect(history.at(-1)?.changes).toEqual([]);
});

test('from a past day it has only what had happened by its end', async () => {
  expect((await getHistory(slug, { asKnownOn: '2026-05-10' })).map(({ number }) => number)).toEqual([
    3, 2, 1,
  ]);
  await expect(getHistory(slug, { asKnownOn: '2026-04-30' })).rejects.toMatchObject({ code: 'not-found' });
});

test('all corrections stand in one list with what they changed; recording is none', async () => {
  const { total, changes } = await all();
  expect(total).toBe(4);
  expect(changes.map(({ kind, reason }) => [kind, reason])).toEqual([
    ['withdrawn', 'The ministry’s paper.'],
    ['corrected', 'Japan spoke as well.'],
    ['corrected', 'A note.'],
    ['corrected', 'The final figure.'],
  ]);
  expect(changes[0]?.events[0]).toMatchObject({
    slug: 'kp-2020-03-29',
    number: 2,
    changes: [
      { label: 'Status', before: 'preliminary', after: 'withdrawn' },
      { label: 'Reason of the status', before: null, after: 'Artillery.' },
    ],
  });
  expect((await listChanges({ limit: 2, offset: 2 })).changes).toEqual(changes.slice(2));
});

test('what a draft said is nobody’s business, and neither is one that is taken back', async () => {
  const change = { actor: people.editor, reason: 'x', holdSeconds: 600 };
  const draft = (await recordEvent(anEvent({ localDate: '2021-01-01', status: 'draft' }), change)).event;
  await expect(getHistory(draft.slug)).rejects.toMatchObject({ code: 'not-found' });
  const edited = await editEvent(draft.slug, 1, { ...draft, notes: 'Half a thought.' }, change);
  await publishEvent(draft.slug, 'confirmed', change);
  const history = await getHistory(draft.slug);
  expect(history.map(({ kind, changes }) => [kind, changes])).toEqual([['published', []]]);
  expect(edited.event.notes).toBe('Half a thought.');
  await recallEvent(draft.slug, change);
  await expect(getHistory(draft.slug)).rejects.toMatchObject({ code: 'not-found' });
  expect((await all()).total).toBe(4);
});

test('what was done to very many events in one go is one entry, that tells of fifty and counts all', async () => {
  await loadedEvents(...Array.from({ length: 60 }, (_, n) => ({ localDate: `20${10 + (n % 10)}-06-15` })));
  const events = await db().event.findMany({ where: { slug: { contains: '-06-15-' } } });
  const change = {
    actor: people.editor,
    reason: 'The site was renamed.',
    now: new Date('2026-11-24T00:00:00Z'),
  };
  await inTransaction(async (tx) => {
    await tx.site.update({ where: { id: 'munchon' }, data: { name: 'Munchon-ni' } });
    await reviseEvents(
      tx,
      events.map(({ id }) => id),
      change,
    );
  });
  const { total, changes } = await all();
  expect(total).toBe(5);
  expect(changes[0]).toMatchObject({ reason: 'The site was renamed.', eventCount: 60 });
  expect(changes[0]?.events).toHaveLength(50);
  expect(changes[0]?.events[0]?.changes).toEqual([
    { path: 'salvos.0.site', label: 'Salvo: site', before: 'Munchon', after: 'Munchon-ni' },
  ]);
  expect(changes.slice(1).map(({ eventCount }) => eventCount)).toEqual([1, 1, 1, 1]);
});

test('nobody’s e-mail address is told, whatever an account is called or a reason says', async () => {
  const actor = { ...people.editor, name: 'ed.itor@institute.example' };
  const given = { actor, reason: 'Ask Ed <ed.itor@institute.example>; he knows.', holdSeconds: null };
  const { event } = await recordEvent(anEvent({ localDate: '2019-01-01' }), given);
  await editEvent(event.slug, 1, { ...event, notes: 'x' }, given);
  const told = JSON.stringify([await getHistory(event.slug), await all()]);
  expect(told).not.toContain('institute.example');
  expect((await getHistory(event.slug))[0]).toMatchObject({
    actor: 'an analyst',
    reason: 'Ask Ed <(address withheld)>; he knows.',
  });
});

test('the records say how far back they go, and who had spoken by a day', async () => {
  expect(await knownSince()).toBe('2026-05-01T12:00:00.000Z');
  expect(await knownSince('kp-2020-03-29')).toBe('2026-05-05T12:00:00.000Z');
  expect(await knownSince('no-such')).toBeNull();
  expect(await listAssessors({ asKnownOn: '2026-05-11' })).toEqual(['ROK JCS']);
  expect(await listAssessors()).toEqual(['Japan MOD', 'ROK JCS']);
  expect(await listAssessors({ asKnownOn: '2026-04-30' })).toEqual([]);
});
