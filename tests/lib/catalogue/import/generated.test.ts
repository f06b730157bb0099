import fc from 'fast-check';
import { expect, test } from 'vitest';
import { importFile } from '@/lib/catalogue/import/import-commands';
import { layoutOf } from '@/lib/catalogue/import/layout';
import { type Mapping, mappingInput } from '@/lib/catalogue/import/mapping';
import type { Plan } from '@/lib/catalogue/import/plan';
import { readFileTables } from '@/lib/catalogue/import/read-file';
import { reportOf } from '@/lib/catalogue/import/report';
import { reportLines } from '@/lib/catalogue/import/report-lines';
import type { Cell, Table } from '@/lib/catalogue/own-form/table';
import { toOneTable, toOwnForm } from '@/lib/catalogue/own-form/to-own-form';
import { db } from '@/lib/db/client';
import { AppError } from '@/lib/errors';
import { testDatabase } from '../../../support/database';
import { people } from '../../../support/factories';
import { cnsHeader, cnsRows } from '../../../support/workbooks';
import { aRecord } from '../own-form/any-event-record';

testDatabase();

const change = { actor: people.editor, reason: 'generated', holdSeconds: null };

const oddities = fc.constantFrom<Cell>(
  ...[
    'Unknown',
    'N/A',
    '1,000 km',
    '787 km (claimed)',
    '~100 km',
    '100-200 km',
    '2024\u20114\u201122',
    '2024-13-45',
  ],
  ...[
    '25:61',
    '05:34',
    '5:34:00 UTC',
    '=1+1',
    "'=1",
    '-1',
    '\u0000',
    '\ud800',
    'x'.repeat(5000),
    '1e309',
    'NaN',
  ],
  ...[
    '__proto__',
    'kp-2020-04-14',
    'KP',
    'draft',
    'https://',
    'https://example.org/a b',
    '٣',
    '9999-12-31',
    '0000-00-00',
  ],
  ...[0, -1, 0.5, 43_918, 1e21, Number.NaN, Number.POSITIVE_INFINITY, true],
  ...[new Date(Number.NaN), new Date(8.64e15), new Date('2020-04-14T00:00:00Z')],
);
const cell = fc.oneof(
  { weight: 4, arbitrary: oddities },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
  { weight: 1, arbitrary: fc.double() },
  { weight: 1, arbitrary: fc.constant(null) },
);

const launch = cnsRows({
  Date: '2026-10-01',
  'Launch Time (UTC)': '05:34',
  'Missile Name': 'Hwasong-11A (KN-23)',
  'Missile Type': 'SRBM',
  'Facility Name': 'Sunan',
  Apogee: '100 km',
  'Distance Travelled': 400,
  'Confirmation Status': 'Confirmed',
  'Test Outcome': 'Success',
  'Source(s)': 'Yonhap https://en.yna.co.kr/view/1',
})[1] as Cell[];

/** A table of good rows, of which some cells are replaced, some rows cut short, and some columns called otherwise. */
const spoilt = (table: Table): fc.Arbitrary<Table> =>
  fc
    .record({
      cells: fc.array(fc.tuple(fc.nat(20), fc.nat(60), cell), { minLength: 1, maxLength: 6 }),
      header: fc.option(fc.tuple(fc.nat(60), fc.string({ unit: 'binary', maxLength: 8 })), {
        nil: null,
        freq: 4,
      }),
      cut: fc.option(fc.tuple(fc.nat(20), fc.nat(20)), { nil: null, freq: 4 }),
      twice: fc.boolean(),
    })
    .map(({ cells, header, cut, twice }) => {
      const rows = (twice ? [...table.rows, ...table.rows] : table.rows).map((row) => [...row]);
      const columns = [...table.columns];
      for (const [row, column, value] of cells) {
        const target = rows[row % rows.length];
        if (target) target[column % columns.length] = value;
      }
      if (header) columns[header[0] % columns.length] = header[1];
      if (cut) rows[cut[0] % rows.length]?.splice(cut[1] % columns.length);
      return { ...table, columns, rows };
    });

const cns = fc
  .array(fc.constant(launch), { minLength: 1, maxLength: 4 })
  .chain((rows) => spoilt({ name: 'Missile Tests', columns: cnsHeader, rows }));
const events = [
  aRecord({ slug: 'kp-2026-10-01' }),
  aRecord({ slug: 'kp-2026-10-02', localDate: '2026-10-02' }),
];
const ownSheets = fc.tuple(...toOwnForm(events).map(spoilt)).map((tables) => [...tables]);
const ownTable = spoilt(toOneTable(events)).map((table) => [table]);
const mapping: Mapping = mappingInput.parse({
  sheet: 'Missile Tests',
  rowIs: 'salvo',
  clock: 'local',
  country: 'KP',
  assessor: 'MOD',
  columns: {
    date: 1,
    time: 3,
    count: 0,
    system: 4,
    country: 6,
    bearingDeg: 13,
    distanceKm: 14,
    words: 17,
    sources: 18,
    statedOn: 2,
  },
});
const files = fc.oneof(
  cns.map((table) => ({ tables: [table], mapping: null })),
  cns.map((table) => ({ tables: [table], mapping })),
  ownSheets.map((tables) => ({ tables, mapping: null })),
  ownTable.map((tables) => ({ tables, mapping: null })),
);

test('no file makes an import throw anything but a sentence, or leaves half of it behind', async () => {
  const counts = async () =>
    JSON.stringify(
      await db().$queryRawUnsafe(`SELECT (SELECT count(*)::int FROM events) AS events, (SELECT count(*)::int FROM salvos) AS salvos,
        (SELECT count(*)::int FROM assessments) AS assessments, (SELECT count(*)::int FROM citations) AS citations,
        (SELECT count(*)::int FROM revisions) AS revisions, (SELECT version FROM catalogue) AS version,
        (SELECT count(*)::int FROM graphile_worker.jobs) AS jobs`),
    );
  let [faulty, imported] = [0, 0];
  await fc.assert(
    fc.asyncProperty(files, fc.boolean(), async ({ tables, mapping: byHand }, createUnknown) => {
      const [table] = tables;
      const layout =
        byHand && table ? { kind: 'mapped' as const, table, mapping: byHand } : layoutOf(tables, new Map());
      if (layout.kind === 'unknown') return;
      const before = await counts();
      const plan = await importFile(layout, change, { createUnknown }).catch((error: unknown) => {
        expect(error).toBeInstanceOf(AppError);
        return null;
      });
      const written = plan?.events.filter(({ kind }) => kind !== 'unchanged') ?? [];
      if (written.length === 0) expect(await counts()).toBe(before);
      if (!plan) return;
      expectPlaces(plan);
      expect(reportLines(reportOf(plan), true).length).toBeGreaterThan(5);
      if (plan.faults.length > 0) faulty += 1;
      if (written.length > 0) {
        imported += 1;
        const again = await importFile(layout, change, { createUnknown });
        expect(again.events.filter(({ kind }) => kind !== 'unchanged')).toEqual([]);
      }
    }),
    { numRuns: 400 },
  );
  expect(faulty).toBeGreaterThan(50);
  expect(imported).toBeGreaterThan(20);
}, 300_000);

/** Each fault has a row, and the events that are left out for it are not among those that are imported. */
function expectPlaces(plan: Plan): void {
  const imported = new Set(plan.events.map(({ slug }) => slug));
  for (const { place, message, events } of plan.faults) {
    expect(place.row).toBeGreaterThan(0);
    expect(message).not.toMatch(/undefined|\[object|Invalid input/);
    for (const event of events) expect(imported.has(event)).toBe(false);
  }
}

test('no bytes make the reader throw anything but a sentence', async () => {
  const text = fc
    .oneof(fc.string({ unit: 'binary' }), fc.string())
    .map((content) => new TextEncoder().encode(content));
  const packed = fc
    .uint8Array({ maxLength: 200 })
    .map((bytes) => new Uint8Array([0x50, 0x4b, 3, 4, ...bytes]));
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(text, packed, fc.uint8Array()),
      fc.constantFrom('x.csv', 'x.xlsx', 'x'),
      async (bytes, name) => {
        const tables = await readFileTables(name, bytes).catch((error: unknown) => {
          expect(error).toBeInstanceOf(AppError);
          return [];
        });
        for (const { columns } of tables) expect(columns.length).toBeGreaterThan(0);
      },
    ),
    { numRuns: 300 },
  );
});
