import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { editEvent } from '@/lib/catalogue/commands';
import { readCatalogueState } from '@/lib/catalogue/import/catalogue-state';
import { dryRun } from '@/lib/catalogue/import/dry-run';
import { importFile } from '@/lib/catalogue/import/import-commands';
import { layoutOf } from '@/lib/catalogue/import/layout';
import { countOf } from '@/lib/catalogue/import/plan';
import { readFileTables } from '@/lib/catalogue/import/read-file';
import { placeWords, type Table } from '@/lib/catalogue/own-form/table';
import { toOneTable, toOwnForm } from '@/lib/catalogue/own-form/to-own-form';
import { catalogueVersion, getEvent } from '@/lib/catalogue/queries';
import { db } from '@/lib/db/client';
import { testDatabase } from '../../../support/database';
import { people } from '../../../support/factories';
import { workbook } from '../../../support/workbooks';

testDatabase({ template: 'template_seeded' });

const now = new Date('2026-11-24T12:00:00Z');
const change = { actor: people.editor, reason: 'import of own.xlsx', now, holdSeconds: null };
const byHand = { createUnknown: false };

const asWorkbook = (tables: Table[]) =>
  workbook({
    About: [['What is counted'], ['-']],
    ...Object.fromEntries(tables.map(({ name, columns, rows }) => [name, [columns, ...rows]])),
  });
const asCsv = ({ columns, rows }: Table) =>
  new TextEncoder().encode(Papa.unparse({ fields: columns, data: rows }));
async function layout(name: string, bytes: Uint8Array) {
  const found = layoutOf(await readFileTables(name, bytes), new Map());
  if (found.kind !== 'own') throw new Error(found.kind);
  return found;
}
const everything = async () => (await readCatalogueState(db(), now)).events;

test('the whole catalogue, exported as a workbook or as CSV, is imported without a change', async () => {
  const events = await everything();
  for (const file of [
    await layout('own.xlsx', asWorkbook(toOwnForm(events))),
    await layout('own.csv', asCsv(toOneTable(events))),
  ]) {
    const plan = await dryRun(file, now, byHand);
    expect(plan.faults).toEqual([]);
    expect(plan.unread).toEqual([]);
    expect([countOf(plan, 'new'), countOf(plan, 'changed'), countOf(plan, 'unchanged')]).toEqual([0, 0, 201]);
  }
}, 60_000);

test('an event that was changed in the spreadsheet is corrected, and its slug stays', async () => {
  const event = await getEvent('kp-2022-11-03');
  const table = toOneTable([event]);
  const at = (column: string) => table.columns.indexOf(column);
  table.rows.forEach((row) => {
    row[at('notes')] = "'=not a formula";
    row[at('system')] = 'KN-25';
  });
  const file = await layout('own.csv', asCsv(table));
  const plan = await importFile(file, change, byHand);
  expect(plan.events).toMatchObject([{ kind: 'changed', slug: 'kp-2022-11-03' }]);
  const after = await getEvent('kp-2022-11-03');
  expect(after).toMatchObject({ revision: 2, notes: '=not a formula' });
  expect(after.salvos.map(({ system, class: classId }) => [system, classId])).toEqual(
    event.salvos.map(() => ['kn-25', 'unknown']),
  );
  expect(after.assessments).toEqual(event.assessments);
  const version = await catalogueVersion();
  expect(countOf(await importFile(file, change, byHand), 'unchanged')).toBe(1);
  expect(await catalogueVersion()).toBe(version);
});

test('an event that the catalogue does not have is new, under the address that the file gives it', async () => {
  const event = await getEvent('kp-2020-03-29');
  const file = await layout(
    'own.xlsx',
    asWorkbook(toOwnForm([{ ...event, slug: 'kp-2026-10-01-2', localDate: '2026-10-01' }])),
  );
  await importFile(file, change, byHand);
  const made = await getEvent('kp-2026-10-01-2');
  expect(made).toMatchObject({ localDate: '2026-10-01', status: 'confirmed', revision: 1 });
  expect(made.salvos).toEqual(event.salvos);
  expect(made.assessments).toEqual(event.assessments);
});

test('a mistake is named by its cell, and keeps its event out, but not the others', async () => {
  const [good, bad] = await Promise.all(['kp-2020-03-21', 'kp-2020-03-29'].map((slug) => getEvent(slug)));
  if (!good || !bad) throw new Error('no events');
  const tables = toOwnForm([{ ...good, notes: 'Corrected.' }, bad]);
  const salvos = tables.find(({ name }) => name === 'Salvos');
  const events = tables.find(({ name }) => name === 'Events');
  if (!salvos || !events) throw new Error('no sheets');
  const row = salvos.rows.findIndex(([slug]) => slug === bad.slug);
  const set = (table: Table, index: number, column: string, value: string) => {
    const cells = table.rows[index];
    if (cells) cells[table.columns.indexOf(column)] = value;
  };
  set(salvos, row, 'distanceKm', 'far');
  set(salvos, row, 'system', 'Hwasong-99');
  set(events, 1, 'status', 'certain');
  const plan = await importFile(await layout('own.xlsx', asWorkbook(tables)), change, byHand);
  expect(plan.events).toMatchObject([{ slug: good.slug, kind: 'changed' }]);
  expect(plan.faults.map(({ place, message, events }) => [placeWords(place), message, events])).toEqual([
    [
      'row 3 of Events, column D (status)',
      'This is none of draft, preliminary, confirmed, disputed, withdrawn.',
      [bad.slug],
    ],
    [`row ${row + 2} of Salvos, column M (distanceKm)`, 'This is not a number of km.', [bad.slug]],
  ]);
  expect((await getEvent(bad.slug)).revision).toBe(1);
});

test('a published event is not made a draft by a file', async () => {
  const event = await getEvent('kp-2020-03-09');
  const file = await layout('own.csv', asCsv(toOneTable([{ ...event, status: 'draft' }])));
  expect((await dryRun(file, now, byHand)).faults).toMatchObject([
    { message: expect.stringContaining('cannot become a draft again') },
  ]);
});

test('a withdrawn event is reinstated, and a claim taken out, where the workbook says so', async () => {
  const event = await getEvent('kp-2021-03-25');
  const withdrawn = await editEvent(
    event.slug,
    event.revision,
    { ...event, status: 'withdrawn', statusReason: 'test' },
    { ...change, reason: 'test' },
  );
  expect(withdrawn.event.status).toBe('withdrawn');
  const [first] = event.assessments;
  if (!first) throw new Error('no claim');
  const file = await layout(
    'own.xlsx',
    asWorkbook(
      toOwnForm([
        {
          ...event,
          assessments: event.assessments.slice(0, 2),
          salvos: event.salvos.map((salvo) => ({ ...salvo, sources: {} })),
        },
      ]),
    ),
  );
  const plan = await importFile(file, change, byHand);
  expect(plan.events).toMatchObject([{ kind: 'changed' }]);
  expect(await getEvent(event.slug)).toMatchObject({ status: 'confirmed', revision: 3 });
});

test('a row that numbers a salvo with a gap is told the number that comes next, and its event is left alone', async () => {
  const event = await getEvent('kp-2020-04-14');
  const table = toOneTable([event]);
  const at = table.columns.indexOf('salvo');
  const [row = []] = table.rows;
  const numbered = (number: number) => row.map((cell, index) => (index === at ? number : cell));
  const plan = async (rows: Table['rows']) => {
    const file = await layout('own.csv', asCsv({ ...table, rows }));
    return dryRun(file, now, byHand);
  };
  const count = event.salvos.length;

  const gap = await plan([...table.rows, numbered(count + 2)]);
  expect(gap.faults).toMatchObject([
    {
      events: ['kp-2020-04-14'],
      place: { row: count + 2 },
      message: `leaves out a salvo: the next one of this event is ${count + 1}.`,
    },
  ]);
  expect(gap.events).toEqual([]);
  const next = await plan([...table.rows, numbered(count + 1)]);
  expect([next.faults, countOf(next, 'changed')]).toEqual([[], 1]);
});
