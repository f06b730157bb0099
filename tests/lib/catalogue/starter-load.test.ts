import { expect, test } from 'vitest';
import { catalogueVersion } from '@/lib/catalogue/queries';
import { isCatalogueEmpty, loadStarterCatalogue } from '@/lib/catalogue/starter';
import { rowsOf, testDatabase } from '../../support/database';

testDatabase();

test('a load that fails at one event leaves nothing behind', async () => {
  const before = await catalogueVersion();
  const beforeTheLastTest = new Date('2026-04-01T00:00:00Z');
  await expect(loadStarterCatalogue(beforeTheLastTest)).rejects.toMatchObject({ code: 'invalid' });
  expect(await isCatalogueEmpty()).toBe(true);
  expect(await rowsOf('SELECT id FROM context_items')).toEqual([]);
  expect(await catalogueVersion()).toBe(before);
});

test('the catalogue can be loaded as it ended on a day, and completed later by two loads at once', async () => {
  const before = await catalogueVersion();
  const early = await loadStarterCatalogue(undefined, { until: '2020-04-13' });
  expect(early).toMatchObject({ countries: 0, systems: 0, sites: 0 });
  expect(await rowsOf('SELECT max(local_date)::text AS last FROM events')).toEqual([{ last: '2020-03-29' }]);
  expect(await catalogueVersion()).toBe(before + 1);

  const [rest, none] = (await Promise.all([loadStarterCatalogue(), loadStarterCatalogue()])).sort(
    (a, b) => b.events - a.events,
  );
  expect(early.events + (rest?.events ?? 0)).toBe(201);
  expect(early.contextItems + (rest?.contextItems ?? 0)).toBe(105);
  expect(none).toMatchObject({ events: 0, contextItems: 0 });
  expect(await catalogueVersion()).toBe(before + 2);
});
