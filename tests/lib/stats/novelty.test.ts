import { expect, test } from 'vitest';
import { isNews, noveltyOf } from '@/lib/stats/novelty';
import type { NoveltyEvent } from '@/lib/stats/novelty-event';
import { aRound } from './novelty-cases';

const factsOf = (event: NoveltyEvent, catalogue: NoveltyEvent[], kind?: string) =>
  noveltyOf(event, catalogue).filter((fact) => !kind || fact.kind === kind);
const sentences = (event: NoveltyEvent, catalogue: NoveltyEvent[]) =>
  noveltyOf(event, catalogue).map((fact) => fact.sentence);

const spring2020 = [
  aRound('2017-06-08', { class: 'CM', distanceKm: 200, countMin: 4 }),
  aRound('2019-04-17', { class: 'unknown' }),
  ...['2020-03-02', '2020-03-09', '2020-03-21', '2020-03-29'].map((day) => aRound(day)),
];
const april14 = aRound('2020-04-14', { class: 'CM', distanceKm: 150, countMax: null });

test('14 April 2020 is the first cruise missile launch since 8 June 2017, and the fifth round of 2020', () => {
  expect(noveltyOf(april14, spring2020)).toEqual([
    {
      kind: 'first-since',
      scope: { class: 'CM', family: 'cruise' },
      since: '2017-06-08',
      days: 1041,
      n: null,
      sentence: 'first cruise missile launch since 8 June 2017',
    },
    {
      kind: 'nth-of-year',
      scope: { country: 'KP', year: '2020' },
      since: null,
      days: null,
      n: 5,
      sentence: 'fifth round of 2020',
    },
  ]);
});

test('an event of unknown class in between neither makes nor breaks a first', () => {
  const without = spring2020.filter((event) => event.slug !== 'kp-2019-04-17');
  expect(sentences(april14, without)).toEqual(sentences(april14, spring2020));
  const unknown = aRound('2020-04-14', { class: 'unknown' });
  expect(factsOf(unknown, spring2020, 'first-since')).toEqual([]);
  expect(factsOf(april14, [aRound('2019-04-17', { class: 'unknown' })], 'first-ever')).toEqual([]);
});

test('the first of its class on record is said so, and only where classes are on record', () => {
  expect(sentences(aRound('2017-07-04', { class: 'ICBM' }), [aRound('2017-05-29')])).toContain(
    'first intercontinental ballistic missile launch on record',
  );
  expect(factsOf(aRound('1984-04-09'), [], 'first-ever')).toEqual([]);
});

test('space launches are called that', () => {
  const before = [aRound('2012-12-12', { class: 'SLV' }), aRound('2016-01-01')];
  expect(sentences(aRound('2016-02-07', { class: 'SLV' }), before)).toContain(
    'first space launch since 12 December 2012',
  );
});

test('a gap that is no news is not mentioned', () => {
  const at = (days: string) => factsOf(april14, [aRound(days, { class: 'CM' })], 'first-since');
  expect(at('2019-10-18')).toEqual([]); // 179 days
  expect(at('2019-10-17')).toHaveLength(1); // 180 days
});

test('systems and sites are named, and need a longer gap', () => {
  const before = [
    aRound('2018-01-01', { class: 'IRBM', system: 'x', site: 'hodo' }),
    aRound('2019-12-01', { class: 'IRBM', system: 'y', site: 'wonsan' }),
  ];
  const event = aRound(
    '2020-01-01',
    { class: 'IRBM', system: 'x', site: 'hodo' },
    { class: 'IRBM', system: 'z', site: 'wonsan' },
  );
  expect(sentences(event, before)).toEqual(
    expect.arrayContaining(['first X launch since 1 January 2018', 'first Z launch on record']),
  );
  expect(sentences(event, before)).toContain('first launch from HODO since 1 January 2018');
  expect(sentences(event, before).join()).not.toContain('WONSAN');
});

test('the wider first says the narrower one as well', () => {
  const before = [aRound('2017-11-29', { class: 'ICBM', system: 'hwasong-15' })];
  const event = aRound('2022-03-24', { class: 'ICBM', system: 'hwasong-15' });
  expect(factsOf(event, before, 'first-since').map((fact) => fact.sentence)).toEqual([
    'first ballistic missile launch since 29 November 2017',
  ]);
  const withOthers = [...before, aRound('2022-03-16', { class: 'SRBM' })];
  expect(factsOf(event, withOthers, 'first-since').map((fact) => fact.sentence)).toEqual([
    'first intercontinental ballistic missile launch since 29 November 2017',
  ]);
});

test('rounds of one day follow their slugs, the tenth after the second', () => {
  const day = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11].map((n) => ({
    ...aRound('2022-11-02'),
    slug: n === 1 ? 'kp-2022-11-02' : `kp-2022-11-02-${n}`,
  }));
  const nths = day.map((event) => factsOf(event, day, 'nth-of-year')[0]?.sentence);
  expect(nths[1]).toBe('second round of 2022');
  expect(nths[10]).toBe('11th round of 2022');
});

test('other countries are counted by themselves', () => {
  const iran = { ...aRound('2020-04-01'), country: 'IR', slug: 'ir-2020-04-01' };
  expect(factsOf(iran, spring2020, 'nth-of-year')[0]).toMatchObject({
    n: 1,
    sentence: 'first round of 2020',
  });
});

test('the year is that of the local date', () => {
  const newYear = aRound('2020-01-01', {});
  expect(factsOf(newYear, [aRound('2019-12-31')], 'nth-of-year')[0]?.sentence).toBe('first round of 2020');
});

test('a longest distance and a highest apogee are records, with or without a date', () => {
  const before = [
    aRound('2017-07-28', { distanceKm: 998, apogeeKm: 3724 }),
    aRound('2017-09-15', { distanceKm: 3700, apogeeKm: 770 }),
    aRound('2017-11-29', { distanceKm: 950, apogeeKm: 4475 }),
    aRound('2022-01-05', { distanceKm: 700, apogeeKm: 50 }),
  ];
  const event = aRound('2022-03-24', { distanceKm: 1090, apogeeKm: 6248.5 }, { distanceKm: null });
  expect(factsOf(event, before, 'record')).toEqual([
    {
      kind: 'record',
      scope: { figure: 'distanceKm' },
      since: '2017-09-15',
      days: 1651,
      n: 1090,
      sentence: 'longest distance since 15 September 2017, 1,090 km',
    },
    {
      kind: 'record',
      scope: { figure: 'apogeeKm' },
      since: null,
      days: null,
      n: 6248.5,
      sentence: 'highest apogee on record, 6,248.5 km',
    },
  ]);
});

test('an unknown figure sets no record and breaks none, and an equal one is no record', () => {
  expect(factsOf(aRound('2020-01-01'), [aRound('2019-01-01', { apogeeKm: 100 })], 'record')).toEqual([]);
  const first = aRound('2020-01-01', { apogeeKm: 100 });
  expect(factsOf(first, [aRound('2019-01-01')], 'record')).toEqual([]);
  expect(factsOf(first, [aRound('2019-06-01', { apogeeKm: 100 })], 'record')).toEqual([]);
  const among = [aRound('2019-01-01', { apogeeKm: 90 }), aRound('2019-02-01')];
  expect(factsOf(first, among, 'record')[0]?.sentence).toBe('highest apogee on record, 100 km');
});

test('the largest round counts the missiles of all its salvos, and says "at least" where a count is open', () => {
  const before = [aRound('2022-06-05', { countMin: 8 }), aRound('2022-09-01')];
  const exact = aRound('2022-11-02', { countMin: 17 }, { countMin: 6 });
  expect(factsOf(exact, before, 'largest')[0]).toMatchObject({
    n: 23,
    sentence: 'largest round on record, 23 missiles',
  });
  const open = aRound('2022-11-02', { countMin: 17 }, { countMin: 6, countMax: null });
  expect(factsOf(open, before, 'largest')[0]?.sentence).toBe('largest round on record, at least 23 missiles');
});

test('a count that may have been as large stands in the way of a largest round', () => {
  const range = [aRound('2022-06-05', { countMin: 2, countMax: 30 })];
  expect(factsOf(aRound('2022-11-02', { countMin: 23 }), range, 'largest')).toEqual([]);
  const since = [
    aRound('2020-01-01', { countMin: 30 }),
    aRound('2021-01-01', { countMin: 4, countMax: null }),
  ];
  expect(factsOf(aRound('2022-11-02', { countMin: 23 }), since, 'largest')[0]?.sentence).toBe(
    'largest round since 1 January 2020, 23 missiles',
  );
});

test('days of quiet are counted from the last round, from thirty on', () => {
  expect(factsOf(aRound('2020-03-02'), [aRound('2019-11-28')], 'quiet')[0]).toMatchObject({
    since: '2019-11-28',
    days: 95,
    sentence: 'after 95 days without a test',
  });
  expect(factsOf(aRound('2020-03-30'), [aRound('2020-03-01')], 'quiet')).toEqual([]);
});

test('the busiest month counts the rounds of the month so far', () => {
  const month = (at: string, rounds: number) =>
    Array.from({ length: rounds }, (_, index) => aRound(`${at}-${String(index + 1).padStart(2, '0')}`));
  const catalogue = [...month('2022-01', 7), ...month('2022-11', 9)];
  const at = (day: string) => factsOf(aRound(day), catalogue, 'busiest')[0];
  expect(at('2022-11-07')).toBeUndefined();
  expect(at('2022-11-08')?.sentence).toBe('busiest month on record, 8 rounds');
  expect(at('2022-11-09')).toMatchObject({ n: 9, scope: { country: 'KP', month: '2022-11' } });
});

test('a date known by month is named as such, and its gap is the smallest that it can be', () => {
  const event = aRound('1986-05-12', { class: 'MRBM' });
  const before = [aRound('1984-09', { class: 'MRBM' }), aRound('1986-05-01')];
  expect(factsOf(event, before, 'first-since')[0]).toMatchObject({
    since: '1984-09',
    days: 589,
    sentence: 'first medium-range ballistic missile launch since September 1984',
  });
  expect(factsOf(event, [aRound('1984-09')], 'quiet')[0]?.sentence).toBe(
    'after at least 589 days without a test',
  );
});

test('what a date known by month leaves open is not claimed', () => {
  const event = aRound('1984-09-15', { class: 'CM', site: 'hodo', countMin: 3, apogeeKm: 90 });
  const before = [aRound('1983-01-01', { class: 'CM', site: 'hodo', countMin: 1, apogeeKm: 10 })];
  expect(isNews(noveltyOf(event, before))).toBe(true);
  const perhaps = aRound('1984-09', { class: 'CM', site: 'hodo', countMin: 5, apogeeKm: 100 });
  expect(noveltyOf(event, [...before, perhaps])).toEqual([]);
  // It is known to be no cruise missile, so the first cruise missile it is, whenever the other was.
  const other = aRound('1984-09', { class: 'SRBM' });
  expect(factsOf(event, [...before, other], 'first-since')[0]?.sentence).toBe(
    'first cruise missile launch since 1 January 1983',
  );
  expect(factsOf(event, [...before, other], 'nth-of-year')).toEqual([]);
});

test('an event known by year only makes no busy month certain', () => {
  const days = ['2022-03-01', '2022-03-02', '2022-03-03'].map((day) => aRound(day));
  const last = aRound('2022-03-03');
  expect(factsOf(last, [aRound('2021-01-01'), ...days], 'busiest')).toHaveLength(1);
  expect(factsOf(last, [aRound('2021-01-01'), aRound('2022'), ...days], 'busiest')).toEqual([]);
});

test('being the nth round of the year alone is no news', () => {
  expect(isNews(noveltyOf(aRound('2020-03-09'), spring2020))).toBe(false);
});
