import { beforeAll, describe, expect, test, vi } from 'vitest';
import { addOneAssessment, adopt, changeStatus } from '@/app/desk/events/[slug]/actions';
import { editEvent, recordEvent } from '@/lib/catalogue/commands';
import type { EventRecord } from '@/lib/catalogue/event-record';
import { getHistory } from '@/lib/catalogue/history';
import { getEventAtDesk } from '@/lib/catalogue/queries';
import { testDatabase } from '../../support/database';
import { anEvent, people, recorded } from '../../support/factories';
import { formOf } from '../../support/form-data';
import { Redirect } from '../../support/next-request';
import { as, signInWalkers } from '../../support/walkers';

vi.mock('next/headers', async () => (await import('../../support/next-request')).nextHeaders);
vi.mock('next/cache', async () => (await import('../../support/next-request')).nextCache);
vi.mock('next/link', async () => (await import('../../support/next-request')).nextLink);
vi.mock('next/navigation', async () => (await import('../../support/next-request')).nextNavigation);

testDatabase();
beforeAll(async () => {
  await signInWalkers();
  as('editor');
});

const change = { actor: people.editor, reason: 'test', holdSeconds: null };
async function pathAfter(attempt: Promise<unknown>): Promise<string> {
  const error = await attempt.catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(Redirect);
  return (error as Redirect).message;
}

describe('changing the status', () => {
  const form = (event: EventRecord, status: string, reason: string) =>
    formOf({ slug: event.slug, revision: String(event.revision), status, reason });

  test('takes a reason, confirms, disputes, withdraws and reinstates, and is told in the history', async () => {
    let event = await recorded();
    expect(await changeStatus(null, form(event, 'withdrawn', ' '))).toMatchObject({
      errors: [{ path: 'reason', message: 'Say why: readers see it.' }],
      reason: ' ',
      status: 'withdrawn',
    });
    for (const [status, reason, stands] of [
      ['confirmed', 'Seen by both.', null],
      ['disputed', 'MOD denies it.', 'MOD denies it.'],
      ['withdrawn', 'An air-defence drill.', 'An air-defence drill.'],
      ['preliminary', 'It was a test after all.', null],
    ] as const) {
      await pathAfter(changeStatus(null, form(event, status, reason)));
      event = await getEventAtDesk(event.slug);
      expect(event).toMatchObject({ status, statusReason: stands });
    }
    expect((await getHistory(event.slug)).map(({ kind, reason }) => [kind, reason])).toEqual([
      ['reinstated', 'It was a test after all.'],
      ['withdrawn', 'An air-defence drill.'],
      ['corrected', 'MOD denies it.'],
      ['corrected', 'Seen by both.'],
      ['recorded', 'test'],
    ]);
  });

  test('of an event that somebody else changed is refused, and keeps the reason', async () => {
    const event = await recorded();
    await editEvent(event.slug, 1, { ...event, notes: 'At night.' }, change);
    expect(await changeStatus(null, form(event, 'confirmed', 'Seen by both.'))).toMatchObject({
      code: 'conflict',
      reason: 'Seen by both.',
      errors: [{ message: 'Notes was unknown, and is now At night.' }],
    });
    expect(await changeStatus(null, form(event, 'nonsense', 'x'))).toMatchObject({ code: 'invalid' });
  });
});

describe('at the ledger', () => {
  const claims = [
    { assessor: 'ROK JCS', text: '760 km', figures: { distanceKm: 760 } as Record<string, number> },
    { assessor: 'Japan MOD', text: '750 km', figures: { distanceKm: 750, apogeeKm: 50 } },
  ];

  test('keys that are pressed before the page is drawn anew are no conflict with oneself', async () => {
    const { event } = await recordEvent(anEvent({ status: 'draft', assessments: claims }), change);
    const press = (cell: string) => formOf({ slug: event.slug, revision: '1', adopt: cell });
    const first = await adopt(null, press('0.distanceKm.1'));
    expect(first).toMatchObject({ code: null, undo: '0.distanceKm.2', revision: 2 });
    const second = await adopt(first, press('0.apogeeKm.1'));
    expect(second).toMatchObject({ code: null, undo: '0.apogeeKm.3', revision: 3 });
    const undone = await adopt(second, formOf({ slug: event.slug, revision: '1', undo: '0.apogeeKm.3' }));
    expect(undone).toMatchObject({ code: null, undo: null, revision: 4 });
    expect((await getEventAtDesk(event.slug)).salvos[0]).toMatchObject({ distanceKm: 750, apogeeKm: null });
  });

  test('nonsense is refused, and writes nothing', async () => {
    const { event } = await recordEvent(anEvent({ status: 'draft', assessments: claims }), change);
    for (const cell of ['', '0', '0.distanceKm', '0.nonsense.1', '9.distanceKm.1', '0.distanceKm.9', 'x.y.z'])
      expect(await adopt(null, formOf({ slug: event.slug, revision: '1', adopt: cell }))).toMatchObject({
        code: 'invalid',
        undo: null,
      });
    expect(await getEventAtDesk(event.slug)).toMatchObject({ revision: 1 });
  });

  test('one more assessment is added, or comes back with a message at each field', async () => {
    const { event } = await recordEvent(anEvent({ status: 'draft', assessments: claims }), change);
    const form = (fields: Record<string, string>) =>
      formOf({
        slug: event.slug,
        ...Object.fromEntries(
          Object.entries(fields).map(([name, value]) => [`assessments.0.${name}`, value]),
        ),
      });
    expect(await addOneAssessment(null, form({}))).toMatchObject({
      errors: [{ path: 'assessments.0.assessor' }, { path: 'assessments.0.text' }],
    });
    const wrong = { assessor: 'KCNA', text: 'It flew.', 'figures.distanceKm': 'far', 'citation.url': 'x' };
    expect(await addOneAssessment(null, form(wrong))).toMatchObject({
      code: 'invalid',
      values: wrong,
      errors: expect.arrayContaining([
        expect.objectContaining({ path: 'assessments.0.figures.distanceKm' }),
        expect.objectContaining({ path: 'assessments.0.citation.url' }),
        expect.objectContaining({ path: 'assessments.0.citation.publisher' }),
      ]),
    });
    const right = {
      ...wrong,
      'figures.distanceKm': '740',
      'figures.launchTime': '07:00',
      'citation.url': '',
    };
    expect(await addOneAssessment(null, form(right))).toMatchObject({
      code: null,
      message: 'Claim 3, KCNA, is added. Its figures can be adopted above.',
      values: { assessor: '' },
    });
    expect((await getEventAtDesk(event.slug)).assessments[2]).toMatchObject({
      figures: { distanceKm: 740, launchedAt: '2020-04-13T22:00:00.000Z' },
    });
  });
});
