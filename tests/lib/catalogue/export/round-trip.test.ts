import * as XLSX from '@e965/xlsx';
import fc from 'fast-check';
import Papa from 'papaparse';
import readExcelFile from 'read-excel-file/node';
import { expect, test } from 'vitest';
import type { EventRecord } from '@/lib/catalogue/event-record';
import { aboutExport } from '@/lib/catalogue/export/about';
import { toCsv } from '@/lib/catalogue/export/csv';
import { toXlsx } from '@/lib/catalogue/export/xlsx';
import { xlsxText } from '@/lib/catalogue/export/xlsx-text';
import { completeEntry } from '@/lib/catalogue/own-form/complete-entry';
import { fromOwnForm } from '@/lib/catalogue/own-form/from-own-form';
import type { Cell, Table } from '@/lib/catalogue/own-form/table';
import { eventInput } from '@/lib/catalogue/schema';
import { everything } from '@/lib/filter/schema';
import { anyEventRecord } from '../own-form/any-event-record';

const about = aboutExport({
  filter: everything,
  names: { countries: [], systems: [], sites: [] },
  summary: { rounds: 1, withdrawn: 0, missiles: 1, openEnded: false },
  zones: ['Asia/Seoul'],
  version: 1,
  appUrl: 'https://apogee.example.org',
  now: new Date('2026-11-24T12:00:00Z'),
});

const someEvents = fc.uniqueArray(anyEventRecord, {
  minLength: 1,
  maxLength: 3,
  selector: ({ slug }) => slug,
});

/** In batches of one, as a long list comes. */
async function* oneByOne(events: EventRecord[]): AsyncGenerator<EventRecord[]> {
  for (const event of events) yield [event];
}

/** What a spreadsheet would run, also behind apostrophes. Numbers, negative ones too, are none of these. */
const dangerous = /^[=+\-@\t\r]/;
const isNumber = (text: string) => /^-?\d+(\.\d+)?$/.test(text);

async function csvCells(events: EventRecord[]): Promise<string[][]> {
  let text = '';
  for await (const piece of toCsv(oneByOne(events), about, everything)) text += piece;
  return Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { skipEmptyLines: 'greedy' }).data;
}

test('a CSV file has no cell that a spreadsheet would run, and comes back through the import as it was', async () => {
  await fc.assert(
    fc.asyncProperty(someEvents, async (events) => {
      const [columns = [], ...rows] = await csvCells(events);
      expect(rows.flat().filter((cell) => dangerous.test(cell) && !isNumber(cell))).toEqual([]);
      expect(new Set(rows.map((row) => row.length))).toEqual(new Set([columns.length]));

      const { entries, faults, unread } = fromOwnForm([{ name: 'Salvos', columns, rows }]);
      expect({ faults, unread }).toEqual({ faults: [], unread: [] });
      const back = entries.map((entry, index) => said(completeEntry(entry, events[index] ?? null).input));
      expect(back).toEqual(events.map(said));
    }),
    { numRuns: 100 },
  );
}, 60_000);

test('a workbook is read by others as it was written: no formula, texts as texts, and nothing lost', async () => {
  await fc.assert(
    fc.asyncProperty(someEvents, async (events) => {
      const bytes = await toXlsx(oneByOne(events), about, everything);
      const workbook = XLSX.read(bytes, { cellFormula: true });
      const cells = workbook.SheetNames.flatMap((name) => Object.entries(workbook.Sheets[name] ?? {}))
        .filter(([address]) => !address.startsWith('!'))
        .map(([, cell]) => cell as XLSX.CellObject);
      expect(cells.filter((cell) => cell.f !== undefined)).toEqual([]);
      expect(cells.filter(({ t, v }) => t === 's' && dangerous.test(String(v)))).toEqual([]);
      expect(workbook.SheetNames).toEqual(['Events', 'Salvos', 'Assessments', 'Citations', 'About']);

      const byAnother = workbook.SheetNames.map((name) => {
        const options = { header: 1, raw: true, defval: null } as const;
        return table(
          name,
          XLSX.utils.sheet_to_json<Cell[]>(workbook.Sheets[name] as XLSX.WorkSheet, options),
        );
      });
      const byOurs = (await readExcelFile(bytes)).map(({ sheet, data }) => table(sheet, data as Cell[][]));
      for (const tables of [byAnother, byOurs]) {
        const { entries, faults, unread } = fromOwnForm(tables);
        expect({ faults, unread }).toEqual({ faults: [], unread: [] });
        expect(entries.map((entry) => said(completeEntry(entry, null).input))).toEqual(events.map(said));
      }
    }),
    { numRuns: 25 },
  );
}, 90_000);

test.each([
  'constructor',
  '__proto__',
  '_x0041_',
  'a\u0001b',
  'a\rb',
  ' edges ',
  'a\nb',
  '<&>"\'',
  '\u{1F680}',
  '12',
])('the text %j stands in a workbook as it is', async (text) => {
  const [event] = fc.sample(anyEventRecord, 1);
  const bytes = await toXlsx(oneByOne([{ ...(event as EventRecord), notes: text }]), about, everything);
  const sheet = XLSX.read(bytes).Sheets.Events as XLSX.WorkSheet;
  expect(XLSX.utils.sheet_to_json<{ notes: string }>(sheet)[0]?.notes).toBe(text);
  expect(xlsxText('plain')).toBe('plain');
});

function said(event: unknown) {
  return eventInput.parse(event);
}

function table(name: string, [columns = [], ...rows]: Cell[][]): Table {
  return { name, columns: columns.map(String), rows };
}
