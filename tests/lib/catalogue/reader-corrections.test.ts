import { describe, expect, test } from 'vitest';
import { editEvent, publishEvent, recallEvent, recordEvent, withdrawEvent } from '@/lib/catalogue/commands';
import type { EventRecord } from '@/lib/catalogue/event-record';
import { getHistory, listChanges } from '@/lib/catalogue/history';
import { catalogueVersion, getEvent } from '@/lib/catalogue/queries';
import {
  declineCorrection,
  receiveCorrection,
  takeUpCorrection,
} from '@/lib/catalogue/reader-correction-commands';
import { listDecidedCorrections, listWaitingCorrections } from '@/lib/catalogue/reader-corrections';
import { countWaiting } from '@/lib/catalogue/review';
import { db } from '@/lib/db/client';
import { testDatabase } from '../../support/database';
import { anEvent, people } from '../../support/factories';

testDatabase();

const at = (minute: number) => new Date(Date.UTC(2026, 10, 1, 12, minute));
const byEditor = (minute: number) => ({
  actor: people.editor,
  reason: 'Read the statement again',
  now: at(minute),
  holdSeconds: 0,
});
const published = async () => (await recordEvent(anEvent(), byEditor(0))).event;
const correct = async ({ slug }: EventRecord, minute: number, notes: string) => {
  const now = await getEvent(slug);
  return (await editEvent(slug, now.revision, { ...now, notes }, byEditor(minute))).event;
};

const said = {
  text: 'Tokyo says two.',
  evidenceUrl: 'https://example.org/two',
  name: ' Rea  Der ',
  email: 'rea@example.org',
};
/** A reader's correction, and its id. */
async function received(slug: string, minute = 5, input: object = said): Promise<number> {
  await receiveCorrection(slug, input, at(minute));
  return (await db().readerCorrection.findFirstOrThrow({ orderBy: { id: 'desc' } })).id;
}
const decided = async (id: number) => (await listDecidedCorrections(50)).find((one) => one.id === id);
const waiting = async (id: number) => (await listWaitingCorrections()).find((one) => one.id === id);

describe('a correction of a reader', () => {
  test('waits at the desk with what was said, and changes nothing public', async () => {
    const { slug } = await published();
    const [version, count] = [await catalogueVersion(), await countWaiting()];
    const id = await received(slug);
    expect(await waiting(id)).toMatchObject({
      event: { slug },
      text: 'Tokyo says two.',
      evidenceUrl: 'https://example.org/two',
      readerName: 'Rea Der',
      email: 'rea@example.org',
      receivedAt: at(5),
      takingUp: [],
    });
    expect(await countWaiting()).toBe(count + 1);
    expect(await catalogueVersion()).toBe(version);
    expect(JSON.stringify([await getEvent(slug), await getHistory(slug)])).not.toContain('Tokyo says two');
  });

  test('sent twice waits once', async () => {
    const { slug } = await published();
    const count = await countWaiting();
    await received(slug);
    await received(slug);
    expect(await countWaiting()).toBe(count + 1);
  });

  test('can be about a withdrawn event, and not about a draft or none', async () => {
    const { slug } = await published();
    await withdrawEvent(slug, 'No launch.', byEditor(1));
    expect(await waiting(await received(slug))).toMatchObject({ event: { status: 'withdrawn' } });
    const { event: draft } = await recordEvent(anEvent({ status: 'draft' }), byEditor(0));
    for (const nowhere of [draft.slug, 'kp-1900-01-01', 'a\u0000b'])
      await expect(receiveCorrection(nowhere, said)).rejects.toMatchObject({ code: 'not-found' });
  });

  const notAnAddress = 'This is not a web address like https://example.org/report.';
  test.each([
    { slip: { text: '  ' }, path: 'text', message: 'Please say what is wrong.' },
    { slip: { text: 'x'.repeat(4001) }, path: 'text', message: 'Please take at most 4,000 characters.' },
    { slip: { text: 'a\u0000b' }, path: 'text', message: 'This has a character that cannot be stored.' },
    {
      slip: { evidenceUrl: '' },
      path: 'evidenceUrl',
      message: 'Please give the address of a page that shows it.',
    },
    { slip: { evidenceUrl: 'example.org' }, path: 'evidenceUrl', message: notAnAddress },
    { slip: { evidenceUrl: 'javascript:alert(1)' }, path: 'evidenceUrl', message: notAnAddress },
    { slip: { email: 'rea at example' }, path: 'email', message: 'This is not an e-mail address.' },
    { slip: { name: 'x'.repeat(81) }, path: 'name', message: 'Please take at most 80 characters.' },
  ])('that cannot be used is told so at its field: $path, $message', async ({ slip, path, message }) => {
    const { slug } = await published();
    await expect(receiveCorrection(slug, { ...said, ...slip })).rejects.toMatchObject({
      code: 'invalid',
      errors: [{ path, message }],
    });
  });
});

describe('taking one up', () => {
  test('thanks the reader in the history of the revision that did it, there only, and forgets the address', async () => {
    const event = await published();
    await correct(event, 4, 'Before it arrived.');
    const id = await received(event.slug, 5);
    await correct(event, 6, 'Two.');
    await correct(event, 7, 'Something else.');
    expect((await waiting(id))?.takingUp.map(({ number }) => number)).toEqual([4, 3]);

    const version = await catalogueVersion();
    await takeUpCorrection(id, { revision: 3, byName: true }, byEditor(8));
    expect(await catalogueVersion()).toBe(version + 1);
    expect((await getHistory(event.slug)).map(({ number, thanks }) => [number, thanks])).toEqual([
      [4, []],
      [3, ['Rea Der']],
      [2, []],
      [1, []],
    ]);
    const { changes } = await listChanges({ limit: 1, offset: 1 });
    expect(changes).toMatchObject([{ events: [{ slug: event.slug, number: 3, thanks: ['Rea Der'] }] }]);
    expect(await waiting(id)).toBeUndefined();
    expect(await decided(id)).toMatchObject({
      id,
      email: null,
      decision: { by: 'Ed Itor', at: at(8), takenUpIn: 3, thankedAs: 'Rea Der' },
    });
  });

  test('thanks "a reader" who gave no name, or whose name is left out, each of several', async () => {
    const event = await published();
    const ids = [
      await received(event.slug, 5, { ...said, name: '', email: '' }),
      await received(event.slug, 6, { ...said, text: 'Two, says Seoul.' }),
      await received(event.slug, 7, { ...said, text: 'Two!', name: 'Second Reader' }),
      await received(event.slug, 8, { ...said, text: 'Both two.', name: 'third@example.org' }),
    ];
    await correct(event, 8, 'Two.');
    // An address in place of a name is for nobody to read.
    for (const [place, id] of ids.entries())
      await takeUpCorrection(id, { revision: 2, byName: place !== 1 }, byEditor(9));
    expect((await getHistory(event.slug))[0]?.thanks).toEqual([
      'a reader',
      'a reader',
      'Second Reader',
      'a reader',
    ]);
  });

  test('is known on the day it was decided, and not before', async () => {
    const event = await published();
    const id = await received(event.slug, 5);
    await correct(event, 6, 'Two.');
    await takeUpCorrection(
      id,
      { revision: 2, byName: true },
      { actor: people.editor, now: new Date('2026-11-05T00:00:00Z') },
    );
    const thanks = async (asKnownOn: string) => (await getHistory(event.slug, { asKnownOn }))[0]?.thanks;
    expect(await thanks('2026-11-04')).toEqual([]);
    expect(await thanks('2026-11-05')).toEqual(['Rea Der']);
  });

  test('takes a revision of this event that changed something public since it arrived', async () => {
    const event = await published();
    const other = await published();
    await correct(other, 9, 'Another event.');
    await correct(other, 10, 'Another event again.');
    const id = await received(event.slug, 5);
    for (const revision of [1, 2, 3])
      await expect(takeUpCorrection(id, { revision, byName: true }, byEditor(11))).rejects.toMatchObject({
        code: 'invalid',
        errors: [{ path: 'revision' }],
      });
    for (const revision of [0, Number.NaN, 1e12])
      await expect(takeUpCorrection(id, { revision, byName: true }, byEditor(11))).rejects.toMatchObject({
        code: 'invalid',
      });
    await withdrawEvent(event.slug, 'No launch.', byEditor(6));
    await takeUpCorrection(id, { revision: 2, byName: true }, byEditor(11));
  });

  test('is possible in a publication that was undone and made anew', async () => {
    const { event } = await recordEvent(anEvent(), { ...byEditor(0), holdSeconds: 600 });
    const id = await received(event.slug, 5);
    await recallEvent(event.slug, byEditor(6));
    expect((await waiting(id))?.takingUp).toEqual([]);
    await publishEvent(event.slug, 'preliminary', byEditor(7));
    expect((await waiting(id))?.takingUp).toMatchObject([{ number: 3, kind: 'published' }]);
  });
});

test('one that is not taken up keeps the reason at the desk, and thanks nobody', async () => {
  const event = await published();
  const id = await received(event.slug);
  const version = await catalogueVersion();
  await expect(declineCorrection(id, ' ', byEditor(6))).rejects.toMatchObject({
    errors: [{ path: 'reason' }],
  });
  await declineCorrection(id, 'The page speaks of another day.', byEditor(6));
  expect(await decided(id)).toMatchObject({
    email: null,
    decision: { by: 'Ed Itor', declineReason: 'The page speaks of another day.' },
  });
  expect(await catalogueVersion()).toBe(version);
  expect(JSON.stringify(await getHistory(event.slug))).not.toContain('another day');
});

test('each is decided once, also by two editors at the same time', async () => {
  const event = await published();
  const id = await received(event.slug);
  await correct(event, 6, 'Two.');
  const attempts = await Promise.allSettled([
    takeUpCorrection(id, { revision: 2, byName: true }, byEditor(7)),
    declineCorrection(id, 'No.', { actor: people.admin, now: at(7) }),
  ]);
  expect(attempts.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  await expect(declineCorrection(id, 'No.', byEditor(8))).rejects.toMatchObject({ code: 'conflict' });
  for (const none of [987_654, Number.NaN, 2 ** 40, -1, 1.5])
    await expect(declineCorrection(none, 'No.', byEditor(8))).rejects.toMatchObject({ code: 'not-found' });
});
