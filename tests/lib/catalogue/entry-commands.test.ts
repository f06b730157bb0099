import { describe, expect, test } from 'vitest';
import { editEvent, recordEvent } from '@/lib/catalogue/commands';
import { listEdits } from '@/lib/catalogue/edit-trail';
import { addEntry, deleteEntry, editEntry } from '@/lib/catalogue/entry-commands';
import { checkNames, ownAliases } from '@/lib/catalogue/entry-names';
import { findEntry, listEntries, previewMerger } from '@/lib/catalogue/entry-queries';
import { namedKinds } from '@/lib/catalogue/entry-schema';
import { getHistory } from '@/lib/catalogue/history';
import { catalogueVersion, getEvent, listEvents, newestFirst } from '@/lib/catalogue/queries';
import { loadReferenceLists } from '@/lib/catalogue/starter';
import { db } from '@/lib/db/client';
import { everything } from '@/lib/filter/schema';
import { rowsOf, testDatabase } from '../../support/database';
import { added, aSystem, edited, merged, on } from '../../support/entries';
import { anEvent, people } from '../../support/factories';
import { subscribed } from '../../support/subscribers';

testDatabase();

const recordedOn = async (day: string, overrides: Parameters<typeof anEvent>[0]) =>
  (await recordEvent(anEvent(overrides), { ...on(day), holdSeconds: null })).event;
const slugs = async (filter: Partial<typeof everything>) =>
  (await listEvents({ ...everything, ...filter }, { sort: newestFirst, limit: 100, offset: 0 })).events.map(
    ({ slug }) => slug,
  );
const jobs = () => rowsOf('SELECT 1 FROM graphile_worker._private_jobs');
const errorsOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => [],
    (error: { errors: { path: string; message: string }[] }) => error.errors,
  );

test('the names of the starter lists lead to one entry each', async () => {
  for (const kind of namedKinds) {
    const entries = await listEntries(kind);
    for (const entry of entries) {
      expect(() => checkNames(kind, entry, entries)).not.toThrow();
      expect([entry.id, ownAliases(entry.name, entry.aliases)]).toEqual([entry.id, entry.aliases]);
    }
  }
});

describe('adding', () => {
  test('makes the id of the name, keeps a trace, and moves the catalogue on', async () => {
    const version = await catalogueVersion();
    const input = aSystem({ name: ' Búkgeukseong-9 ', aliases: ['KN-99', 'kn99', 'Bukgeukseong 9'] });
    const entry = await addEntry('system', input, { actor: people.analyst, reason: 'named by KCNA' });
    expect(entry).toMatchObject({ id: 'bukgeukseong-9', name: 'Búkgeukseong-9', aliases: ['KN-99'] });
    expect(await catalogueVersion()).toBe(version + 1);
    expect(await listEdits('system', entry.id)).toMatchObject([
      {
        edit: 'added',
        actor: 'Ana Lyst',
        reason: 'named by KCNA',
        before: null,
        after: { name: entry.name },
      },
    ]);
  });

  test.each([
    [{ name: 'kn 23' }, 'name', 'is taken: it is an alias of Hwasong-11A (hwasong-11a).'],
    [{ name: 'HWASONG 11A' }, 'name', 'is taken: it is the name of Hwasong-11A (hwasong-11a).'],
    [
      { aliases: ['KN23'] },
      'aliases',
      '“KN23” leads elsewhere: it is an alias of Hwasong-11A (hwasong-11a).',
    ],
    [{ name: '북극성' }, 'name', expect.stringContaining('of Latin letters or digits')],
    [{ name: 'New' }, 'name', expect.stringContaining('of Latin letters or digits')],
    [{ country: 'ZZ' }, 'country', '"ZZ" is no country of the catalogue.'],
    [{ country: '' }, 'country', 'Please choose a country.'],
    [{ class: '' as never }, 'class', 'Please choose a class.'],
    [{ name: ' ' }, 'name', 'Please fill this in.'],
    [{ name: 'KN\u0000' }, 'name', 'has a character that cannot be stored'],
    [{ aliases: ['x'.repeat(121)] }, 'aliases.0', 'is longer than 120 characters'],
  ])('%o is refused at its field', async (overrides, path, message) => {
    const errors = await errorsOf(addEntry('system', aSystem(overrides), on('2026-01-01')));
    expect(errors).toEqual([{ path, message }]);
  });

  test('an id that is in use, or was until a merger, is refused at the name', async () => {
    await added('system', aSystem({ name: 'Test A' }));
    const [used] = await errorsOf(
      addEntry('system', aSystem({ name: 'Test-Á!', country: 'IR' }), on('2026-01-01')),
    );
    expect(used).toMatchObject({
      path: 'name',
      message: 'makes the id "test-a", which another system has or had.',
    });
    await added('system', aSystem({ name: 'Test B' }));
    await merged('system', 'test-a', 'test-b');
    await edited('system', 'test-b', { aliases: [] });
    const [was] = await errorsOf(addEntry('system', aSystem({ name: 'Test A' }), on('2026-01-01')));
    expect(was?.path).toBe('name');
  });

  test.each([
    [{ latitude: 91, longitude: 0 }, 'latitude', 'is above 90'],
    [{ latitude: 0, longitude: -181 }, 'longitude', 'is below -180'],
    [{ latitude: Number.NaN, longitude: 0 }, 'latitude', 'is not a number of degrees, like 39.66'],
    [{ latitude: 39.5 }, 'longitude', 'is missing: give both coordinates, or none.'],
    [{ positionPrecision: 'exact' }, 'positionPrecision', 'says how exact a position is, and there is none.'],
  ])('a site at %o is refused at its field', async (position, path, message) => {
    const errors = await errorsOf(
      addEntry('site', { name: 'Nowhere', country: 'KP', ...position }, on('2026-01-01')),
    );
    expect(errors).toEqual([{ path, message }]);
  });

  test('a site far outside its country is none of our business', async () => {
    const site = { name: 'Kwajalein Atoll', country: 'KP', latitude: 8.7, longitude: 167.7, aliases: [] };
    expect((await addEntry('site', site, on('2026-01-01'))).id).toBe('kwajalein-atoll');
  });
});

describe('renaming a system', () => {
  test('revises each event that names it with the reason, tells nobody, and leaves the past as it was', async () => {
    const id = await added('system', aSystem({ name: 'Type X', aliases: ['KN-77'] }));
    const event = await recordedOn('2026-02-01', { salvos: [{ system: id }] });
    const draft = await recordedOn('2026-02-01', { salvos: [{ system: id }], status: 'draft' });
    const other = await recordedOn('2026-02-01', {});
    const before = await jobs();

    const { events } = await edited(
      'system',
      id,
      { name: 'Hwasong-99' },
      {},
      on('2026-03-01', 'KCNA named it'),
    );
    expect(events).toBe(2);
    const now = await getEvent(event.slug);
    expect(now.salvos[0]).toMatchObject({ system: id, systemName: 'Hwasong-99' });
    expect(now.revision).toBe(2);
    expect((await getHistory(event.slug))[0]).toMatchObject({
      kind: 'corrected',
      reason: 'KCNA named it',
      actor: 'Ed Itor',
      changes: [{ path: 'salvos.0.system', before: 'Type X', after: 'Hwasong-99' }],
    });
    expect(await db().event.findUnique({ where: { slug: draft.slug } })).toMatchObject({ revision: 2 });
    expect((await getEvent(other.slug)).revision).toBe(1);
    expect(await jobs()).toEqual(before);

    const past = await getEvent(event.slug, { asKnownOn: '2026-02-28' });
    expect(past).toEqual(event);
    expect(past.salvos[0]?.systemName).toBe('Type X');
    expect((await findEntry('system', id))?.aliases).toEqual(['KN-77', 'Type X']);
  });

  test('without keeping its old name finds the past by it, and the present not', async () => {
    const id = await added('system', aSystem({ name: 'Misnomer-7' }));
    const event = await recordedOn('2026-02-01', { salvos: [{ system: id }] });
    await edited('system', id, { name: 'Rightname-7' }, { keepOldName: false });
    expect((await findEntry('system', id))?.aliases).toEqual([]);
    expect(await slugs({ q: 'misnomer7' })).toEqual([]);
    expect(await slugs({ q: 'misnomer7', asKnownOn: '2026-02-28' })).toEqual([event.slug]);
    expect(await slugs({ q: 'rightname 7' })).toEqual([event.slug]);
  });

  test('into a name that another has is refused at its field, and nothing is written', async () => {
    const id = await added('system', aSystem({ name: 'Clash-1' }));
    const version = await catalogueVersion();
    expect(await errorsOf(edited('system', id, { name: 'KN-24' }))).toMatchObject([{ path: 'name' }]);
    expect(await errorsOf(edited('system', id, { aliases: ['Unha 3', 'KN-30'] }))).toMatchObject([
      { path: 'aliases' },
      { path: 'aliases' },
    ]);
    expect(await catalogueVersion()).toBe(version);
  });

  test('that nobody asked for is nothing: no trace, no version', async () => {
    const id = await added('system', aSystem({ name: 'Same-1', aliases: ['B', 'A'] }));
    const version = await catalogueVersion();
    expect(await edited('system', id, {})).toMatchObject({ changed: false, events: 0 });
    expect(await catalogueVersion()).toBe(version);
    expect(await listEdits('system', id)).toHaveLength(1);
  });

  test('by a second editor who has not seen the first one’s change is a conflict that names them', async () => {
    const id = await added('system', aSystem({ name: 'Raced-1' }));
    await edited('system', id, { notes: 'First.' });
    await expect(edited('system', id, { notes: 'Second.' }, { seen: 0 })).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('Ed Itor changed this entry after you opened it.'),
    });
    expect((await findEntry('system', id))?.notes).toBe('First.');
  });
});

describe('changing a system’s class', () => {
  const claim = (text: string, figures: { class: 'SRBM' | 'MRBM' }) => ({
    assessor: 'ROK JCS',
    text,
    figures,
  });

  test('leaves its salvos as they are, unless they are brought along', async () => {
    const id = await added('system', aSystem({ name: 'Classed-1', class: 'SRBM' }));
    const event = await recordedOn('2026-02-01', {
      salvos: [{ system: id, class: undefined }, { class: 'CM' }],
      assessments: [
        claim('An SRBM, said one.', { class: 'SRBM' }),
        claim('An MRBM, said another.', { class: 'MRBM' }),
      ],
      citations: [{ publisher: 'Yonhap', url: 'https://example.org/a' }],
    });
    expect(event.salvos[0]).toMatchObject({ class: 'SRBM', sources: { class: 0 } });

    expect((await edited('system', id, { class: 'MRBM' })).events).toBe(0);
    expect((await getEvent(event.slug)).classes).toEqual(['SRBM', 'CM']);

    const along = await edited(
      'system',
      id,
      {},
      { classToSalvos: true },
      on('2026-03-02', 'It flies farther'),
    );
    expect(along).toMatchObject({ events: 1, changed: true });
    const after = await getEvent(event.slug);
    expect(after.classes).toEqual(['MRBM', 'CM']);
    // The figure of record is no longer from the claim that says otherwise.
    expect(after.salvos[0]?.sources.class).toBe(1);
    expect((await getHistory(event.slug))[0]).toMatchObject({
      kind: 'corrected',
      reason: 'It flies farther',
    });
    expect(await getEvent(event.slug, { asKnownOn: '2026-03-01' })).toEqual(event);
  });

  test('and its name at once makes one revision an event', async () => {
    const id = await added('system', aSystem({ name: 'Both-1', class: 'SRBM' }));
    const changed = await recordedOn('2026-02-01', { salvos: [{ system: id, class: 'SRBM' }] });
    const renamed = await recordedOn('2026-02-01', { salvos: [{ system: id, class: 'MRBM' }] });
    const answer = await edited('system', id, { name: 'Both-2', class: 'MRBM' }, { classToSalvos: true });
    expect(answer.events).toBe(2);
    for (const { slug } of [changed, renamed])
      expect(await getEvent(slug)).toMatchObject({
        revision: 2,
        salvos: [{ systemName: 'Both-2', class: 'MRBM' }],
      });
  });
});

describe('a site', () => {
  test('that is renamed changes the titles of its events, and the past has the old ones', async () => {
    const id = await added('site', { name: 'Oldport', country: 'KP', aliases: [] });
    const event = await recordedOn('2026-02-01', { salvos: [{ site: id }] });
    expect(event.title).toContain('Oldport');
    await edited('site', id, { name: 'Newport' });
    expect((await getEvent(event.slug)).title).toContain('Newport');
    expect((await getEvent(event.slug, { asKnownOn: '2026-02-15' })).title).toContain('Oldport');
    expect(await slugs({ q: 'oldport' })).toEqual([event.slug]);
  });
});

describe('an assessor', () => {
  test('is found by an alias: what is recorded under one is the assessor’s', async () => {
    await recordedOn('2026-02-01', {});
    const jcs = (await listEntries('assessor', 'rokjcs'))[0];
    await edited('assessor', jcs?.id ?? '', {
      aliases: ['Joint Chiefs of Staff', '합동참모본부'],
      country: null,
    });
    for (const assessor of ['joint chiefs-of-staff', '합동참모본부', 'rok jcs']) {
      const event = await recordedOn('2026-02-02', { assessments: [{ assessor, text: 'One missile.' }] });
      expect(event.assessments[0]?.assessor).toBe('ROK JCS');
      // To say it again is no change.
      const again = await editEvent(
        event.slug,
        1,
        { ...event, assessments: [{ ...event.assessments[0], assessor }] },
        { ...on('2026-02-03'), holdSeconds: null },
      );
      expect(again.changed).toBe(false);
    }
    expect(await slugs({ q: 'chiefs-of' })).toHaveLength((await slugs({ q: 'JCS' })).length);
  });

  test('whom claims name by nothing else has a name of its own in all countries', async () => {
    await addEntry(
      'assessor',
      { name: 'Japan MOD', country: 'KP', aliases: ['MoD Japan'] },
      on('2026-01-01'),
    );
    expect(
      await errorsOf(addEntry('assessor', { name: 'mod japan', country: null }, on('2026-01-01'))),
    ).toMatchObject([{ path: 'name' }]);
  });

  test('that was renamed is asked for by either name, then and now', async () => {
    const assessor = 'Institute of Then';
    const event = await recordedOn('2026-02-01', {
      assessments: [{ assessor, text: 'One missile.', figures: { distanceKm: 150 } }],
    });
    const entry = (await listEntries('assessor', assessor))[0];
    await edited('assessor', entry?.id ?? '', { name: 'Institute of Now' });
    for (const accordingTo of ['Institute of Then', 'Institute of Now', 'institute-of-now']) {
      expect((await getEvent(event.slug, { accordingTo })).salvos[0]?.distanceKm).toBe(150);
      expect(
        (await getEvent(event.slug, { accordingTo, asKnownOn: '2026-02-15' })).assessments[0]?.assessor,
      ).toBe(assessor);
    }
    expect((await getEvent(event.slug)).assessments[0]?.assessor).toBe('Institute of Now');
  });
});

describe('deleting', () => {
  test('takes an entry that nothing names, and the next start does not bring it back', async () => {
    await deleteEntry('system', 'padasuri-6', on('2026-01-01'));
    await edited('system', 'hwasong-11d', { aliases: [] });
    await edited('site', 'chihari', { name: 'Chiha-ri' }, { keepOldName: false });
    await loadReferenceLists();
    expect(await findEntry('system', 'padasuri-6')).toBeNull();
    expect((await findEntry('system', 'hwasong-11d'))?.aliases).toEqual([]);
    expect(await findEntry('site', 'chihari')).toMatchObject({ name: 'Chiha-ri', aliases: [] });
    expect(await listEdits('system', 'padasuri-6')).toMatchObject([
      { edit: 'deleted', before: { name: 'Padasuri-6' }, after: null },
    ]);
  });

  test('is refused while an event or a subscription names it', async () => {
    await recordedOn('2026-02-01', { salvos: [{ system: 'nodong', class: 'MRBM' }] });
    await subscribed({ filter: { system: ['musudan'] } });
    await expect(deleteEntry('system', 'nodong', on('2026-03-01'))).rejects.toMatchObject({
      code: 'conflict',
      message: '1 event names it. Merge it into another system instead.',
    });
    await expect(deleteEntry('system', 'musudan', on('2026-03-01'))).rejects.toMatchObject({
      message: '1 subscription waits for its events. Merge it into another system instead.',
    });
    await expect(deleteEntry('system', 'nothing', on('2026-03-01'))).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});

test('the trail cannot be changed', async () => {
  const id = await added('system', aSystem({ name: 'Traced-1' }));
  await expect(rowsOf(`UPDATE catalogue_edits SET reason = 'x' WHERE entry_id = '${id}'`)).rejects.toThrow(
    'append-only',
  );
  await expect(rowsOf('DELETE FROM catalogue_edits')).rejects.toThrow('append-only');
});

test('ids and options that nobody has are refused without harm', async () => {
  const options = { seen: 0, keepOldName: true, classToSalvos: false };
  await expect(
    editEntry('assessor', 'no number', { name: 'X' }, options, on('2026-01-01')),
  ).rejects.toMatchObject({
    code: 'not-found',
  });
  expect(await previewMerger('site', 'sunan', 'nowhere')).toBeNull();
});
