import { beforeAll, describe, expect, test } from 'vitest';
import { GET as getContext } from '@/app/api/v1/context/route';
import { GET as getEvents } from '@/app/api/v1/events/route';
import { GET as getSites } from '@/app/api/v1/sites/route';
import { GET as getSystems } from '@/app/api/v1/systems/route';
import { recordEvent } from '@/lib/catalogue/commands';
import { addContextItem, deleteContextItem, editContextItem } from '@/lib/catalogue/context-commands';
import { call } from '../../support/api';
import { testDatabase } from '../../support/database';
import { aContextItem, added, aSystem, edited, merged, on } from '../../support/entries';
import { anEvent, recorded } from '../../support/factories';

testDatabase();

type Listed = Record<string, unknown>[];

beforeAll(async () => {
  await addContextItem(aContextItem(), on('2026-01-01'));
  await addContextItem(
    aContextItem({ title: 'A drill', kind: 'military-exercise', date: '2019-03-04' }),
    on('2026-01-01'),
  );
  await added('system', aSystem({ name: 'Kŭmsŏng-3', aliases: ['KN-19'] }));
  await recorded({
    salvos: [{ system: 'kumsong-3' }],
    assessments: [{ assessor: 'Japan MOD', text: 'One missile.' }],
  });
  await recorded({ salvos: [{ system: 'kumsong-3' }], status: 'draft' });
});

describe('GET context', () => {
  test('lists dated facts with their citations, the newest first', async () => {
    const { status, body, headers } = await call(getContext, '/context');
    expect(status).toBe(200);
    expect((body.context as Listed).map(({ slug }) => slug)).toEqual([
      '2019-03-04-a-drill',
      '2018-06-12-second-singapore-meeting',
    ]);
    expect((body.context as Listed)[1]).toEqual({
      slug: '2018-06-12-second-singapore-meeting',
      date: '2018-06-12',
      endDate: null,
      kind: 'summit',
      title: 'Second Singapore meeting',
      summary: 'The two leaders met.',
      country: 'KP',
      place: null,
      latitude: null,
      longitude: null,
      citations: [
        {
          publisher: 'Reuters',
          title: null,
          url: 'https://example.org/summit',
          publishedOn: null,
          archivedUrl: null,
          checked: 'no',
        },
      ],
      formerIds: [],
    });
    const etag = headers.get('etag') ?? '';
    const again = await call(getContext, '/context', { headers: { 'if-none-match': etag } });
    expect(again.status).toBe(304);
  });

  test('is narrowed by kind and span, and names what it does not understand', async () => {
    const { body } = await call(getContext, '/context?kind=summit&from=2018-01-01&to=2018-12-31');
    expect(body.context).toHaveLength(1);
    for (const [query, path] of [
      ['kind=launch', 'kind'],
      ['asKnownOn=yesterday', 'asKnownOn'],
      ['accordingTo=CNS', 'accordingTo'],
      ['from=x', 'from'],
    ]) {
      const refused = await call(getContext, `/context?${query}`);
      expect([refused.status, refused.body.errors]).toEqual([400, [expect.objectContaining({ path })]]);
    }
  });
});

describe('GET systems and GET sites', () => {
  test('give each with its names and how many public events name it', async () => {
    const { body } = await call(getSystems, '/systems?q=kn19');
    expect(body).toEqual({
      version: expect.any(Number),
      systems: [
        {
          id: 'kumsong-3',
          name: 'Kŭmsŏng-3',
          country: 'KP',
          class: 'CM',
          aliases: ['KN-19'],
          notes: null,
          events: 1,
          formerIds: [],
        },
      ],
    });
    const sites = await call(getSites, '/sites?q=munchon');
    expect(sites.body.sites).toMatchObject([{ id: 'munchon', events: 1, positionPrecision: 'town' }]);
  });

  test('are narrowed by country and class, and refuse other parameters', async () => {
    const { body } = await call(getSystems, '/systems?class=ICBM&country=KP');
    expect(new Set((body.systems as Listed).map((system) => system.class))).toEqual(new Set(['ICBM']));
    expect((await call(getSystems, '/systems?country=IR')).body.systems).toEqual([]);
    const several = await call(getSystems, '/systems?class=ICBM,SLBM&class=CM&country=KP,IR');
    const classes = (several.body.systems as Listed).map((system) => system.class);
    expect(new Set(classes)).toEqual(new Set(['ICBM', 'SLBM', 'CM']));
    for (const query of ['class=XXL', 'country=korea', 'from=2020-01-01'])
      expect((await call(getSystems, `/systems?${query}`)).status).toBe(400);
    expect((await call(getSites, '/sites?class=CM')).status).toBe(400);
  });
});

describe('GET events', () => {
  const total = async (query: string) => (await call(getEvents, `/events?${query}`)).body.total;

  test.each([
    'KN-19',
    'kn19',
    'KN 19',
    'kumsong3',
    'KUMSONG-3',
    'Kŭmsŏng',
    'kumsong 3',
    'Japan-MOD',
    'japanmod',
  ])('finds by %s, however a name is spelt', async (q) =>
    expect(await total(`q=${encodeURIComponent(q)}`)).toBe(1),
  );

  test('finds by the id that a system had before it was merged', async () => {
    await added('system', aSystem({ name: 'Kumsong-III' }));
    await merged('system', 'kumsong-3', 'kumsong-iii', on('2026-01-02'));
    expect(await total('system=kumsong-3')).toBe(1);
    expect(await total('system=kumsong-iii')).toBe(1);
    expect(await total('q=KN-19')).toBe(1);
  });
});

describe('as known on a day', () => {
  const named = async (query: string) => (await call(getSystems, `/systems?${query}`)).body.systems as Listed;
  const titles = async (query: string) =>
    ((await call(getContext, `/context?${query}`)).body.context as Listed).map(({ title }) => title);

  test('systems and sites have the names of that day, and the events that were known', async () => {
    await added('system', aSystem({ name: 'Fire Arrow-9' }));
    const event = anEvent({ salvos: [{ system: 'fire-arrow-9' }] });
    await recordEvent(event, { ...on('2026-02-01'), holdSeconds: null });
    await edited('system', 'fire-arrow-9', { name: 'Fire Arrow-X', class: 'HGV' }, {}, on('2026-03-01'));
    await added('system', aSystem({ name: 'Fire Lance' }));
    await merged('system', 'fire-arrow-9', 'fire-lance', on('2026-04-01'));

    expect(await named('q=fire&asKnownOn=2025-12-31')).toEqual([]);
    const arrow = { id: 'fire-arrow-9', name: 'Fire Arrow-9', class: 'CM', formerIds: [] };
    expect(await named('q=arrow&asKnownOn=2026-01-31')).toMatchObject([{ ...arrow, events: 0 }]);
    expect(await named('q=arrow&asKnownOn=2026-02-28')).toMatchObject([{ ...arrow, events: 1 }]);
    expect(await named('q=arrow&asKnownOn=2026-03-31')).toMatchObject([
      { id: 'fire-arrow-9', name: 'Fire Arrow-X', class: 'HGV', events: 1 },
    ]);
    expect(await named('q=lance&asKnownOn=2026-03-31')).toMatchObject([{ events: 0, formerIds: [] }]);
    expect(await named('q=fire&asKnownOn=2026-04-01')).toMatchObject([
      { id: 'fire-lance', events: 1, formerIds: ['fire-arrow-9'] },
    ]);
    expect(await named('q=fire&asKnownOn=2026-04-01')).toEqual(await named('q=fire'));
    // What came with the catalogue is known since it is there, and not before.
    expect(await named('q=hwasong-14&asKnownOn=2026-01-01')).toEqual([]);
    expect(await named('q=hwasong-14&asKnownOn=2026-01-02')).toHaveLength(1);
    const sites = async (day: string) =>
      (await call(getSites, `/sites?q=munchon&asKnownOn=${day}`)).body.sites;
    expect(await sites('2026-01-31')).toMatchObject([{ id: 'munchon', events: 1 }]);
    expect(await sites('2026-02-01')).toMatchObject([{ id: 'munchon', events: 2 }]);
  });

  test('context items say what they said, those that were deleted since among them', async () => {
    await addContextItem(aContextItem({ title: 'A talk', date: '2020-05-01' }), on('2026-02-01'));
    const slug = '2020-05-01-a-talk';
    await editContextItem(
      slug,
      aContextItem({ title: 'A long talk', date: '2020-05-01' }),
      1e6,
      on('2026-03-01'),
    );
    await deleteContextItem(slug, on('2026-04-01'));
    const span = 'from=2020-04-01&to=2020-06-01&kind=summit&country=KP';
    expect(await titles(`${span}&asKnownOn=2026-01-31`)).toEqual([]);
    expect(await titles(`${span}&asKnownOn=2026-02-28`)).toEqual(['A talk']);
    expect(await titles(`${span}&asKnownOn=2026-03-01`)).toEqual(['A long talk']);
    expect(await titles(`${span}&asKnownOn=2026-04-01`)).toEqual([]);
  });
});
