import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { recordEvent } from '@/lib/catalogue/commands';
import { listEdits } from '@/lib/catalogue/edit-trail';
import { deleteEntry } from '@/lib/catalogue/entry-commands';
import { findEntry, listEntries, previewMerger } from '@/lib/catalogue/entry-queries';
import type { NamedKind } from '@/lib/catalogue/entry-schema';
import { getHistory } from '@/lib/catalogue/history';
import { getEvent, listChoices, listEvents, newestFirst } from '@/lib/catalogue/queries';
import { db } from '@/lib/db/client';
import { type EventFilter, everything } from '@/lib/filter/schema';
import { countTests } from '@/lib/stats/counts';
import { getNovelty } from '@/lib/stats/novelty-queries';
import { rowsOf, testDatabase } from '../../support/database';
import { added, aSystem, merged, on } from '../../support/entries';
import { anEvent } from '../../support/factories';
import { subscribed } from '../../support/subscribers';

testDatabase();

const recordedOn = async (day: string, overrides: Parameters<typeof anEvent>[0]) =>
  (await recordEvent(anEvent(overrides), { ...on(day), holdSeconds: null })).event;
const slugs = async (filter: Partial<EventFilter>) =>
  (await listEvents({ ...everything, ...filter }, { sort: newestFirst, limit: 500, offset: 0 })).events.map(
    ({ slug }) => slug,
  );
const jobs = () => rowsOf('SELECT 1 FROM graphile_worker._private_jobs');

/** Every table that holds `id` somewhere: in a key, a list or a JSON column. What is kept of the past is left aside. */
async function tablesNaming(id: string): Promise<string[]> {
  const tables = await rowsOf(
    "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'",
  );
  const past: Record<string, string> = {
    merged_entries: 'false', // what the id leads to
    catalogue_edits: 'false', // the trail
    revisions: 'number = (SELECT revision FROM events e WHERE e.id = event_id)', // those before
    idempotent_answers: 'false', // what was answered then
  };
  const holding = tables.map(({ table_name }) => {
    const table = String(table_name);
    return `SELECT '${table}' AS name FROM "${table}" AS t WHERE ${past[table] ?? 'true'} AND to_jsonb(t)::text LIKE '%"${id}"%'`;
  });
  const found = await rowsOf(`SELECT DISTINCT name FROM (${holding.join(' UNION ALL ')}) AS h ORDER BY 1`);
  return found.map(({ name }) => String(name));
}

describe('merging two systems', () => {
  test('moves events, names and subscriptions; nothing points to the old id, and what was said stays', {
    timeout: 60_000,
  }, async () => {
    await added(
      'system',
      aSystem({ name: 'Old One', aliases: ['KN-81', 'Oldie'], notes: 'Seen on parade.' }),
    );
    await added(
      'system',
      aSystem({ name: 'New One', aliases: ['kn 82'], notes: 'Solid fuel.', class: 'SRBM' }),
    );
    const figures = { system: 'Old One', distanceKm: 150 };
    const claims = [{ assessor: 'ROK JCS', text: 'It was the Old One.', figures }];
    const event = await recordedOn('2026-02-01', {
      salvos: [{ system: 'old-one' }],
      assessments: claims,
      citations: [{ publisher: 'Yonhap', url: 'https://example.org/old-one' }],
    });
    const draft = await recordedOn('2026-02-01', { salvos: [{ system: 'old-one' }, {}], status: 'draft' });
    const own = await recordedOn('2026-02-01', { salvos: [{ system: 'new-one' }] });
    const { subscription } = await subscribed({
      filter: { system: ['sunan', 'old-one', 'new-one'].slice(1), class: ['CM'] },
    });
    const { subscription: other } = await subscribed({ filter: { system: ['old-one'] } });
    const { subscription: untouched } = await subscribed({ filter: { system: ['nodong'] } });
    expect(event.salvos[0]?.sources.system).toBe(0);
    expect(await tablesNaming('old-one')).toEqual([
      'revisions',
      'salvos',
      'subscriptions',
      'system_aliases',
      'systems',
    ]);
    const before = await jobs();

    expect(await previewMerger('system', 'old-one', 'new-one')).toMatchObject({
      from: { events: 1, drafts: 1 },
      into: { events: 1 },
      subscriptions: 2,
      refusal: null,
    });
    const { events } = await merged('system', 'old-one', 'new-one', on('2026-03-01', 'One and the same'));
    expect(events).toBe(2);
    expect(await tablesNaming('old-one')).toEqual([]);
    expect(await jobs()).toEqual(before);

    expect(await findEntry('system', 'new-one')).toMatchObject({
      name: 'New One',
      class: 'SRBM',
      aliases: ['kn 82', 'KN-81', 'Old One', 'Oldie'],
      notes: 'Solid fuel.\n\nOld One: Seen on parade.',
      events: 2,
      drafts: 1,
      formerIds: ['old-one'],
    });
    const now = await getEvent(event.slug);
    expect(now).toEqual({
      ...event,
      salvos: [{ ...event.salvos[0], system: 'new-one', systemName: 'New One' }],
      revision: 2,
      updatedAt: now.updatedAt,
    });
    expect(now.salvos[0]?.class).toBe('CM');
    expect((await getHistory(event.slug))[0]).toMatchObject({
      reason: 'One and the same',
      changes: [{ before: 'Old One', after: 'New One' }],
    });
    expect((await getEvent(own.slug)).revision).toBe(1);
    expect(await db().event.findUnique({ where: { slug: draft.slug } })).toMatchObject({ revision: 2 });
    expect(await getEvent(event.slug, { asKnownOn: '2026-02-28' })).toEqual(event);

    const rows = await db().subscription.findMany({ orderBy: { id: 'asc' } });
    expect(rows.find(({ id }) => id === subscription.id)).toMatchObject({
      systems: ['new-one'],
      filter: { system: ['new-one'], class: ['CM'] },
    });
    expect(rows.find(({ id }) => id === other.id)?.systems).toEqual(['new-one']);
    expect(rows.find(({ id }) => id === untouched.id)).toEqual(untouched);
    expect(await listEdits('system', 'new-one')).toMatchObject([
      { edit: 'merged', entryId: 'new-one' },
      {
        edit: 'merged',
        entryId: 'old-one',
        before: { name: 'Old One', aliases: ['KN-81', 'Oldie'] },
        after: null,
      },
      { edit: 'added', entryId: 'new-one' },
      { edit: 'added', entryId: 'old-one' },
    ]);
  });

  test('keeps its old id working in links, bodies and subscriptions, from the day of the merger on', async () => {
    for (const name of ['Link A', 'Link B', 'Link C']) await added('system', aSystem({ name }));
    const first = await recordedOn('2026-02-01', { salvos: [{ system: 'link-a' }] });
    const second = await recordedOn('2026-02-01', { salvos: [{ system: 'link-b' }] });
    await merged('system', 'link-a', 'link-b', on('2026-03-01'));
    await merged('system', 'link-b', 'link-c', on('2026-04-01'));

    const both = [second.slug, first.slug];
    for (const id of ['link-a', 'link-b', 'link-c']) expect(await slugs({ system: [id] })).toEqual(both);
    expect(await slugs({ system: ['link-a'], asKnownOn: '2026-02-15' })).toEqual([first.slug]);
    expect(await slugs({ system: ['link-b'], asKnownOn: '2026-02-15' })).toEqual([second.slug]);
    expect(await slugs({ system: ['link-a'], asKnownOn: '2026-03-15' })).toEqual(both);
    expect(await slugs({ system: ['link-c'], asKnownOn: '2026-03-15' })).toEqual([]);
    expect(await slugs({ system: ['link-a'], asKnownOn: '2026-04-15' })).toEqual(both);
    expect((await findEntry('system', 'link-a'))?.id).toBe('link-c');

    const posted = await recordedOn('2026-04-02', { salvos: [{ system: 'link-a' }] });
    expect(posted.salvos[0]?.system).toBe('link-c');
    const { subscription } = await subscribed({ filter: { system: ['link-a'] } });
    expect(subscription.systems).toEqual(['link-c']);
    const { systems } = await listChoices();
    expect(systems.find(({ id }) => id === 'link-c')?.formerIds.sort()).toEqual(['link-a', 'link-b']);
  });

  test('counts the same before and after, and in the past', async () => {
    await added('system', aSystem({ name: 'Count A' }));
    await added('system', aSystem({ name: 'Count B' }));
    await recordedOn('2026-02-01', {
      salvos: [
        { system: 'count-a', class: 'SRBM' },
        { system: 'count-b', class: 'CM' },
      ],
    });
    await recordedOn('2026-02-01', { localDate: '2019-05', salvos: [{ system: 'count-a', class: 'CM' }] });
    const counts = async (filter: Partial<EventFilter>) =>
      Promise.all(
        (['missiles', 'events'] as const).map(async (unit) => {
          const query = {
            filter: { ...everything, ...filter },
            by: 'year' as const,
            split: 'class' as const,
            unit,
          };
          return (await countTests(query)).rows;
        }),
      );
    const views = [{}, { system: ['count-a', 'count-b'] }, { asKnownOn: '2026-02-15', system: ['count-a'] }];
    const before = await Promise.all(views.map(counts));
    await merged('system', 'count-a', 'count-b');
    expect(await Promise.all(views.map(counts))).toEqual(before);
    expect(await counts({ system: ['count-b'] })).toEqual(before[1]);
  });

  test('what made an event news in the past is said with the names of then', async () => {
    await added('system', aSystem({ name: 'News A' }));
    await added('system', aSystem({ name: 'News B' }));
    const { slug } = await recordedOn('2026-02-01', {
      localDate: '2026-01-20',
      salvos: [{ system: 'news-a', site: 'sunan' }],
    });
    const { facts } = await getNovelty(slug);
    expect(JSON.stringify(facts)).toContain('News A');
    await merged('system', 'news-a', 'news-b');
    expect((await getNovelty(slug, { asKnownOn: '2026-02-15' })).facts).toEqual(facts);
    expect(JSON.stringify((await getNovelty(slug)).facts)).toContain('News B');
  });

  test('of two countries is refused with a sentence, and so is one with itself', async () => {
    const [name, country] = ['Shahab-9', 'IR'];
    await db().country.createMany({
      data: [{ id: country, name: 'Iran', timeZone: 'Asia/Tehran' }],
      skipDuplicates: true,
    });
    await added('system', aSystem({ name, country }));
    await expect(merged('system', 'shahab-9', 'nodong')).rejects.toMatchObject({
      code: 'conflict',
      message: 'Shahab-9 is of IR and Nodong of KP: only entries of one country can be merged.',
    });
    await expect(merged('system', 'nodong', 'nodong')).rejects.toMatchObject({ code: 'conflict' });
    await expect(merged('system', 'nodong', 'nothing')).rejects.toMatchObject({ code: 'not-found' });
  });
});

test('merging two sites gives the one that stays the position that only the other had', async () => {
  const position = { latitude: 39.5, longitude: 125.5, positionPrecision: 'town' };
  await added('site', { name: 'Port A', country: 'KP', aliases: [], ...position });
  await added('site', { name: 'Port B', country: 'KP', aliases: [] });
  const event = await recordedOn('2026-02-01', { salvos: [{ site: 'port-a' }] });
  await merged('site', 'port-a', 'port-b');
  expect(await findEntry('site', 'port-b')).toMatchObject({ aliases: ['Port A'], ...position });
  expect((await getEvent(event.slug)).title).toContain('Port B');
  expect((await getEvent(event.slug, { asKnownOn: '2026-02-15' })).title).toContain('Port A');
  expect(await slugs({ site: ['port-a'] })).toEqual([event.slug]);
  expect(await tablesNaming('port-a')).toEqual([]);
});

test('merging two assessors makes their claims those of one, in their own words and with the figures they gave', async () => {
  const claims = [
    { assessor: 'Ministry A', text: 'We said 150 km.', figures: { distanceKm: 150 } },
    { assessor: 'Ministry B', text: 'We said 160 km.', figures: { distanceKm: 160 } },
  ];
  const event = await recordedOn('2026-02-01', { assessments: claims });
  const idOf = async (name: string) => (await listEntries('assessor', name))[0]?.id ?? '';
  const [from, into] = [await idOf('Ministry A'), await idOf('Ministry B')];
  await merged('assessor', from, into);
  const now = await getEvent(event.slug);
  expect(now.assessments.map(({ assessor, text }) => [assessor, text])).toEqual([
    ['Ministry B', 'We said 150 km.'],
    ['Ministry B', 'We said 160 km.'],
  ]);
  expect(now.salvos).toEqual(event.salvos);
  expect(await rowsOf(`SELECT 1 FROM assessments WHERE assessor_id = ${from}`)).toEqual([]);
  expect(await idOf('ministry-a')).toBe(into);
  const again = await recordedOn('2026-03-02', { assessments: [claims[0] ?? { assessor: '', text: '' }] });
  expect(again.assessments[0]?.assessor).toBe('Ministry B');
  await expect(deleteEntry('assessor', into, on('2026-03-02'))).rejects.toMatchObject({ code: 'conflict' });
});

const word = fc.constantFrom('Hwa', 'Pul', 'Ko', 'Tae', 'Sán', '화성', 'Ra');
const sign = fc.constantFrom('-', ' ', '', '/', ' - ');
const spelt = fc
  .tuple(word, sign, word, sign, fc.integer({ min: 100, max: 999 }))
  .map(([one, a, two, b, number]) => `${one}${a}${two}${b}${number}`);
/** A name as somebody else may type it. */
const retyped = (name: string) => [
  name.replaceAll(/[-/]/g, ' '),
  name.replaceAll(/[-/\s]/g, '').toLowerCase(),
];

test.each<NamedKind>(['system', 'site', 'assessor'])(
  'merging one %s into another, by any name of the first all is found that it found before',
  { timeout: 120_000 },
  async (kind) => {
    let turn = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(spelt, { minLength: 2, maxLength: 3 }), spelt, async (names, other) => {
        turn += 1;
        const tail = `${kind.charAt(0)}x${turn}`;
        const [name = '', ...aliases] = names.map((one) => `${one} ${tail}`);
        const input = { country: 'KP', class: 'CM', notes: null };
        const from = await added(kind, { ...input, name, aliases: aliases.filter((one) => one !== name) });
        const into = await added(kind, { ...input, name: `${other} y${tail}`, aliases: [] });
        const naming = {
          system: { salvos: [{ system: from }] },
          site: { salvos: [{ site: from }] },
          assessor: { assessments: [{ assessor: name, text: 'One missile.' }] },
        }[kind];
        await recordedOn('2026-02-01', naming);
        const wanted = [name, ...aliases].flatMap(retyped);
        const found = async () => Promise.all(wanted.map((q) => slugs({ q })));
        const past = async () => Promise.all(wanted.map((q) => slugs({ q, asKnownOn: '2026-02-15' })));
        const [before, then] = [await found(), await past()];
        expect(before.every((list) => list.length > 0)).toBe(true);
        await merged(kind, from, into);
        const after = await found();
        for (const [index, list] of before.entries())
          expect(after[index]).toEqual(expect.arrayContaining(list));
        expect(await past()).toEqual(then);
      }),
      { numRuns: 6 },
    );
  },
);
