import { beforeAll, describe, expect, test, vi } from 'vitest';
import { editEvent } from '@/lib/catalogue/commands';
import { digestOf, dryRun } from '@/lib/catalogue/import/dry-run';
import { importFile } from '@/lib/catalogue/import/import-commands';
import { layoutOf } from '@/lib/catalogue/import/layout';
import { countOf, type Plan } from '@/lib/catalogue/import/plan';
import { readFileTables } from '@/lib/catalogue/import/read-file';
import { reportOf } from '@/lib/catalogue/import/report';
import { reportLines } from '@/lib/catalogue/import/report-lines';
import { placeWords } from '@/lib/catalogue/own-form/table';
import { catalogueVersion, getEvent } from '@/lib/catalogue/queries';
import { AppError } from '@/lib/errors';
import { rowsOf, testDatabase } from '../../../support/database';
import { added, aSystem, edited, merged } from '../../../support/entries';
import { people } from '../../../support/factories';
import { type CnsRow, cnsWorkbook, starterAsCns } from '../../../support/workbooks';

testDatabase({ template: 'template_seeded' });
// Whole workbooks are written and read here.
vi.setConfig({ testTimeout: 60_000 });

const now = new Date('2026-11-24T12:00:00Z');
const change = { actor: people.editor, reason: 'import of cns.xlsx', now, holdSeconds: null };
const byHand = { createUnknown: false };

async function layout(...rows: CnsRow[]) {
  const found = layoutOf(await readFileTables('cns.xlsx', cnsWorkbook(...rows)), new Map());
  if (found.kind === 'unknown') throw new Error('not recognised');
  expect(found.kind).toBe('cns');
  return found;
}
const planned = async (...rows: CnsRow[]) => dryRun(await layout(...rows), now, byHand);
const imported = async (...rows: CnsRow[]) => importFile(await layout(...rows), change, byHand);
const counts = (plan: Plan) => ({
  new: countOf(plan, 'new'),
  changed: countOf(plan, 'changed'),
  unchanged: countOf(plan, 'unchanged'),
});
const changesOf = (plan: Plan) =>
  plan.events.flatMap(({ slug, changes }) =>
    changes.map(({ label, before, after }) => `${slug} ${label}: ${before} → ${after}`),
  );

let starter: CnsRow[];
beforeAll(async () => {
  starter = await starterAsCns();
});

test('the starter catalogue, written as CNS has it, comes back as it is', async () => {
  const plan = await planned(...starter);
  expect(plan.rows).toBe(339);
  expect(plan.faults).toEqual([]);
  expect(plan.missing).toEqual([]);
  expect(plan.unknownNames).toEqual([]);
  expect(changesOf(plan)).toEqual([]);
  expect(counts(plan)).toEqual({ new: 0, changed: 0, unchanged: 166 });
});

const launch: CnsRow = {
  Date: '2026-11-1',
  'Launch Time (UTC)': '21:10',
  'Missile Name': 'Hwasong-11A (KN-23)',
  'Missile Type': 'SRBM',
  'Facility Name': 'Sunan',
  'Landing Location': 'Sea of Japan or East Sea',
  Apogee: '~100 km',
  'Distance Travelled': '787 km (claimed)',
  'Confirmation Status': 'Confirmed',
  'Test Outcome': 'Success',
};

describe('the day of a launch', () => {
  test.each([
    ['an evening in UTC is the next day in Korea', '2020-3-28', '21:10', 'kp-2020-03-29'],
    ['a morning in UTC is the same day', '2020-3-28', '05:34', 'kp-2020-03-28'],
    ['also while the North’s own clocks ran half an hour behind', '2016-3-17', 0.6284722, 'kp-2016-03-18'],
    ['without a time it is the day as published', '2020-3-28', 'Unknown', 'kp-2020-03-28'],
    [
      '31 December at 22:00 UTC is next year',
      new Date('2019-12-31T00:00:00Z'),
      '22:00:00 UTC',
      'kp-2020-01-01',
    ],
  ])('%s', async (_, date, time, stem) => {
    const { rows, events } = await planned({ ...launch, Date: date, 'Launch Time (UTC)': time });
    expect(rows).toBe(1);
    expect(events[0]?.slug.startsWith(stem)).toBe(true);
  });
});

test('a new round becomes salvos of consecutive equal rows, with CNS’s claim in its own words', async () => {
  const plan = await planned(
    {
      ...launch,
      'Additional Information': 'The first of three – in CNS’s words.',
      'Source(s)': 'Yonhap, https://en.yna.co.kr/view/1; NK News https://nknews.org/2',
    },
    { ...launch, 'Additional Information': 'The first of three – in CNS’s words.' },
    {
      ...launch,
      'Launch Time (UTC)': '21:40',
      'Distance Travelled': '100-200 km',
      'Test Outcome': 'Partial Failure',
      'Missile Name': 'N/A',
    },
  );
  expect(counts(plan)).toEqual({ new: 1, changed: 0, unchanged: 0 });
  const [event] = plan.events.map((planned) => planned.event);
  expect(event).toMatchObject({ localDate: '2026-11-02', status: 'confirmed' });
  expect(event?.salvos).toMatchObject([
    {
      system: 'hwasong-11a',
      site: 'sunan',
      countMin: 2,
      countMax: 2,
      distanceKm: 787,
      apogeeKm: 100,
      outcome: 'success',
      launchedAt: '2026-11-01T21:10:00.000Z',
    },
    { system: null, class: 'SRBM', countMin: 1, distanceKm: null, outcome: 'unknown' },
  ]);
  expect(event?.assessments).toMatchObject([
    {
      assessor: 'CNS',
      text: 'The first of three – in CNS’s words.',
      hedge: 'distance 787 km (claimed); apogee ~100 km; distance 100-200 km; outcome Partial Failure',
      status: 'final',
      figures: {
        countMin: 3,
        countMax: 3,
        apogeeKm: 100,
        site: 'Sunan',
        class: 'SRBM',
        landingArea: 'sea-of-japan',
      },
    },
  ]);
  expect(event?.assessments[0]?.figures).not.toHaveProperty('distanceKm');
  expect(event?.citations.map(({ publisher, url }) => `${publisher} ${url}`)).toEqual([
    expect.stringContaining('nti.org'),
    'Yonhap https://en.yna.co.kr/view/1',
    'NK News https://nknews.org/2',
  ]);
});

test('what CNS corrects is corrected, claim and record; what was adopted from another claim stays', async () => {
  const own = starter.map((row) => ({ ...row }));
  const [first] = own.filter((row) => row['Facility Name'] === 'Mupyong-ni Arms Plant');
  Object.assign(first ?? {}, { 'Distance Travelled': '1,050 km', 'Test Outcome': 'Unknown' });
  const plan = await planned(...own);
  expect(changesOf(plan)).toEqual([
    'kp-2017-07-28 Salvo: distance: 998 km → 1,050 km',
    'kp-2017-07-28 Salvo: outcome: success → unknown',
    'kp-2017-07-28 Salvo: outcome according to: CNS → null',
    'kp-2017-07-28 Claim of CNS: distance: 998 km → 1,050 km',
    'kp-2017-07-28 Claim of CNS: outcome: success → null',
  ]);
});

test('a figure that was adopted from another claim stays when CNS gives another', async () => {
  const event = await getEvent('kp-2022-11-03');
  const jcs = event.assessments.findIndex(({ assessor }) => assessor === 'ROK JCS');
  const [salvo, ...others] = event.salvos;
  await editEvent(
    event.slug,
    event.revision,
    { ...event, salvos: [{ ...salvo, sources: { ...salvo?.sources, distanceKm: jcs } }, ...others] },
    { ...change, reason: 'adopted' },
  );
  const rows = starter.map((row) =>
    row.Apogee === 1920 || row.Apogee === '1,920 km'
      ? { ...row, 'Distance Travelled': 800, Apogee: 1950 }
      : row,
  );
  const plan = await planned(...rows);
  expect(changesOf(plan)).toEqual(['kp-2022-11-03 Salvo 1: apogee: 1,920 km → 1,950 km']);
});

test('an unreadable row is named as the spreadsheet shows it, and its whole event left out', async () => {
  const plan = await planned(
    launch,
    { ...launch, 'Launch Time (UTC)': '25:99' },
    { ...launch, Date: '13 Foo 2026' },
    { ...launch, Date: '2026-11-10', 'Distance Travelled': '60,000 km' },
    { ...launch, Date: '2026-11-12' },
  );
  expect(plan.events.map(({ slug }) => slug)).toEqual(['kp-2026-11-13']);
  expect(plan.faults.map(({ place, message, events }) => [placeWords(place), message, events])).toEqual([
    [
      'row 3 of Missile Tests, column D (Launch Time (UTC))',
      '"25:99" is not a time in UTC like 05:34.',
      ['kp-2026-11-02'],
    ],
    ['row 4 of Missile Tests, column B (Date)', '"13 Foo 2026" is not a date like 2024-04-22.', []],
    ['row 5 of Missile Tests, column O (Distance Travelled)', 'This is above 50000 km.', ['kp-2026-11-11']],
  ]);
});

test('a row without a time may be of three days, and every event that is left out for it is named', async () => {
  const plan = await planned(
    { ...launch, Date: '2026-11-3', 'Launch Time (UTC)': 'Unknown' },
    { ...launch, Date: '2026-11-4', 'Launch Time (UTC)': '25:99' },
    { ...launch, Date: '2026-11-5', 'Launch Time (UTC)': 'Unknown' },
    { ...launch, Date: '2026-11-7', 'Launch Time (UTC)': 'Unknown' },
  );
  expect(plan.events.map(({ slug }) => slug)).toEqual(['kp-2026-11-07']);
  expect(reportOf(plan).counts.leftOut).toBe(2);
  expect(reportLines(reportOf(plan), true).join('\n')).toContain(
    'like 05:34. kp-2026-11-03 and kp-2026-11-05 are left out.',
  );
});

test('what is unreadable is listed in the order of the file', async () => {
  const plan = await planned({ ...launch, 'Distance Travelled': -5 }, { ...launch, Date: 'someday' });
  expect(plan.faults.map(({ place }) => place.row)).toEqual([2, 3]);
});

test('a cell that gives no figure that is understood is listed, and kept in its words', async () => {
  const plan = await planned({
    ...launch,
    Apogee: 'Unknown',
    'Distance Travelled': '787 miles',
    'Test Outcome': 'Partial',
  });
  expect(plan.events[0]?.event.salvos[0]).toMatchObject({ distanceKm: null, outcome: 'unknown' });
  expect(plan.inWords.map(({ place, message }) => `${placeWords(place)}: ${message}`)).toEqual([
    'row 2 of Missile Tests, column O (Distance Travelled): "787 miles" is kept in these words.',
    'row 2 of Missile Tests, column Q (Test Outcome): "Partial" is kept in these words.',
  ]);
});

test('a day to come in any column keeps its own event out of the dry run, and not the others out of the import', async () => {
  const rows = [
    { ...launch, Date: '2026-11-20', 'Date Entered/Updated': '2026-11-21' },
    { ...launch, Date: '2026-11-20', 'Date Entered/Updated': '2027-11-21' },
    { ...launch, Date: '2026-11-22' },
  ];
  const plan = await planned(...rows);
  expect(plan.faults.map(({ place, message, events }) => [placeWords(place), message, events])).toEqual([
    [
      'row 3 of Missile Tests, column C (Date Entered/Updated)',
      'This day has not come yet.',
      ['kp-2026-11-21'],
    ],
  ]);
  expect((await imported(...rows)).events.map(({ slug }) => slug)).toEqual(['kp-2026-11-23']);
});

test('names that the catalogue does not have are listed and kept as text, or made where that is wished', async () => {
  const row = {
    ...launch,
    'Missile Name': 'Hwasong-99 (KN-99)',
    'Facility Name': 'Mount Kumgang',
    'Facility Latitude': 38.66,
    'Facility Longitude': 128.1,
  };
  const plan = await planned(row);
  expect(plan.unknownNames).toEqual([
    { kind: 'system', name: 'Hwasong-99 (KN-99)', country: 'KP', rows: 1 },
    { kind: 'site', name: 'Mount Kumgang', country: 'KP', rows: 1 },
  ]);
  const [kept] = plan.events;
  expect(kept?.event.salvos[0]).toMatchObject({
    system: null,
    class: 'SRBM',
    site: null,
    siteText: 'Mount Kumgang',
  });
  expect(kept?.event.assessments[0]?.figures).toMatchObject({
    system: 'Hwasong-99 (KN-99)',
    site: 'Mount Kumgang',
  });

  const made = await importFile(await layout(row), change, { createUnknown: true });
  expect(made.unknownNames).toEqual([]);
  expect(
    await rowsOf(
      "SELECT s.id, s.name, s.class_id, a.alias FROM systems s JOIN system_aliases a ON a.system_id = s.id WHERE s.id = 'hwasong-99'",
    ),
  ).toEqual([{ id: 'hwasong-99', name: 'Hwasong-99', class_id: 'SRBM', alias: 'KN-99' }]);
  expect(
    await rowsOf('SELECT kind::text, entry_id, edit::text, actor, reason FROM catalogue_edits ORDER BY id'),
  ).toEqual([
    { kind: 'system', entry_id: 'hwasong-99', edit: 'added', actor: 'Ed Itor', reason: 'import of cns.xlsx' },
    {
      kind: 'site',
      entry_id: 'mount-kumgang',
      edit: 'added',
      actor: 'Ed Itor',
      reason: 'import of cns.xlsx',
    },
  ]);
  expect(await rowsOf("SELECT name, latitude FROM sites WHERE id = 'mount-kumgang'")).toEqual([
    { name: 'Mount Kumgang', latitude: 38.66 },
  ]);
  expect((await getEvent('kp-2026-11-02')).salvos[0]).toMatchObject({
    system: 'hwasong-99',
    site: 'mount-kumgang',
  });
});

test('a name that is made gets no id that leads to what another was merged into', async () => {
  await added('system', aSystem({ name: 'Hwasong-77', class: 'SRBM' }));
  await added('system', aSystem({ name: 'Hwasong-78', class: 'SRBM' }));
  await merged('system', 'hwasong-77', 'hwasong-78');
  await edited('system', 'hwasong-78', { aliases: [] });
  const row = { ...launch, Date: '2026-11-06', 'Missile Name': 'Hwasong-77' };
  await importFile(await layout(row), change, { createUnknown: true });
  expect((await getEvent('kp-2026-11-07')).salvos[0]).toMatchObject({
    system: 'hwasong-77-2',
    systemName: 'Hwasong-77',
  });
});

test('an import is one version and a revision an event, tells nobody, and does nothing the second time', async () => {
  const rows = [
    { ...launch, Date: '2026-11-14' },
    { ...launch, Date: '2026-11-15' },
  ];
  const version = await catalogueVersion();
  await imported(...rows);
  expect(await catalogueVersion()).toBe(version + 1);
  expect(
    await rowsOf(
      "SELECT kind::text, reason, actor FROM revisions r JOIN events e ON e.id = r.event_id WHERE e.slug IN ('kp-2026-11-15', 'kp-2026-11-16')",
    ),
  ).toEqual(Array(2).fill({ kind: 'recorded', reason: 'import of cns.xlsx', actor: 'Ed Itor' }));
  expect(await rowsOf('SELECT id FROM graphile_worker._private_jobs')).toEqual([]);
  const again = await imported(...rows);
  expect(counts(again)).toEqual({ new: 0, changed: 0, unchanged: 2 });
  expect(await catalogueVersion()).toBe(version + 1);

  const changed = await imported({ ...launch, Date: '2026-11-14', Apogee: '90 km' });
  expect(counts(changed)).toEqual({ new: 0, changed: 1, unchanged: 0 });
  expect((await getEvent('kp-2026-11-15')).revision).toBe(2);
});

test('of two days in a month that is all the catalogue knows, one is that event and the other is new, each time', async () => {
  const rows = [
    { ...launch, Date: '1984-09-05', 'Launch Time (UTC)': 'Unknown' },
    { ...launch, Date: '1984-09-10', 'Launch Time (UTC)': 'Unknown' },
  ];
  const plan = await imported(...rows);
  expect(plan.events.map(({ slug, kind }) => `${slug} ${kind}`)).toEqual([
    'kp-1984-09 changed',
    'kp-1984-09-10 new',
  ]);
  expect(counts(await imported(...rows))).toEqual({ new: 0, changed: 0, unchanged: 2 });
});

test('what the file does not have is listed, and stays', async () => {
  const plan = await planned(...starter.filter((row) => row['Facility Name'] !== 'Mupyong-ni Arms Plant'));
  expect(plan.missing.map(({ slug }) => slug)).toContain('kp-2017-07-28');
  expect(
    plan.missing.every(({ assessments }) => assessments.some(({ assessor }) => assessor === 'CNS')),
  ).toBe(true);
});

test('alerts go out only where they are asked for', async () => {
  await importFile(await layout({ ...launch, Date: '2026-11-20' }), { ...change, holdSeconds: 60 }, byHand);
  expect(await rowsOf("SELECT payload->>'kind' AS kind FROM graphile_worker._private_jobs")).toEqual([
    { kind: 'new_event' },
  ]);
});

test('takes the role of editor, and what was seen in the dry run', async () => {
  const file = await layout({ ...launch, Date: '2026-11-22' });
  await expect(importFile(file, { ...change, actor: people.analyst }, byHand)).rejects.toMatchObject({
    code: 'forbidden',
  });
  const seen = digestOf(await dryRun(file, now, byHand));
  await imported({ ...launch, Date: '2026-11-22', Apogee: '5 km' });
  await expect(importFile(file, change, { ...byHand, expected: seen })).rejects.toMatchObject({
    code: 'conflict',
  });
});

test('an import that is ended while it writes leaves nothing behind', async () => {
  const file = await layout({ ...launch, Date: '2026-11-19', 'Missile Name': 'Nobody’s' });
  const watch = (step: string, done: number) => {
    if (step === 'writing' && done > 0) throw new AppError('gone', 'cancelled');
  };
  const version = await catalogueVersion();
  await expect(importFile(file, change, { createUnknown: true, watch })).rejects.toMatchObject({
    code: 'gone',
  });
  expect(await catalogueVersion()).toBe(version);
  expect(await rowsOf("SELECT slug FROM events WHERE slug = 'kp-2026-11-20' AND notes = 'x'")).toEqual([]);
  expect(await rowsOf("SELECT id FROM systems WHERE id LIKE 'nobody%'")).toEqual([]);
});
