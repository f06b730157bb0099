import { expect, test } from 'vitest';
import { catalogueVersion, getEvent } from '@/lib/catalogue/queries';
import { isCatalogueEmpty, loadStarterCatalogue } from '@/lib/catalogue/starter';
import { dayIn, daysBetween } from '@/lib/format/dates';
import { rowsOf, testDatabase } from '../../support/database';

testDatabase({ template: 'template_seeded' });

// The CNS scope: ballistic missiles and space launches, by local day.
const columns = ['SRBM', 'MRBM', 'IRBM', 'ICBM', 'SLBM', 'SLV', 'HGV', 'unknown'] as const;
const totals: [year: string, missiles: number, rounds: number, ...classes: number[]][] = [
  ['1984', 6, 2, 6, 0, 0, 0, 0, 0, 0, 0],
  ['1986', 1, 1, 0, 0, 0, 0, 0, 0, 0, 1],
  ['1990', 2, 2, 1, 1, 0, 0, 0, 0, 0, 0],
  ['1991', 1, 1, 1, 0, 0, 0, 0, 0, 0, 0],
  ['1992', 1, 1, 0, 1, 0, 0, 0, 0, 0, 0],
  ['1993', 4, 2, 3, 1, 0, 0, 0, 0, 0, 0],
  ['1998', 1, 1, 0, 0, 0, 0, 0, 1, 0, 0],
  ['2006', 7, 1, 2, 4, 0, 0, 0, 1, 0, 0],
  ['2009', 8, 2, 5, 2, 0, 0, 0, 1, 0, 0],
  ['2012', 2, 2, 0, 0, 0, 0, 0, 2, 0, 0],
  ['2013', 6, 3, 6, 0, 0, 0, 0, 0, 0, 0],
  ['2014', 19, 11, 17, 2, 0, 0, 0, 0, 0, 0],
  ['2015', 15, 7, 12, 0, 0, 0, 3, 0, 0, 0],
  ['2016', 24, 15, 4, 8, 8, 0, 3, 1, 0, 0],
  ['2017', 21, 15, 4, 7, 6, 3, 0, 0, 0, 1],
  ['2019', 27, 15, 25, 0, 0, 0, 1, 0, 0, 1],
  ['2020', 9, 4, 9, 0, 0, 0, 0, 0, 0, 0],
  ['2021', 6, 4, 4, 0, 0, 0, 1, 0, 1, 0],
  ['2022', 69, 33, 21, 2, 2, 3, 1, 0, 0, 40],
  ['2023', 33, 20, 15, 0, 0, 5, 0, 3, 0, 10],
  ['2024', 41, 12, 34, 0, 2, 1, 0, 0, 0, 4],
  ['2025', 11, 6, 3, 0, 1, 0, 0, 0, 0, 7],
  ['2026', 25, 6, 21, 2, 0, 0, 0, 0, 0, 2],
];

test('each year of the CNS scope has its missiles, rounds and classes, and no other year has any', async () => {
  const classCounts = columns
    .map((id) => `coalesce(sum(s.count_min) FILTER (WHERE s.class_id = '${id}'), 0)::int AS "${id}"`)
    .join(', ');
  const rows = await rowsOf(`
    SELECT to_char(e.local_date, 'YYYY') AS year, sum(s.count_min)::int AS missiles,
      count(DISTINCT e.id)::int AS rounds, ${classCounts}
    FROM events e JOIN salvos s ON s.event_id = e.id WHERE s.class_id <> 'CM' GROUP BY 1 ORDER BY 1`);
  expect(rows.map((row) => Object.values(row))).toEqual(totals);
});

test('the whole adds up: 339 missiles in 166 rounds, their classes and outcomes', async () => {
  expect(
    await rowsOf(`SELECT sum(count_min)::int AS missiles, sum(count_max)::int AS max, count(DISTINCT event_id)::int AS rounds
      FROM salvos WHERE class_id <> 'CM'`),
  ).toEqual([{ missiles: 339, max: 339, rounds: 166 }]);
  expect(await missilesBy('class_id', "class_id <> 'CM'")).toEqual({
    SRBM: 193,
    MRBM: 30,
    IRBM: 19,
    ICBM: 12,
    SLBM: 9,
    SLV: 9,
    HGV: 1,
    unknown: 66,
  });
  expect(await missilesBy('outcome', "class_id <> 'CM'")).toEqual({ success: 229, unknown: 72, failure: 38 });
});

test('figures that are not on record are NULL: 260 distances and 230 apogees are, and none is 0', async () => {
  expect(
    await rowsOf(`SELECT sum(count_min) FILTER (WHERE distance_km IS NOT NULL)::int AS distances,
      sum(count_min) FILTER (WHERE apogee_km IS NOT NULL)::int AS apogees,
      count(*) FILTER (WHERE distance_km = 0 OR apogee_km = 0)::int AS zeros FROM salvos WHERE class_id <> 'CM'`),
  ).toEqual([{ distances: 260, apogees: 230, zeros: 0 }]);
});

test('loading it a second time changes no row and not even the version', async () => {
  const before = await everything();
  expect(await loadStarterCatalogue()).toEqual({
    countries: 0,
    systems: 0,
    sites: 0,
    events: 0,
    contextItems: 0,
  });
  expect(await everything()).toEqual(before);
  expect(await isCatalogueEmpty()).toBe(false);
});

test('every event has its first revision, by the starter catalogue, and no alert waits', async () => {
  expect(
    await rowsOf(`SELECT (SELECT count(*) FROM events)::int AS events, (SELECT count(*) FROM revisions)::int AS revisions,
      (SELECT count(DISTINCT actor) FROM revisions)::int AS actors, (SELECT count(*) FROM graphile_worker.jobs)::int AS jobs`),
  ).toEqual([{ events: 201, revisions: 201, actors: 1, jobs: 0 }]);
});

test('tests that are known by the month only stay so', async () => {
  const rows = await rowsOf("SELECT slug FROM events WHERE date_precision = 'month' ORDER BY slug");
  expect(rows.map((row) => row.slug)).toEqual([
    'kp-1984-09',
    'kp-1986-05',
    'kp-1990-05',
    'kp-1990-06',
    'kp-1991-07',
    'kp-1992-06',
  ]);
  expect(await getEvent('kp-1984-09')).toMatchObject({ localDate: '1984-09', datePrecision: 'month' });
});

test('every figure of record points to an assessment of its own event', async () => {
  expect(
    await rowsOf(`SELECT count(*)::int AS wrong FROM salvo_figure_sources f JOIN salvos s ON s.id = f.salvo_id
      JOIN assessments a ON a.id = f.assessment_id WHERE a.event_id <> s.event_id`),
  ).toEqual([{ wrong: 0 }]);
  const known = {
    distanceKm: 'distance_km',
    apogeeKm: 'apogee_km',
    launchedAt: 'launched_at',
    bearingDeg: 'bearing_deg',
  };
  for (const [figure, column] of Object.entries(known)) {
    expect(
      await rowsOf(`SELECT count(*)::int AS unsourced FROM salvos s WHERE s.${column} IS NOT NULL AND NOT EXISTS
        (SELECT 1 FROM salvo_figure_sources f WHERE f.salvo_id = s.id AND f.figure = '${figure}')`),
    ).toEqual([{ unsourced: 0 }]);
  }
});

test('every salvo of the CNS scope has its count from CNS', async () => {
  expect(
    await rowsOf(`SELECT r.name, count(*)::int AS salvos FROM salvos s
      JOIN salvo_figure_sources f ON f.salvo_id = s.id AND f.figure = 'count'
      JOIN assessments a ON a.id = f.assessment_id JOIN assessors r ON r.id = a.assessor_id
      WHERE s.class_id <> 'CM' GROUP BY 1`),
  ).toEqual([{ name: 'CNS', salvos: 262 }]);
});

test('launches lie on their local day in Korea, and 75 rounds of them on another day in UTC', async () => {
  const rows = await rowsOf(`SELECT e.slug, e.local_date::text AS day, s.launched_at AS at
    FROM events e JOIN salvos s ON s.event_id = e.id WHERE s.launched_at IS NOT NULL AND s.class_id <> 'CM'`);
  const launches = rows.map(({ slug, day, at }) => ({ slug, day, at: new Date(String(at)) }));
  expect(launches.filter(({ day, at }) => dayIn('Asia/Seoul', at) !== day)).toEqual([]);
  const elsewhere = launches.filter(({ day, at }) => at.toISOString().slice(0, 10) !== day);
  expect(new Set(elsewhere.map(({ slug }) => slug)).size).toBe(75);

  const daysOf2022 = launches.filter(({ slug }) => String(slug).startsWith('kp-2022'));
  expect(new Set(daysOf2022.map(({ day }) => day)).size).toBe(33);
  expect(new Set(daysOf2022.map(({ at }) => at.toISOString().slice(0, 10))).size).toBe(34);
});

test('a launch at 23:01 UTC on 30 December 2022 is one of 31 December in Korea', async () => {
  const event = await getEvent('kp-2022-12-31');
  expect(event.salvos[0]?.launchedAt).toBe('2022-12-30T23:01:00.000Z');
  expect(event.localDate).toBe('2022-12-31');
});

test('there had been five rounds in 2020 up to 15 April, the fifth of them of cruise missiles', async () => {
  const rows = await rowsOf(
    "SELECT local_date::text AS day FROM events WHERE local_date BETWEEN '2020-01-01' AND '2020-04-15' ORDER BY 1",
  );
  expect(rows.map((row) => row.day)).toEqual([
    '2020-03-02',
    '2020-03-09',
    '2020-03-21',
    '2020-03-29',
    '2020-04-14',
  ]);
});

test('before 14 April 2020 cruise missiles were last launched on 8 June 2017, 1,041 days earlier', async () => {
  const [last] =
    await rowsOf(`SELECT max(e.local_date)::text AS day FROM events e JOIN salvos s ON s.event_id = e.id
    WHERE s.class_id = 'CM' AND e.local_date < '2020-04-14'`);
  expect(last?.day).toBe('2017-06-08');
  expect(daysBetween(String(last?.day), '2020-04-14')).toBe(1041);
});

async function missilesBy(column: string, condition: string): Promise<Record<string, number>> {
  const rows = await rowsOf(
    `SELECT ${column} AS key, sum(count_min)::int AS missiles FROM salvos WHERE ${condition} GROUP BY 1`,
  );
  return Object.fromEntries(rows.map((row) => [String(row.key), Number(row.missiles)]));
}

/** The row count of every table, and the version. */
async function everything() {
  const tables = await rowsOf(
    "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'",
  );
  const counts: Record<string, unknown> = { version: await catalogueVersion() };
  for (const { name } of tables) {
    const [row] = await rowsOf(`SELECT count(*)::int AS rows FROM "${name}"`);
    counts[String(name)] = row?.rows;
  }
  return counts;
}
