import { expect, test } from 'vitest';
import { getEvent } from '@/lib/catalogue/queries';
import { rowsOf, testDatabase } from '../../support/database';

testDatabase({ template: 'template_seeded' });

const claims = async (slug: string) =>
  (await getEvent(slug)).assessments.map(({ assessor, statedOn, hedge, figures }) => ({
    assessor,
    statedOn,
    hedge,
    figures,
  }));

test('35 rounds of cruise missiles stand beside the CNS scope: 40 missiles in 18 of them, and 17 without a number', async () => {
  expect(
    await rowsOf(`SELECT count(*)::int AS rounds, sum(count_max)::int AS counted,
      count(*) FILTER (WHERE count_max IS NULL)::int AS open_ended FROM salvos WHERE class_id = 'CM'`),
  ).toEqual([{ rounds: 35, counted: 40, open_ended: 17 }]);
});

test('a number that was not published is at least 1, with the word that was reported', async () => {
  const rows =
    await rowsOf(`SELECT count_text AS text, min(count_min)::int AS min, max(count_min)::int AS max, count(*)::int AS rows
    FROM salvos WHERE count_max IS NULL GROUP BY 1 ORDER BY 1`);
  expect(rows).toEqual([
    { text: 'not published', min: 1, max: 1, rows: 9 },
    { text: 'several', min: 1, max: 1, rows: 8 },
  ]);
  expect((await getEvent('kp-2020-04-14')).missiles).toEqual({ min: 1, max: null, text: 'several' });
});

test('only cruise rounds that are sourced without reservation are confirmed', async () => {
  const rows = await rowsOf(`SELECT e.status::text AS status, string_agg(e.slug, ' ' ORDER BY e.slug) AS slugs
    FROM events e WHERE EXISTS (SELECT 1 FROM salvos s WHERE s.event_id = e.id AND s.class_id = 'CM') GROUP BY 1`);
  const slugs = Object.fromEntries(rows.map((row) => [String(row.status), String(row.slugs).split(' ')]));
  expect(slugs).toEqual({
    confirmed: [
      'kp-2017-06-08',
      'kp-2021-03-21',
      'kp-2022-01-25',
      'kp-2022-10-12',
      'kp-2023-07-22',
      'kp-2024-01-24',
      'kp-2024-01-30',
      'kp-2024-02-02',
      'kp-2024-02-14',
      'kp-2025-01-25',
      'kp-2025-02-26',
      'kp-2025-04-28',
      'kp-2025-05-22',
      'kp-2025-12-28',
    ],
    preliminary: [
      'kp-2012-03-29',
      'kp-2015-02-07',
      'kp-2015-06-14',
      'kp-2020-04-14',
      'kp-2021-09-11',
      'kp-2021-09-12',
      'kp-2023-02-23',
      'kp-2023-03-22',
      'kp-2024-04-19',
      'kp-2024-09-18-2',
      'kp-2025-10-28',
      'kp-2026-03-04',
      'kp-2026-03-10',
      'kp-2026-04-12',
    ],
    disputed: [
      'kp-2020-07-06',
      'kp-2021-01-22',
      'kp-2022-08-17',
      'kp-2023-03-12',
      'kp-2023-08-21',
      'kp-2023-09-02',
      'kp-2024-01-28',
    ],
  });
});

test('whatever is disputed says why', async () => {
  expect(
    await rowsOf("SELECT slug FROM events WHERE status = 'disputed' AND coalesce(status_reason, '') = ''"),
  ).toEqual([]);
});

test('14 April 2020: four claims, among them the preliminary one of the ROK JCS and what contradicts it', async () => {
  const event = await getEvent('kp-2020-04-14');
  expect(event).toMatchObject({
    status: 'preliminary',
    title: 'North Korea: cruise missiles, 14 Apr 2020, Munchon',
  });
  expect(event.salvos).toEqual([
    expect.objectContaining({
      class: 'CM',
      site: 'munchon',
      distanceKm: 150,
      launchedAt: '2020-04-13T22:00:00.000Z',
      outcome: 'unknown',
      sources: { class: 0, site: 0, launchedAt: 0, count: 0, distanceKm: 0 },
    }),
  ]);
  expect(
    event.assessments.map(({ assessor, statedOnText, hedge, status }) => [
      assessor,
      statedOnText,
      hedge,
      status,
    ]),
  ).toEqual([
    ['ROK JCS', '14 Apr KST', 'presumed', 'preliminary'],
    ['U.S. JCS chairman', '14 Apr, Washington', 'mixed', 'preliminary'],
    ['U.S. State Department', '14 Apr, Washington', 'still assessing', 'preliminary'],
    ['Press (Newsweek)', '14 Apr', null, 'preliminary'],
  ]);
});

test('3 November 2022: Seoul said 760 and 1,920 km, Tokyo 750 and about 2,000 km', async () => {
  expect(await claims('kp-2022-11-03')).toMatchObject([
    { assessor: 'ROK JCS', hedge: null, figures: { distanceKm: 760, apogeeKm: 1920 } },
    { assessor: 'Japan MOD', hedge: 'about', figures: { distanceKm: 750, apogeeKm: 2000 } },
    { assessor: 'CNS' },
  ]);
  const [first] = (await getEvent('kp-2022-11-03')).salvos;
  expect(first).toMatchObject({ distanceKm: 760, apogeeKm: 1920, sources: { distanceKm: 2, apogeeKm: 2 } });
});

test('the other rounds on which assessors differ keep every claim', async () => {
  expect(await claims('kp-2021-03-25')).toMatchObject([
    { assessor: 'ROK and Japan', statedOn: '2021-03-25', hedge: 'about', figures: { distanceKm: 430 } },
    { assessor: 'KCNA', statedOn: '2021-03-26', figures: { distanceKm: 600 } },
    { assessor: 'CNS', figures: { countMin: 2 } },
  ]);
  expect(await claims('kp-2023-03-12')).toMatchObject([
    {
      assessor: 'KCNA',
      statedOn: '2023-03-13',
      figures: { countMin: 2, distanceKm: 1500, site: 'Kyongpo Bay' },
    },
    { assessor: 'ROK JCS', statedOn: '2023-03-13', figures: { countMin: 1, site: 'near Sinpo' } },
  ]);
  expect(await claims('kp-2023-09-02')).toMatchObject([
    { assessor: 'KCNA', statedOn: '2023-09-03', figures: { outcome: 'success', distanceKm: 1500 } },
    { assessor: 'ROK JCS official', statedOn: '2023-09-03', hedge: 'not all' },
  ]);
  expect((await getEvent('kp-2023-09-02')).salvos[0]?.outcome).toBe('unknown');
  expect(await claims('kp-2024-03-18')).toMatchObject([
    {
      assessor: 'ROK JCS',
      hedge: 'at least; about',
      figures: { countMin: 3, countText: 'several', distanceKm: 300 },
    },
    { assessor: 'CNS', figures: { countMin: 6, countMax: 6 } },
  ]);
  expect((await getEvent('kp-2024-03-18')).missiles).toMatchObject({ min: 6, max: 6 });
});

test('every figure of record is from a claim of its event, and none from a claim that gives another number', async () => {
  const contradicted = await rowsOf(`SELECT e.slug, f.figure FROM salvo_figure_sources f
    JOIN salvos s ON s.id = f.salvo_id JOIN events e ON e.id = s.event_id JOIN assessments a ON a.id = f.assessment_id
    WHERE (f.figure = 'distanceKm' AND (a.figures->>'distanceKm')::float <> s.distance_km)
      OR (f.figure = 'apogeeKm' AND (a.figures->>'apogeeKm')::float <> s.apogee_km)
      OR (f.figure = 'launchedAt' AND (a.figures->>'launchedAt')::timestamptz <> s.launched_at)
      OR (f.figure = 'outcome' AND a.figures->>'outcome' <> s.outcome::text)
      OR (f.figure = 'class' AND a.figures->>'class' <> s.class_id)`);
  expect(contradicted).toEqual([]);
  const unsourced = await rowsOf(`SELECT e.slug FROM salvos s JOIN events e ON e.id = s.event_id
    WHERE NOT EXISTS (SELECT 1 FROM salvo_figure_sources f WHERE f.salvo_id = s.id AND f.figure = 'count')
      OR (s.distance_km IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM salvo_figure_sources f WHERE f.salvo_id = s.id AND f.figure = 'distanceKm'))`);
  expect(unsourced).toEqual([]);
});

test('a second round on a day of the CNS scope is an event of its own', async () => {
  expect(await getEvent('kp-2024-09-18')).toMatchObject({ classes: ['SRBM'], missiles: { min: 2, max: 2 } });
  expect(await getEvent('kp-2024-09-18-2')).toMatchObject({
    classes: ['CM'],
    missiles: { min: 1, max: null },
  });
});

test('105 context items carry what of their source was checked', async () => {
  const rows =
    await rowsOf(`SELECT i.kind::text = 'nuclear-test' AS nuclear, c.checked::text AS checked, count(*)::int AS items
    FROM context_items i JOIN citations c ON c.context_item_id = i.id GROUP BY 1, 2 ORDER BY 1, 3`);
  expect(rows).toEqual([
    { nuclear: false, checked: 'partly', items: 15 },
    { nuclear: false, checked: 'yes', items: 24 },
    { nuclear: false, checked: 'no', items: 60 },
    { nuclear: true, checked: 'partly', items: 6 },
  ]);
});

test('what happened around the April launches is in the context', async () => {
  const rows = await rowsOf(
    "SELECT date::text AS date, kind::text AS kind FROM context_items WHERE date BETWEEN '2020-03-20' AND '2020-04-15' ORDER BY date, kind::text",
  );
  expect(rows.map((row) => `${row.date} ${row.kind}`)).toEqual([
    '2020-03-22 statement',
    '2020-03-25 statement',
    '2020-03-30 statement',
    '2020-04-12 other',
    '2020-04-14 statement',
    '2020-04-14 statement',
    '2020-04-15 anniversary',
    '2020-04-15 election',
    '2020-04-15 statement',
  ]);
});
