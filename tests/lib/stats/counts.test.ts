import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { type ClassId, classIds, outcomes } from '@/lib/catalogue/vocabulary';
import { type EventFilter, everything } from '@/lib/filter/schema';
import type { CountQuery, CountRow } from '@/lib/stats/count-query';
import { countTests } from '@/lib/stats/counts';
import { testDatabase } from '../../support/database';
import { recorded } from '../../support/factories';
import { loadedEvents } from '../../support/loaded-events';

// The session is in New York: a count that leaned on it would put New Year's Day in the year before.
testDatabase();

const exactly = (classId: ClassId, n: number) => ({ class: classId, site: null, countMin: n, countMax: n });

async function count(query: Partial<Omit<CountQuery, 'filter'>> & { filter?: Partial<EventFilter> }) {
  const { rows } = await countTests({
    by: 'year',
    split: 'class',
    unit: 'missiles',
    ...query,
    filter: { ...everything, ...query.filter },
  });
  return brief(rows);
}

const brief = (rows: CountRow[]) =>
  rows.map(({ period, key, count: n, openEnded }) => `${period} ${key} ${openEnded ? '≥' : ''}${n}`);

describe('a catalogue of its own for each country', () => {
  beforeAll(async () => {
    await loadedEvents(
      // North Korea: New Year's Day in Seoul, which is still the old year in UTC.
      { localDate: '2022-01-01', salvos: [{ ...exactly('SRBM', 2), launchedAt: '2021-12-31T22:00:00Z' }] },
      {
        localDate: '2022-01-05',
        salvos: [exactly('SRBM', 8), exactly('ICBM', 1), { class: 'CM', site: null, countMin: 2 }],
      },
      { localDate: '2022-06', status: 'disputed', statusReason: 'denied', salvos: [exactly('SRBM', 3)] },
      {
        localDate: '2022-07-01',
        status: 'withdrawn',
        statusReason: 'an error',
        salvos: [exactly('SRBM', 9)],
      },
      // Iran: known by year, month and day.
      { country: 'IR', localDate: '1988', salvos: [exactly('SRBM', 5)] },
      { country: 'IR', localDate: '1988-02', salvos: [exactly('SRBM', 1)] },
      { country: 'IR', localDate: '1988-05-31', salvos: [exactly('MRBM', 1)] },
    );
    await recorded({ country: 'KP', localDate: '2022-08-01', status: 'draft', salvos: [{ countMin: 7 }] });
  });

  test('missiles are summed by the local day; drafts and withdrawn events are not counted, disputed ones are', async () => {
    expect(await count({ filter: { country: ['KP'] } })).toEqual([
      '2022 CM ≥2',
      '2022 ICBM 1',
      '2022 SRBM 13',
    ]);
  });

  test('a round is counted once, under its class of the longest range, and its number is exact', async () => {
    expect(await count({ unit: 'events', filter: { country: ['KP'] } })).toEqual([
      '2022 ICBM 1',
      '2022 SRBM 2',
    ]);
  });

  test('a filter leaves only the salvos that fit, and a round then stands under those', async () => {
    expect(await count({ unit: 'events', filter: { country: ['KP'], class: ['CM', 'SRBM'] } })).toEqual([
      '2022 SRBM 3',
    ]);
    expect(await count({ filter: { country: ['KP'], class: ['CM'] } })).toEqual(['2022 CM ≥2']);
    expect(await count({ filter: { country: ['KP'], status: ['withdrawn'] } })).toEqual([]);
  });

  test('quarters and months take what is known by month, and leave out what is known by year only', async () => {
    const filter = { country: ['IR'] };
    expect(await count({ filter, split: 'none' })).toEqual(['1988 all 7']);
    expect(await count({ filter, split: 'none', by: 'quarter' })).toEqual(['1988-Q1 all 1', '1988-Q2 all 1']);
    expect(await count({ filter, split: 'none', by: 'month' })).toEqual(['1988-02 all 1', '1988-05 all 1']);
  });

  test('the definition says what is counted, in which zone, and what is left out', async () => {
    const query: Omit<CountQuery, 'by'> = {
      filter: { ...everything, country: ['IR'] },
      split: 'class',
      unit: 'events',
    };
    const { zone, definition } = await countTests({ ...query, by: 'month' });
    expect(zone).toBe('Asia/Tehran');
    expect(definition).toContain('(Asia/Tehran), not UTC');
    expect(definition).toContain('counted once');
    expect(definition).toContain('1 round known by year only is not in any month.');
    expect((await countTests({ ...query, by: 'year' })).definition).not.toContain('known by year only');
    const all = await countTests({ ...query, by: 'year', filter: everything });
    expect(all.zone).toBe('Asia/Seoul, Asia/Tehran');
  });

  test('a split by outcome, country and system has its keys, and an unknown system is called unknown', async () => {
    const filter = { country: ['KP'], class: ['SRBM' as const] };
    expect(await count({ filter, split: 'outcome' })).toEqual(['2022 unknown 13']);
    expect(await count({ filter, split: 'country' })).toEqual(['2022 KP 13']);
    expect(await count({ filter, split: 'system' })).toEqual(['2022 unknown 13']);
  });

  test('a new event is in the next count: what is kept belongs to one version of the catalogue', async () => {
    const filter = { country: ['PK'] };
    expect(await count({ filter })).toEqual([]);
    await loadedEvents({ country: 'PK', localDate: '2015-03-09', salvos: [exactly('MRBM', 1)] });
    expect(await count({ filter })).toEqual(['2015 MRBM 1']);
  });
});

test('split by class or not, the sum is the same, in missiles and in rounds, for any catalogue and filter', async () => {
  const salvo = fc.record({
    class: fc.constantFrom(...classIds),
    outcome: fc.constantFrom(...outcomes),
    countMin: fc.integer({ min: 1, max: 9 }),
    isOpenEnded: fc.boolean(),
  });
  const event = fc.record({
    localDate: fc.constantFrom('1999', '2001-03', '2001-03-31', '2004-02-29', '2004-12-31'),
    salvos: fc.array(salvo, { minLength: 1, maxLength: 4 }),
  });
  const filter = fc.record({
    class: fc.uniqueArray(fc.constantFrom(...classIds), { maxLength: 3 }),
    outcome: fc.uniqueArray(fc.constantFrom(...outcomes), { maxLength: 2 }),
    from: fc.constantFrom(undefined, '2001-03-15'),
  });
  const by = fc.constantFrom('year' as const, 'quarter' as const, 'month' as const);
  await fc.assert(
    fc.asyncProperty(fc.array(event, { maxLength: 4 }), filter, by, async (events, narrowing, period) => {
      await loadedEvents(
        ...events.map(({ localDate, salvos }) => ({
          country: 'IN',
          localDate,
          salvos: salvos.map(({ isOpenEnded, ...rest }) => ({
            ...rest,
            site: null,
            countMax: isOpenEnded ? null : rest.countMin,
          })),
        })),
      );
      for (const unit of ['missiles', 'events'] as const) {
        const query = { filter: { ...everything, ...narrowing, country: ['IN'] }, by: period, unit };
        const parts = await countTests({ ...query, split: 'class' });
        const whole = await countTests({ ...query, split: 'none' });
        expect(sumByPeriod(parts.rows)).toEqual(sumByPeriod(whole.rows));
      }
    }),
    { numRuns: 25 },
  );
});

function sumByPeriod(rows: CountRow[]): Record<string, string> {
  const sums = new Map<string, { count: number; openEnded: boolean }>();
  for (const row of rows) {
    const sum = sums.get(row.period) ?? { count: 0, openEnded: false };
    sums.set(row.period, { count: sum.count + row.count, openEnded: sum.openEnded || row.openEnded });
  }
  return Object.fromEntries(
    [...sums].map(([period, { count: n, openEnded }]) => [period, `${openEnded ? '≥' : ''}${n}`]),
  );
}
