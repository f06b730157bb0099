import writeExcelFile, { type Cell as SheetCell } from 'write-excel-file/node';
import type { EventRecord } from '@/lib/catalogue/event-record';
import { defuse } from '@/lib/catalogue/own-form/defuse';
import type { Cell, Table } from '@/lib/catalogue/own-form/table';
import { toOwnForm } from '@/lib/catalogue/own-form/to-own-form';
import type { EventFilter } from '@/lib/filter/schema';
import { aboutLines, type ExportAbout } from './about';
import { fitsFilter } from './fits-filter';
import { xlsxText } from './xlsx-text';

/**
 * Events as a workbook of Apogee's own form, which the import reads, and a sheet `About` behind it with what the file says of
 * itself. Texts are cells of type text, and none is a formula. The rows are held until the last, as the writer needs them.
 */
export async function toXlsx(
  batches: AsyncIterable<EventRecord[]>,
  about: ExportAbout,
  filter: EventFilter,
): Promise<Buffer> {
  let tables = toOwnForm([]).map(withFits([]));
  for await (const events of batches) {
    const fits = events.flatMap(({ salvos }) => salvos.map((salvo) => fitsFilter(salvo, filter)));
    tables = joined(tables, toOwnForm(events).map(withFits(fits)));
  }
  const sheets = tables.map(({ name, columns, rows }) => ({
    sheet: name,
    data: [columns.map(bold), ...rows.map((row) => row.map(sheetCell))],
    columns: columns.map((column) => ({ width: widthOf(column) })),
    stickyRowsCount: 1,
  }));
  const aboutSheet = {
    sheet: 'About',
    data: aboutLines(about).map(([label, words]) => [
      { ...bold(label), alignVertical: 'top' as const },
      { value: xlsxText(defuse(words)), wrap: true, alignVertical: 'top' as const },
    ]),
    columns: [{ width: 24 }, { width: 100 }],
  };
  return writeExcelFile([...sheets, aboutSheet]).toBuffer();
}

/** The sheet of salvos says of each whether it is what was asked for. */
function withFits(fits: boolean[]) {
  return (table: Table): Table =>
    table.name === 'Salvos'
      ? {
          ...table,
          columns: [...table.columns, 'fitsFilter'],
          rows: table.rows.map((row, index) => [...row, fits[index] ?? null]),
        }
      : table;
}

/** Sheets with the rows of further ones under theirs; a column that only those have comes last. */
function joined(tables: Table[], further: Table[]): Table[] {
  return tables.map((table, index) => {
    const { columns, rows } = further[index] ?? table;
    const all = [...new Set([...table.columns, ...columns])];
    const places = all.map((column) => columns.indexOf(column));
    for (const row of rows) table.rows.push(places.map((place) => row[place] ?? null));
    return { ...table, columns: all };
  });
}

function bold(text: string) {
  return { value: xlsxText(text), fontWeight: 'bold' as const };
}

function sheetCell(cell: Cell): SheetCell {
  return typeof cell === 'string' ? xlsxText(cell) : cell;
}

/** In characters: long texts are cut off, not spread out. */
function widthOf(column: string): number {
  if (/^(notes|text|statusReason|furtherUrls)$|[uU]rl$/.test(column)) return 40;
  return Math.max(12, Math.min(24, column.length + 2));
}
