import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CountRow } from '@/lib/stats/count-query';
import { daysOf, periodOfDay, toSeries } from '@/lib/stats/series';

const today = '2026-11-23';
const row = (period: string, key: string, count: number, openEnded = false): CountRow => ({
  period,
  key,
  count,
  openEnded,
});
const totalsOf = (rows: CountRow[], span: Parameters<typeof toSeries>[1]) =>
  toSeries(rows, span).periods.map(({ period, total }) => [period, total.count]);

test('the years between counts are filled with zeros, up to today', () => {
  const rows = [row('2023', 'SRBM', 4), row('2025', 'ICBM', 1)];
  expect(totalsOf(rows, { by: 'year', today })).toEqual([
    ['2023', 4],
    ['2024', 0],
    ['2025', 1],
    ['2026', 0],
  ]);
});

test('classes stand in their fixed order whatever order they were counted in, unknown last', () => {
  const rows = ['unknown', 'CM', 'ICBM', 'SRBM', 'SLBM'].map((key) => row('2026', key, 1));
  expect(toSeries(rows, { by: 'year', today }).keys).toEqual(['SRBM', 'SLBM', 'ICBM', 'CM', 'unknown']);
});

test('a total is open-ended as soon as one of its parts is', () => {
  const series = toSeries([row('2025', 'SRBM', 4), row('2026', 'CM', 1, true), row('2026', 'SRBM', 2)], {
    by: 'year',
    today,
  });
  expect(series.periods.map(({ total }) => total)).toEqual([
    { count: 4, openEnded: false },
    { count: 3, openEnded: true },
  ]);
  expect(series.totals).toEqual([
    { count: 6, openEnded: false },
    { count: 1, openEnded: true },
  ]);
  expect(series.total).toEqual({ count: 7, openEnded: true });
});

test('the current period is unfinished and says up to which day', () => {
  const periods = toSeries([row('2025', 'SRBM', 1)], { by: 'year', today }).periods;
  expect(periods.map((period) => [`${period.name} ${period.days}`.trim(), period.unfinished])).toEqual([
    ['2025', false],
    ['2026 to 23 Nov', true],
  ]);
});

test('on its last day a year is finished', () => {
  const [period] = toSeries([row('2026', 'SRBM', 1)], { by: 'year', today: '2026-12-31' }).periods;
  expect(period).toMatchObject({ unfinished: false, days: '' });
});

test('a span that cuts a period at either end is said, and is not called unfinished', () => {
  const span = { by: 'year', from: '2017-03-06', to: '2018-06-30', today } as const;
  const periods = toSeries([row('2017', 'SRBM', 1)], span).periods;
  expect(periods.map((period) => [`${period.name} ${period.days}`.trim(), period.unfinished])).toEqual([
    ['2017 from 6 Mar', false],
    ['2018 to 30 Jun', false],
  ]);
});

test('a span without any count is zeros, a whole catalogue without any is no period at all', () => {
  const span = { by: 'quarter', from: '2019-11-01', to: '2020-04-30', today } as const;
  expect(totalsOf([], span)).toEqual([
    ['2019-Q4', 0],
    ['2020-Q1', 0],
    ['2020-Q2', 0],
  ]);
  expect(toSeries([], { by: 'month', today }).periods).toEqual([]);
});

test('a span into the future ends today, and one from before all records at 1900', () => {
  const span = { by: 'year', from: '0001-01-01', to: '9999-12-31', today } as const;
  const periods = totalsOf([row('2026', 'CM', 1)], span);
  expect(periods[0]).toEqual(['1900', 0]);
  expect(periods.at(-1)).toEqual(['2026', 1]);
});

test('a count after "today", where the country is a day ahead, is not lost', () => {
  expect(totalsOf([row('2027', 'CM', 1)], { by: 'year', today: '2026-12-31' })).toEqual([['2027', 1]]);
});

test('every day lies within the period that it belongs to', () => {
  const day = fc
    .date({ min: new Date('1950-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  fc.assert(
    fc.property(day, fc.constantFrom('year' as const, 'quarter' as const, 'month' as const), (at, by) => {
      const { first, last } = daysOf(periodOfDay(at, by));
      expect(first <= at && at <= last).toBe(true);
    }),
  );
});

test('nothing is lost or made by filling: the totals are those of the rows', () => {
  const rows = fc.uniqueArray(
    fc.record({
      period: fc.integer({ min: 1984, max: 2026 }).map(String),
      key: fc.constantFrom('SRBM', 'ICBM', 'CM', 'unknown'),
      count: fc.integer({ min: 1, max: 50 }),
      openEnded: fc.boolean(),
    }),
    { selector: ({ period, key }) => `${period} ${key}` },
  );
  fc.assert(
    fc.property(rows, (counted) => {
      const { total } = toSeries(counted, { by: 'year', today });
      expect(total.count).toBe(counted.reduce((sum, { count }) => sum + count, 0));
      expect(total.openEnded).toBe(counted.some(({ openEnded }) => openEnded));
    }),
  );
});
