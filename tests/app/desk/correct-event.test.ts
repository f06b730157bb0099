import { beforeAll, describe, expect, test, vi } from 'vitest';
import { addOneAssessment, adopt, changeStatus } from '@/app/desk/events/[slug]/actions';
import { saveEvent } from '@/app/desk/events/actions';
import type { EventFormAnswer } from '@/components/desk/event-form-answer';
import { editEvent, publishEvent, recordEvent, withdrawEvent } from '@/lib/catalogue/commands';
import { blankEvent, type EventFormValues } from '@/lib/catalogue/event-form';
import { mergeForms } from '@/lib/catalogue/event-form-merge';
import { toEventForm } from '@/lib/catalogue/event-form-values';
import type { EventRecord } from '@/lib/catalogue/event-record';
import { getHistory } from '@/lib/catalogue/history';
import { getEventAtDesk } from '@/lib/catalogue/queries';
import { testDatabase } from '../../support/database';
import { anEvent, people, recorded } from '../../support/factories';
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
const opened: EventFormAnswer = {
  values: blankEvent(),
  errors: [],
  code: null,
  message: null,
  slug: '',
  revision: '',
  since: null,
};

/** What the browser sends for a form. */
function sent(values: EventFormValues, fields: Record<string, string> = {}): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(values)) {
    if (typeof value === 'string') data.set(name, value);
    else
      for (const [place, part] of value.entries())
        for (const [field, text] of Object.entries(part)) data.set(`${name}.${place}.${field}`, text);
  }
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
}
const formOf = (fields: Record<string, string>) => {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
};
const save = (event: EventRecord, changes: Partial<EventFormValues>, fields: Record<string, string> = {}) =>
  saveEvent(
    opened,
    sent(
      { ...toEventForm(event), ...changes },
      { slug: event.slug, revision: String(event.revision), ...fields },
    ),
  );
async function pathAfter(attempt: Promise<unknown>): Promise<string> {
  const error = await attempt.catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(Redirect);
  return (error as Redirect).message;
}

describe('correcting a published event in the form', () => {
  test('takes a reason, which readers see in the history', async () => {
    const event = await recorded();
    expect(await save(event, { notes: 'At night.' })).toMatchObject({
      code: 'invalid',
      errors: [{ path: 'reason', message: 'Say why it is changed: readers see it in the history.' }],
      values: { notes: 'At night.' },
    });
    await pathAfter(save(event, { notes: 'At night.', reason: 'Time named by KCNA' }));
    const [latest] = await getHistory(event.slug);
    expect(latest).toMatchObject({
      kind: 'corrected',
      reason: 'Time named by KCNA',
      event: { notes: 'At night.' },
    });
  });

  test('that changes nothing says so and makes no revision', async () => {
    const event = await recorded();
    expect(await pathAfter(save(event, { reason: 'Looked at again' }))).toContain('unchanged=1');
    expect(await getEventAtDesk(event.slug)).toMatchObject({ revision: 1 });
  });

  test('disputes it where the status and the reason say so, and cannot take its sources away', async () => {
    const event = await recorded();
    await pathAfter(
      save(event, { status: 'disputed', statusReason: 'JCS and MOD differ.', reason: 'MOD denies it' }),
    );
    expect(await getEventAtDesk(event.slug)).toMatchObject({
      status: 'disputed',
      statusReason: 'JCS and MOD differ.',
    });
    const disputed = await getEventAtDesk(event.slug);
    expect(await save(disputed, { assessments: [], citations: [], reason: 'x' })).toMatchObject({
      errors: [{ path: 'citations', message: 'Give at least one source before this is published.' }],
    });
  });

  test('of a figure to a value of no claim leaves it with nobody', async () => {
    const event = await recorded({ salvos: [{ distanceKm: 150, sources: { distanceKm: 0 } }] });
    const [salvo] = toEventForm(event).salvos;
    if (!salvo) throw new Error('no salvo');
    await pathAfter(
      save(event, { salvos: [{ ...salvo, distanceKm: '155' }], reason: 'Measured on the map' }),
    );
    const after = await getEventAtDesk(event.slug);
    expect(after.salvos[0]?.distanceKm).toBe(155);
    expect(after.salvos[0]?.sources).not.toHaveProperty('distanceKm');
    expect(after.salvos[0]?.sources).toHaveProperty('class', 0);
  });
});

describe('two analysts at once', () => {
  const draft = async () => (await recordEvent(anEvent({ status: 'draft' }), change)).event;

  test('the second is shown the first one’s change, and what he saves then reverts nothing', async () => {
    const event = await draft();
    await editEvent(event.slug, 1, { ...event, notes: 'At night.', statusReason: 'First.' }, change);
    const late = await save(event, { statusReason: 'Second.' });
    expect(late).toMatchObject({ code: 'conflict', since: { by: people.editor.name, revision: 2 } });
    if (!late.since) throw new Error('nothing since');
    const { values, rows } = mergeForms(late.since.opened, late.values, late.since.now);
    expect(rows.map(({ kind, label, was, theirs, mine }) => [kind, label, was, theirs, mine])).toEqual([
      ['conflict', 'Reason for the status', 'empty', 'First.', 'Second.'],
      ['taken', 'Notes', 'empty', 'At night.', null],
    ]);
    await pathAfter(saveEvent(opened, sent(values, { slug: event.slug, revision: '2' })));
    expect(await getEventAtDesk(event.slug)).toMatchObject({
      notes: 'At night.',
      statusReason: 'Second.',
      revision: 3,
    });
  });

  test('without scripts a choice is sent with the form', async () => {
    const event = await draft();
    await editEvent(event.slug, 1, { ...event, notes: 'Theirs.' }, change);
    const late = await save(event, { notes: 'Mine.' });
    if (!late.since) throw new Error('nothing since');
    const { values, rows } = mergeForms(late.since.opened, late.values, late.since.now);
    const fields = {
      slug: event.slug,
      revision: '2',
      'choice.0': JSON.stringify(rows[0]?.take),
      'choice.1': '',
    };
    await pathAfter(saveEvent(opened, sent(values, fields)));
    expect(await getEventAtDesk(event.slug)).toMatchObject({ notes: 'Theirs.' });
  });

  test('where the first published it meanwhile, the second’s save is a correction with a reason', async () => {
    const event = await draft();
    await publishEvent(event.slug, 'confirmed', change);
    const late = await save(event, { notes: 'Mine.' });
    if (!late.since) throw new Error('nothing since');
    const { values } = mergeForms(late.since.opened, late.values, late.since.now);
    expect(values.status).toBe('confirmed');
    const fields = { slug: event.slug, revision: '2' };
    expect(await saveEvent(opened, sent(values, fields))).toMatchObject({ errors: [{ path: 'reason' }] });
    await pathAfter(saveEvent(opened, sent({ ...values, reason: 'Note added' }, fields)));
    expect(await getEventAtDesk(event.slug)).toMatchObject({ status: 'confirmed', notes: 'Mine.' });
    as('analyst');
    expect(await save(event, { notes: 'Mine.' })).toMatchObject({ code: 'conflict' });
    as('editor');
  });

  test('where the first withdrew it meanwhile, it stays withdrawn', async () => {
    const event = await recorded();
    await withdrawEvent(event.slug, 'An air-defence drill.', change);
    const late = await save(event, { notes: 'Mine.', reason: 'Note added' });
    if (!late.since) throw new Error('nothing since');
    const { values } = mergeForms(late.since.opened, late.values, late.since.now);
    await pathAfter(saveEvent(opened, sent(values, { slug: event.slug, revision: '2' })));
    expect(await getEventAtDesk(event.slug)).toMatchObject({
      status: 'withdrawn',
      statusReason: 'An air-defence drill.',
      notes: 'Mine.',
    });
  });

  test('salvos that the first added and took away meanwhile are not brought back or lost', async () => {
    const { event } = await recordEvent(
      anEvent({ status: 'draft', salvos: [{ distanceKm: 1 }, { distanceKm: 2, site: 'sunan' }] }),
      change,
    );
    const [, second] = event.salvos;
    await editEvent(
      event.slug,
      1,
      { ...event, salvos: [second, { class: 'SRBM', countMin: 1, countMax: 1 }] },
      change,
    );
    const [first, other] = toEventForm(event).salvos;
    if (!first || !other) throw new Error('no salvos');
    const late = await save(event, { salvos: [first, { ...other, apogeeKm: '30' }] });
    if (!late.since) throw new Error('nothing since');
    const { values } = mergeForms(late.since.opened, late.values, late.since.now);
    await pathAfter(saveEvent(opened, sent(values, { slug: event.slug, revision: '2' })));
    expect((await getEventAtDesk(event.slug)).salvos).toMatchObject([
      { distanceKm: 2, apogeeKm: 30 },
      { class: 'SRBM' },
    ]);
  });

  test('a draft whose date the first changed is found under its new address', async () => {
    const event = await draft();
    const { event: moved } = await editEvent(event.slug, 1, { ...event, localDate: '2020-04-15' }, change);
    expect(moved.slug).not.toBe(event.slug);
    const late = await save(event, { notes: 'Mine.' });
    expect(late).toMatchObject({ code: 'conflict', since: { slug: moved.slug, revision: 2 } });
  });

  test('a revision that never was is refused in words', async () => {
    const event = await draft();
    for (const revision of ['99', 'x', '1e99', ''])
      expect(await save(event, { notes: 'Mine.' }, { revision })).toMatchObject({
        code: 'conflict',
        since: null,
        values: { notes: 'Mine.' },
      });
  });
});

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
    expect(first).toMatchObject({ code: null, undo: '0.distanceKm', revision: 2 });
    const second = await adopt(first, press('0.apogeeKm.1'));
    expect(second).toMatchObject({ code: null, undo: '0.apogeeKm', revision: 3 });
    const undone = await adopt(second, formOf({ slug: event.slug, revision: '1', undo: '0.apogeeKm' }));
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
