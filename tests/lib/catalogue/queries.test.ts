import { beforeAll, expect, test } from 'vitest';
import {
  getEvent,
  getNeighbours,
  listEvents,
  type Sort,
  type SortKey,
  sortKeys,
  summariseEvents,
} from '@/lib/catalogue/queries';
import { db } from '@/lib/db/client';
import { type EventFilter, everything } from '@/lib/filter/schema';
import { filterFromUrl } from '@/lib/filter/url';
import { testDatabase } from '../../support/database';
import { recorded } from '../../support/factories';

testDatabase();

const ballistic = { class: 'SRBM', countText: null } as const;

beforeAll(async () => {
  await recorded({ localDate: '1984-09', salvos: [{ ...ballistic, distanceKm: null, launchedAt: null }] });
  await recorded({
    localDate: '2019-05-04',
    status: 'disputed',
    salvos: [
      {
        ...ballistic,
        class: null,
        system: 'hwasong-11a',
        site: 'hodo',
        countMin: 2,
        countMax: 2,
        distanceKm: 240,
        apogeeKm: 60,
      },
      { ...ballistic, class: 'unknown', countMin: 3, countMax: 4, distanceKm: null, outcome: 'failure' },
    ],
  });
  await recorded({ notes: 'Reported at 100% of the sites_under watch.' });
  await recorded({ localDate: '2020-04-14', salvos: [{ class: 'CM', distanceKm: 90, countMax: 1 }] });
  await recorded({
    country: 'KR',
    localDate: '2021-09-15',
    status: 'confirmed',
    salvos: [{ class: 'SLBM', distanceKm: 400, apogeeKm: 60, site: null, countMax: 1, outcome: 'success' }],
  });
  await recorded({ localDate: '2022-01-05', status: 'draft', salvos: [{ distanceKm: 9999 }] });
  await recorded({ localDate: '2023-07-01', salvos: [{ countMin: 7, countMax: 7, distanceKm: 700 }] });
  await db().event.update({
    where: { slug: 'kp-2023-07-01' },
    data: { status: 'withdrawn', statusReason: 'An exercise of artillery.' },
  });
});

const all = [
  'kp-2023-07-01',
  'kr-2021-09-15',
  'kp-2020-04-14-2',
  'kp-2020-04-14',
  'kp-2019-05-04',
  'kp-1984-09',
];

async function slugs(filter: EventFilter, sort: Sort = { key: 'localDate', descending: true }) {
  const { total, events } = await listEvents(filter, { sort, limit: 50, offset: 0 });
  expect(total).toBe(events.length);
  return events.map((event) => event.slug);
}
const bySearch = (query: string) => slugs(filterFromUrl(new URLSearchParams(query)));

test('newest first, second rounds of a day above the first, drafts never', async () => {
  expect(await slugs(everything)).toEqual(all);
});

test.each<[SortKey, string[], number]>([
  ['distanceKm', ['kp-2020-04-14-2', 'kp-2020-04-14', 'kp-2019-05-04', 'kr-2021-09-15', 'kp-2023-07-01'], 1],
  ['apogeeKm', ['kr-2021-09-15', 'kp-2019-05-04'], 4],
])('unknowns come last when %s is sorted, in either direction', async (key, rising, unknowns) => {
  const up = await slugs(everything, { key, descending: false });
  const down = await slugs(everything, { key, descending: true });
  expect(up.slice(0, rising.length)).toEqual(rising);
  // Equal values keep the newest on top whichever way the list runs.
  if (key === 'distanceKm') expect(down.slice(0, rising.length)).toEqual([...rising].reverse());
  else expect(down.slice(0, rising.length)).toEqual(rising);
  expect(new Set(up.slice(-unknowns))).toEqual(new Set(down.slice(-unknowns)));
});

test('every sort key gives every event once', async () => {
  for (const key of sortKeys) {
    expect((await slugs(everything, { key, descending: false })).sort()).toEqual([...all].sort());
  }
});

test('pages of one neither repeat nor lose an event, even where all are equal', async () => {
  for (const key of ['apogeeKm', 'status', 'localDate'] as const) {
    const seen: string[] = [];
    for (let offset = 0; offset < all.length; offset += 1) {
      const page = await listEvents(everything, { sort: { key, descending: true }, limit: 1, offset });
      expect(page.total).toBe(all.length);
      seen.push(...page.events.map((event) => event.slug));
    }
    expect(seen.sort()).toEqual([...all].sort());
  }
  const beyond = await listEvents(everything, {
    sort: { key: 'localDate', descending: true },
    limit: 50,
    offset: 500,
  });
  expect(beyond).toEqual({ total: all.length, events: [] });
});

test.each([
  ['country=KR', ['kr-2021-09-15']],
  ['class=SLBM,unknown', ['kr-2021-09-15', 'kp-2019-05-04']],
  ['family=cruise', ['kp-2023-07-01', 'kp-2020-04-14-2', 'kp-2020-04-14']],
  ['system=hwasong-11a', ['kp-2019-05-04']],
  ['site=hodo', ['kp-2019-05-04']],
  ['outcome=failure,success', ['kr-2021-09-15', 'kp-2019-05-04']],
  ['status=disputed&status=withdrawn', ['kp-2023-07-01', 'kp-2019-05-04']],
  ['from=2021-01-01', ['kp-2023-07-01', 'kr-2021-09-15']],
  ['to=2019-05-04', ['kp-2019-05-04', 'kp-1984-09']],
  ['from=1984-09-30&to=1984-09-30', ['kp-1984-09']],
  ['minRangeKm=240&maxRangeKm=400', ['kr-2021-09-15', 'kp-2019-05-04']],
  ['minApogeeKm=61', []],
  ['maxApogeeKm=60', ['kr-2021-09-15', 'kp-2019-05-04']],
])('the filter %s lets through what fits', async (query, expected) => {
  expect(await bySearch(query)).toEqual(expected);
});

test('what concerns a missile has to hold of one and the same salvo', async () => {
  expect(await bySearch('class=SRBM&outcome=failure')).toEqual([]);
  expect(await bySearch('class=unknown&outcome=failure')).toEqual(['kp-2019-05-04']);
});

test('a system is found by its alias, in any case', async () => {
  expect(await bySearch('q=kn-23')).toEqual(['kp-2019-05-04']);
  expect((await getEvent('kp-2019-05-04')).salvos[0]?.systemName).toBe('Hwasong-11A');
});

test('signs that SQL gives a meaning are looked for as they are', async () => {
  expect(await bySearch('q=100%25')).toEqual(['kp-2020-04-14']);
  expect(await bySearch('q=sites_under')).toEqual(['kp-2020-04-14']);
  expect(await bySearch('q=1%250')).toEqual([]);
  expect(await bySearch('q=site__under')).toEqual([]);
  for (const q of ["'; DROP TABLE events; --", '\\', '\\%', '"']) {
    expect(await bySearch(new URLSearchParams({ q }).toString())).toEqual([]);
  }
});

test('a NUL, and the year 0, are refused before the database sees them', () => {
  for (const query of ['q=%00', 'system=a%00', 'from=0000-01-01']) {
    expect(() => filterFromUrl(new URLSearchParams(query))).toThrow('1 field needs another look.');
  }
});

test('every word has to be found', async () => {
  expect(await bySearch('q=presumed munchon 2020')).toEqual(['kp-2020-04-14-2', 'kp-2020-04-14']);
  expect(await bySearch('q=presumed nowhere')).toEqual([]);
});

test('rounds and missiles are summed apart, withdrawn and draft ones in neither', async () => {
  expect(await summariseEvents(everything)).toEqual({
    rounds: 5,
    withdrawn: 1,
    missiles: 1 + 2 + 3 + 1 + 1 + 1,
    openEnded: true,
  });
});

test('a filter of missiles counts only the missiles that fit it', async () => {
  const summary = (query: string) => summariseEvents(filterFromUrl(new URLSearchParams(query)));
  expect(await summary('system=hwasong-11a')).toEqual({
    rounds: 1,
    withdrawn: 0,
    missiles: 2,
    openEnded: false,
  });
  // "3 to 4" is at least 3.
  expect(await summary('class=unknown')).toEqual({ rounds: 1, withdrawn: 0, missiles: 3, openEnded: true });
  expect(await summary('q=nowhere')).toEqual({ rounds: 0, withdrawn: 0, missiles: 0, openEnded: false });
});

test('the neighbours of an event are of its own country, never drafts, withdrawn ones among them', async () => {
  const beside = async (slug: string) => {
    const { previous, next } = await getNeighbours(slug);
    return [previous?.slug ?? null, next?.slug ?? null];
  };
  expect(await beside('kp-1984-09')).toEqual([null, 'kp-2019-05-04']);
  expect(await beside('kp-2020-04-14')).toEqual(['kp-2019-05-04', 'kp-2020-04-14-2']);
  expect(await beside('kp-2020-04-14-2')).toEqual(['kp-2020-04-14', 'kp-2023-07-01']);
  expect(await beside('kp-2023-07-01')).toEqual(['kp-2020-04-14-2', null]);
  expect(await beside('kr-2021-09-15')).toEqual([null, null]);
});

test('a draft has no page', async () => {
  await expect(getEvent('kp-2022-01-05')).rejects.toMatchObject({ code: 'not-found' });
});
