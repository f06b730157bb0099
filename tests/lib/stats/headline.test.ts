import { expect, test } from 'vitest';
import { everything } from '@/lib/filter/schema';
import { getHeadline } from '@/lib/stats/headline';
import { testDatabase } from '../../support/database';
import { loadedEvents } from '../../support/loaded-events';

testDatabase();

const filterOf = (country: string) => ({ ...everything, country: [country] });

test('an empty catalogue has zeros, no last test, and no share', async () => {
  expect(await getHeadline(everything, '2026-11-23')).toEqual({
    today: '2026-11-23',
    thisYear: { to: '2026-11-23', missiles: { count: 0, openEnded: false }, rounds: 0 },
    lastYear: { to: '2025-11-23', missiles: { count: 0, openEnded: false }, rounds: 0 },
    lastTest: null,
    lastIcbm: null,
    outcomes: { succeeded: 0, known: 0, unknown: 0, share: null },
  });
});

test('this year runs to today, last year to the same day, and withdrawn events are in neither', async () => {
  await loadedEvents(
    { localDate: '2026-11-23', salvos: [{ countMin: 2, countMax: 2 }] },
    { localDate: '2026-01-01', salvos: [{ countMin: 1 }] },
    { localDate: '2026-03-01', status: 'withdrawn', statusReason: 'retracted', salvos: [{ countMin: 9 }] },
    { localDate: '2025-11-23', salvos: [{ countMin: 3, countMax: 4 }] },
    { localDate: '2025-11-24', salvos: [{ countMin: 5, countMax: 5 }] },
    { localDate: '2024-12-31', salvos: [{ class: 'ICBM', countMin: 1, countMax: 1 }] },
  );
  const headline = await getHeadline(filterOf('KP'), '2026-11-23');
  expect(headline.thisYear).toMatchObject({ missiles: { count: 3, openEnded: true }, rounds: 2 });
  expect(headline.lastYear).toMatchObject({ missiles: { count: 3, openEnded: true }, rounds: 1 });
  expect(headline.lastTest).toMatchObject({ localDate: '2026-11-23', days: 0, atLeast: false });
  expect(headline.lastIcbm).toMatchObject({ localDate: '2024-12-31', days: 692 });
});

test('the span narrows the outcomes, and neither this year nor the last tests', async () => {
  const filter = { ...filterOf('KP'), from: '2010-01-01', to: '2015-12-31' };
  const headline = await getHeadline(filter, '2026-11-23');
  expect(headline.thisYear.rounds).toBe(2);
  expect(headline.lastTest?.localDate).toBe('2026-11-23');
  expect(headline.outcomes).toEqual({ succeeded: 0, known: 0, unknown: 0, share: null });
});

test('a filter without ICBMs is not told of them', async () => {
  expect((await getHeadline({ ...everything, class: ['CM'] }, '2026-11-23')).lastIcbm).toBeUndefined();
  expect((await getHeadline({ ...everything, family: ['cruise'] }, '2026-11-23')).lastIcbm).toBeUndefined();
  expect((await getHeadline({ ...everything, class: ['ICBM'] }, '2026-11-23')).lastIcbm).not.toBeNull();
});

test('on 29 February last year is counted up to the 28th', async () => {
  await loadedEvents(
    { country: 'IR', localDate: '2023-02-28', salvos: [{ site: null, countMin: 1, countMax: 1 }] },
    { country: 'IR', localDate: '2023-03-01', salvos: [{ site: null, countMin: 1, countMax: 1 }] },
    { country: 'IR', localDate: '2024-02-29', salvos: [{ site: null, countMin: 1, countMax: 1 }] },
  );
  const headline = await getHeadline(filterOf('IR'), '2024-02-29');
  expect(headline.thisYear.rounds).toBe(1);
  expect(headline.lastYear).toMatchObject({ to: '2023-02-28', rounds: 1 });
});

test('where only unknown outcomes are on record there is no share of them', async () => {
  await loadedEvents({
    country: 'IN',
    localDate: '2020-05-01',
    salvos: [{ site: null, outcome: 'unknown', countMin: 4, countMax: 4 }],
  });
  expect((await getHeadline(filterOf('IN'), '2026-11-23')).outcomes).toEqual({
    succeeded: 0,
    known: 0,
    unknown: 4,
    share: null,
  });
});

test('the share is of the missiles whose outcome is known', async () => {
  await loadedEvents({
    country: 'PK',
    localDate: '2020-05-02',
    salvos: [
      { site: null, outcome: 'success', countMin: 3, countMax: 3 },
      { site: null, outcome: 'failure', countMin: 1, countMax: 1 },
      { site: null, outcome: 'unknown', countMin: 6, countMax: 6 },
    ],
  });
  expect((await getHeadline(filterOf('PK'), '2026-11-23')).outcomes).toEqual({
    succeeded: 3,
    known: 4,
    unknown: 6,
    share: 0.75,
  });
});

test('a last test that is known by its month is at least so many days ago, from the end of it', async () => {
  await loadedEvents({ country: 'KR', localDate: '2026-09', salvos: [{ site: null }] });
  expect((await getHeadline(filterOf('KR'), '2026-11-23')).lastTest).toMatchObject({
    localDate: '2026-09',
    days: 54,
    atLeast: true,
  });
});

test('a day that has begun in the country, and not yet where today is read, is not minus one day ago', async () => {
  expect((await getHeadline(filterOf('KP'), '2026-11-22')).lastTest?.days).toBe(0);
});
