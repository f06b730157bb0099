import { describe, expect, test } from 'vitest';
import {
  classIn,
  countIn,
  dateIn,
  figureIn,
  landingIn,
  outcomeIn,
  timeIn,
} from '@/lib/catalogue/import/claim-cells';
import { cnsMapping } from '@/lib/catalogue/import/cns-layout';
import { citationsIn } from '@/lib/catalogue/import/sources-in-text';
import type { Cell } from '@/lib/catalogue/own-form/table';
import { cnsHeader } from '../../../support/workbooks';

const unsaid = { said: false };
const value = (known: unknown) => ({ said: true, value: known });

describe('a date is read', () => {
  test.each<[Cell, string]>([
    ['2024-4-22', '2024-04-22'],
    ['2024\u201104\u201122', '2024-04-22'],
    ['4/22/2024', '2024-04-22'],
    ['22/4/2024', '2024-04-22'],
    ['22.04.2024', '2024-04-22'],
    ['22 April 2024', '2024-04-22'],
    ['Apr. 22, 2024', '2024-04-22'],
    ['Monday, April 22, 2024', '2024-04-22'],
    ['2024-04-22T00:00:00Z', '2024-04-22'],
    [45_404, '2024-04-22'],
    [45_404.9, '2024-04-22'],
    [new Date('2024-04-22T00:00:00Z'), '2024-04-22'],
    ['1984-09', '1984-09'],
    ['September 1984', '1984-09'],
    [1984, '1984'],
  ])('%s', (cell, day) => expect(dateIn(cell)).toEqual(value(day)));

  test.each<Cell>(['2024-13-01', '2023-02-29', '31/31/2024', 'soon', -1, 1e9, 'Foo 3, 2020', '1824-01-01'])(
    '%s is none',
    (cell) => expect(dateIn(cell)).toBeNull(),
  );
});

describe('a time is read', () => {
  test.each<[Cell, string]>([
    ['05:34', '05:34'],
    ['5:34:00 UTC', '05:34'],
    ['21:10Z', '21:10'],
    ['9:10 PM', '21:10'],
    ['12:05 a.m.', '00:05'],
    [0.8819444, '21:10'],
    [43_918.8819444, '21:10'],
    [0.9999999, '00:00'],
    ['05:34:30', '05:34:30'],
    [new Date('1899-12-30T05:34:00Z'), '05:34'],
  ])('%s', (cell, time) => expect(timeIn(cell)).toEqual(value(time)));

  test('with its reservation', () =>
    expect(timeIn('~05:34')).toEqual({ ...value('05:34'), hedge: '~05:34' }));
  test.each<Cell>(['25:00', '12:61', '05:34 KST', 'at dawn', 99_999])('%s is none', (cell) =>
    expect(timeIn(cell)).toBeNull(),
  );
  test.each<Cell>(['Unknown', 'N/A', '-'])('%s is said, and unknown', (cell) =>
    expect(timeIn(cell)).toEqual(value(null)),
  );
});

test('a figure keeps the words where there is more than a number', () => {
  const km = (cell: Cell) => figureIn(cell, 'km');
  expect(km(null)).toEqual(unsaid);
  expect(km('Unknown')).toEqual(value(null));
  for (const cell of [1000, '1,000 km', '1000', '1 000 km', '1,000 kilometers', "'1000"])
    expect(km(cell === "'1000" ? '1000 ' : cell)).toEqual(value(1000));
  expect(km('787 km (claimed)')).toEqual({ ...value(787), hedge: '787 km (claimed)' });
  expect(km('~100 km')).toEqual({ ...value(100), hedge: '~100 km' });
  for (const words of ['100-200 km', '<50 km', 'several hundred km', '200 miles'])
    expect(km(words)).toEqual({ ...value(null), hedge: words });
});

test('classes, outcomes and areas are those of the field; what is none of them keeps its words', () => {
  expect(classIn('srbm')).toEqual(value('SRBM'));
  expect(classIn('Submarine-launched ballistic missile')).toEqual(value('SLBM'));
  expect(classIn('Rocket')).toEqual({ ...value(null), hedge: 'Rocket' });
  expect(outcomeIn('Failed')).toEqual(value('failure'));
  expect(outcomeIn('Partial Failure')).toEqual({ ...value(null), hedge: 'Partial Failure' });
  expect(landingIn('Sea of Japan / East Sea')).toEqual(value('sea-of-japan'));
  expect(landingIn('Sea of Japan, inside the EEZ')).toEqual(value('Sea of Japan, inside the EEZ'));
});

test('a count is a number, a span, a lower limit or a word', () => {
  expect(countIn(3)).toEqual({ min: 3, max: 3, text: null });
  expect(countIn('2-4')).toEqual({ min: 2, max: 4, text: null });
  expect(countIn('at least 2')).toEqual({ min: 2, max: null, text: null });
  expect(countIn('several')).toEqual({ min: 1, max: null, text: 'several' });
  expect(countIn(0)).toBeNull();
  expect(countIn('2.5')).toBeNull();
});

test('web addresses become sources, and the words before them their publishers', () => {
  expect(
    citationsIn(
      'Yonhap: https://en.yna.co.kr/1, (NHK) https://www.nhk.or.jp/2). See also https://example.org/a,b;',
    ).map(({ publisher, url }) => [publisher, url]),
  ).toEqual([
    ['Yonhap', 'https://en.yna.co.kr/1'],
    ['NHK', 'https://www.nhk.or.jp/2'],
    ['See also', 'https://example.org/a,b'],
  ]);
  expect(citationsIn('KCNA, 15 April')).toEqual([]);
});

test('CNS’s header is known whatever its case and spaces', () => {
  const columns = cnsHeader.map(
    (name) => ` ${name.toUpperCase().replace('LAUNCH TIME (UTC)', 'Launch\nTime  ( UTC )')} `,
  );
  const mapping = cnsMapping({ name: 'Missile Tests', columns, rows: [] });
  expect(mapping?.columns).toMatchObject({ date: 1, time: 3, apogeeKm: 13, distanceKm: 14, sources: 18 });
  expect(cnsMapping({ name: 'Missile Tests', columns: ['Date', 'Missile Name'], rows: [] })).toBeNull();
});

test('a cell that goes on and on is read in no time', () => {
  const cell = `1${' '.repeat(2000)}x`;
  const begun = performance.now();
  expect(figureIn(cell, 'km')).toEqual({ said: true, value: null, hedge: cell });
  const marks = '.'.repeat(60_000);
  expect(citationsIn(`${marks}x https://example.org/a https://example.org/${marks}x`)).toMatchObject([
    { publisher: 'example.org', url: 'https://example.org/a' },
  ]);
  expect(performance.now() - begun).toBeLessThan(1000);
});
