import { expect, test } from 'vitest';
import { testDatabase } from '../../support/database';
import { recorded } from '../../support/factories';

testDatabase();

type Figures = Record<string, string | number>;

/** Which claim, from 0, each figure of a salvo is said to be from. */
async function sourcesOf(salvo: object, ...claims: Figures[]) {
  const event = await recorded({
    salvos: [salvo],
    assessments: claims.map((figures, place) => ({
      assessor: `Assessor ${place}`,
      text: 'As reported.',
      figures,
    })),
    citations: [{ publisher: 'Yonhap', url: 'https://example.org/report' }],
  });
  return event.salvos[0]?.sources;
}

test('a figure is from the first claim that gives that very value, not from one that gives another', async () => {
  expect(
    await sourcesOf(
      { distanceKm: 760, apogeeKm: 1920, bearingDeg: 90, landingArea: 'sea-of-japan', outcome: 'success' },
      { distanceKm: 750, apogeeKm: 1920, class: 'SRBM', outcome: 'failure' },
      { distanceKm: 760, apogeeKm: 1920, class: 'CM', bearingDeg: 90, outcome: 'success' },
      { distanceKm: 760, landingArea: 'sea-of-japan' },
    ),
  ).toEqual({ distanceKm: 1, apogeeKm: 0, class: 1, bearingDeg: 1, landingArea: 2, outcome: 1 });
});

test('a figure that the only claim gives otherwise is from nobody; one that it does not give is from it', async () => {
  expect(
    await sourcesOf({ distanceKm: 160, countMax: 1, countText: null }, { distanceKm: 150, countMin: 2 }),
  ).toEqual({ class: 0, site: 0, launchedAt: 0 });
});

test('a system and a site are given by id, name or alias, and a place by its own words', async () => {
  const salvo = { class: null, system: 'hwasong-11a', site: 'munchon', launchedAt: null, distanceKm: null };
  expect(
    await sourcesOf(salvo, { system: 'KN-24', site: 'Wonsan' }, { system: 'KN-23', site: 'MUNCHON' }),
  ).toEqual({ system: 1, site: 1 });
  expect(
    await sourcesOf(
      { ...salvo, system: null, class: 'CM', site: null, siteText: 'the east coast' },
      { site: 'the west coast', class: 'CM' },
      { site: 'The east coast' },
    ),
  ).toEqual({ class: 0, site: 1 });
});

test('a time is given by whoever names the same instant, in whatever zone', async () => {
  const salvo = { launchedAt: '2020-04-13T22:00:00Z', distanceKm: null };
  const sources = await sourcesOf(
    salvo,
    { launchedAt: '2020-04-14T07:01:00+09:00' },
    { launchedAt: '2020-04-14T07:00:00+09:00' },
  );
  expect(sources).toEqual({ launchedAt: 1 });
});

test('a count is given by its number or its word, of the salvo or of the whole event', async () => {
  const several = { countMin: 1, countMax: null, countText: 'several', launchedAt: null, distanceKm: null };
  expect(await sourcesOf(several, { countMin: 2, countMax: 2 }, { countText: 'several' })).toEqual({
    count: 1,
  });
  const event = await recorded({
    salvos: [3, 4].map((count) => ({ site: null, countMin: count, countMax: count, countText: null })),
    assessments: [
      { assessor: 'ROK JCS', text: 'At least three.', figures: { countMin: 3, countText: 'several' } },
      { assessor: 'CNS', text: 'Seven.', figures: { countMin: 7, countMax: 7 } },
    ],
  });
  expect(event.salvos.map((salvo) => salvo.sources.count)).toEqual([1, 1]);
});
