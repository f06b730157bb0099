import { beforeAll, describe, expect, test, vi } from 'vitest';
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
import { eventFormData } from '../../support/form-data';
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

const save = (event: EventRecord, changes: Partial<EventFormValues>, fields: Record<string, string> = {}) =>
  saveEvent(
    opened,
    eventFormData(
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
    await pathAfter(saveEvent(opened, eventFormData(values, { slug: event.slug, revision: '2' })));
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
    await pathAfter(saveEvent(opened, eventFormData(values, fields)));
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
    expect(await saveEvent(opened, eventFormData(values, fields))).toMatchObject({
      errors: [{ path: 'reason' }],
    });
    await pathAfter(saveEvent(opened, eventFormData({ ...values, reason: 'Note added' }, fields)));
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
    await pathAfter(saveEvent(opened, eventFormData(values, { slug: event.slug, revision: '2' })));
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
    await pathAfter(saveEvent(opened, eventFormData(values, { slug: event.slug, revision: '2' })));
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
