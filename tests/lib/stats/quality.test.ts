import { beforeAll, expect, test } from 'vitest';
import { missingHref } from '@/components/quality/quality-href';
import { editEvent, recordEvent, withdrawEvent } from '@/lib/catalogue/commands';
import { keepDecision } from '@/lib/catalogue/doubts/doubt-commands';
import { readDoubtsAtDesk } from '@/lib/catalogue/doubts/queries';
import { listEvents, newestFirst } from '@/lib/catalogue/queries';
import { eventFilter, everything } from '@/lib/filter/schema';
import { filterFromUrl } from '@/lib/filter/url';
import { listDoubtful } from '@/lib/stats/open-doubts';
import { readQuality } from '@/lib/stats/quality';
import { qualityFields } from '@/lib/stats/quality-fields';
import { testDatabase } from '../../support/database';
import { aCitation, people, recorded } from '../../support/factories';
import { loadedEvents } from '../../support/loaded-events';

testDatabase();

const now = new Date('2026-11-24T12:00:00Z');
const change = { actor: people.editor, reason: 'test', holdSeconds: null };
const whole = {
  class: 'SRBM' as const,
  system: 'hwasong-11a',
  countMin: 2,
  countMax: 2,
  countText: null,
  apogeeKm: 50,
  bearingDeg: 90,
  landingArea: 'sea-of-japan',
  outcome: 'success' as const,
};

beforeAll(async () => {
  await loadedEvents(
    { localDate: '2019-05-04', status: 'confirmed', salvos: [whole] },
    // One of its two salvos lacks a distance, and the other a time.
    {
      localDate: '2019-05-09',
      status: 'confirmed',
      salvos: [
        { ...whole, distanceKm: null },
        { ...whole, launchedAt: null },
      ],
    },
    { localDate: '2019-06', status: 'preliminary', salvos: [{ ...whole, launchedAt: null }] },
    // Korea's 1 January, UTC's 31 December.
    { localDate: '2020-01-01', status: 'disputed', statusReason: 'They differ.', salvos: [{ ...whole }] },
    {
      localDate: '2020-04-14',
      status: 'preliminary',
      salvos: [{ class: 'unknown', site: null, siteText: 'off the east coast', outcome: 'unknown' }],
    },
  );
});

const missingIn = async (year: string | null, filter = everything) => {
  const { years, all } = await readQuality(filter, now);
  const row = year === null ? all : years.find((one) => one.year === year);
  return row && { rounds: row.rounds, ...row.missing };
};

test('a round lacks a figure as soon as one of its salvos does, and counts once', async () => {
  const none = Object.fromEntries(qualityFields.map((field) => [field, 0]));
  expect(await missingIn('2019')).toEqual({ ...none, rounds: 3, distanceKm: 1, launchedAt: 2 });
  expect(await missingIn('2020')).toEqual({
    ...none,
    rounds: 2,
    class: 1,
    system: 1,
    apogeeKm: 1,
    bearingDeg: 1,
    landingArea: 1,
    outcome: 1,
    count: 1,
  });
  expect(await missingIn(null)).toMatchObject({ rounds: 5, launchedAt: 2, class: 1 });
});

test('only what the filter lets through is counted', async () => {
  const filter = eventFilter.parse({ class: ['SRBM'], from: '2020-01-01' });
  expect(await missingIn('2020', filter)).toMatchObject({ rounds: 1, class: 0 });
  expect(await missingIn('2019', filter)).toBeUndefined();
  const none = await readQuality(eventFilter.parse({ country: ['IN'] }), now);
  expect(none).toMatchObject({ all: { rounds: 0 }, years: [], unconfirmed: { total: 0 } });
});

test('a link leads to the very rounds that are counted, and there is none where the filter has no word for them', async () => {
  const counted = async (href: string | null) => {
    const filter = filterFromUrl(new URL(href ?? '', 'http://localhost').searchParams);
    return (await listEvents(filter, { sort: newestFirst, limit: 10, offset: 0 })).total;
  };
  expect(await counted(missingHref(everything, '2020', 'class'))).toBe(1);
  expect(await counted(missingHref(everything, '2020', 'outcome'))).toBe(1);
  expect(await counted(missingHref(everything, '2019'))).toBe(3);
  expect(await counted(missingHref(everything, null))).toBe(5);
  const span = eventFilter.parse({ from: '2019-05-05', to: '2020-02-01' });
  expect(missingHref(span, '2019')).toContain('from=2019-05-05&to=2019-12-31');
  expect(missingHref(everything, '2020', 'distanceKm')).toBeNull();
  expect(missingHref(eventFilter.parse({ class: ['SRBM'] }), '2020', 'class')).toBeNull();
});

test('disputed rounds have their reasons, preliminary ones their age, the oldest first', async () => {
  const { disputed, preliminary } = await readQuality(everything, now);
  expect(disputed).toMatchObject({ total: 1, shown: [{ statusReason: 'They differ.' }] });
  expect(preliminary.shown.map(({ localDate, ageDays }) => [localDate, ageDays])).toEqual([
    ['2019-06', 2704], // since 30 June
    ['2020-04-14', 2415],
  ]);
  const confirmed = await readQuality(eventFilter.parse({ status: ['confirmed'] }), now);
  expect(confirmed).toMatchObject({ disputed: { total: 0 }, preliminary: { total: 0 } });
});

test('sources that were not read stand together by page, those that nobody has opened first', async () => {
  const opened = { publisher: 'Reuters', url: 'https://example.org/partly', checked: 'partly' as const };
  const read = { ...aCitation, url: 'https://example.org/read', checked: 'yes' as const };
  await loadedEvents(
    { localDate: '2021-03-21', citations: [opened, read] },
    { localDate: '2021-03-25', citations: [opened] },
  );
  const { unconfirmed } = await readQuality(everything, now);
  expect(unconfirmed.shown.map(({ url, checked, events }) => [url, checked, events.length])).toEqual([
    ['https://example.org/report', 'no', 5],
    ['https://example.org/partly', 'partly', 2],
  ]);
  expect(unconfirmed.shown[1]?.events[0]).toEqual({
    slug: expect.stringContaining('2021-03-25'),
    localDate: '2021-03-25',
  });
  expect(unconfirmed.shown[0]?.events.map(({ localDate }) => localDate)).toContain('2019-06');
});

test('a withdrawn round has no part in it', async () => {
  const { slug } = await recorded({ localDate: '2022-01-05' });
  expect(await missingIn('2022')).toMatchObject({ rounds: 1 });
  await withdrawEvent(slug, 'No launch.', change);
  expect(await missingIn('2022')).toBeUndefined();
});

test('as it was known on a day: what was missing then, and which sources had not been read', async () => {
  const first = { country: 'KP', localDate: '2023-02-18', status: 'confirmed' };
  const salvo = { class: 'ICBM', countMin: 1, countMax: 1 };
  const { event } = await recordEvent(
    { ...first, salvos: [salvo], citations: [aCitation] },
    { ...change, now: new Date('2026-11-20T12:00:00Z') },
  );
  await editEvent(
    event.slug,
    1,
    { ...first, salvos: [{ ...salvo, apogeeKm: 5700 }], citations: [{ ...aCitation, checked: 'yes' }] },
    { ...change, now: new Date('2026-11-22T12:00:00Z') },
  );
  const knownOn = (asKnownOn: string) =>
    eventFilter.parse({ asKnownOn, from: '2023-01-01', to: '2023-12-31' });
  expect(await missingIn('2023', knownOn('2026-11-19'))).toBeUndefined();
  expect(await missingIn('2023', knownOn('2026-11-21'))).toMatchObject({ rounds: 1, apogeeKm: 1 });
  expect(await missingIn('2023', knownOn('2026-11-22'))).toMatchObject({ rounds: 1, apogeeKm: 0 });
  const unread = async (day: string) => (await readQuality(knownOn(day), now)).unconfirmed.shown;
  expect(await unread('2026-11-21')).toMatchObject([{ checked: 'no', events: [{ slug: event.slug }] }]);
  expect(await unread('2026-11-22')).toEqual([]);
});

test('open doubts are those of public rounds that nobody has decided on', async () => {
  const late = { publisher: 'Reuters', url: 'https://example.org/late', publishedOn: '2024-03-01' };
  const { slug } = await recorded({
    localDate: '2024-01-14',
    citations: [late],
    assessments: [],
    salvos: [{ launchedAt: null }],
  });
  const found = async (filter = everything) =>
    (await listDoubtful(filter, now)).find((event) => event.slug === slug);
  expect(await found()).toMatchObject({ open: 1, kinds: ['citation-date'] });
  expect(await found(eventFilter.parse({ to: '2023-12-31' }))).toBeUndefined();
  const key = (await readDoubtsAtDesk(slug, now))?.open[0]?.key ?? '';
  await keepDecision(slug, { key, note: '' }, { actor: people.analyst, now });
  expect(await found()).toBeUndefined();
});
