import { cellValue } from './cell-value';
import { splitColumn } from './columns';
import { type Fault, type Place, placeInTable, type Table } from './table';

/** What a row says, by column, and where each of it stands. Only columns of the file are there; null is an empty cell. */
export type Row = {
  values: Map<string, string | number | boolean | null>;
  place: (column?: string) => Place;
};

/**
 * The rows of a table that say anything, by the names of the columns that are to be read. Names are matched without regard
 * to case and space, where they do not match to the letter.
 * @param isKnown which columns are read
 * @returns also the columns that are not
 */
export function readTable(
  table: Table,
  isKnown: (column: string) => boolean,
  known: readonly string[],
): { rows: Row[]; columns: Set<string>; unread: string[]; faults: Fault[] } {
  const places = new Map<string, number>();
  const unread: string[] = [];
  const faults: Fault[] = [];
  table.columns.forEach((header, index) => {
    const column = isKnown(header) ? header : known.find((name) => plain(name) === plain(header));
    if (column === undefined) {
      if (header.trim() !== '') unread.push(header);
    } else if (places.has(column)) {
      const place = { ...placeInTable(table, -1, index) };
      faults.push({ place, message: `There are two columns ${column}. Only the first is read.` });
    } else places.set(column, index);
  });
  const rows = table.rows.flatMap((cells, rowIndex): Row[] => {
    const values = new Map(
      [...places].map(([column, index]) => [column, cellValue(column, cells[index])] as const),
    );
    if ([...values.values()].every((value) => value === null)) return [];
    return [
      {
        values,
        place: (column) =>
          placeInTable(table, rowIndex, column === undefined ? undefined : places.get(column)),
      },
    ];
  });
  return { rows, columns: new Set(places.keys()), unread, faults };
}

/** `{ 'citation.url': … }` as `{ citation: { url: … } }`. */
export function nested(values: Iterable<[string, unknown]>): Record<string, unknown> {
  const outer = new Map<string, unknown>();
  const groups = new Map<string, [string, unknown][]>();
  for (const [column, value] of values) {
    const [group, name] = splitColumn(column);
    if (name === undefined) outer.set(group, value);
    else groups.set(group, [...(groups.get(group) ?? []), [name, value]]);
  }
  for (const [group, entries] of groups) outer.set(group, Object.fromEntries(entries));
  return Object.fromEntries(outer);
}

/** A row's number in a column like `salvo`; null where it gives none. */
export function numberOf(row: Row, column: string): number | null {
  const value = row.values.get(column);
  return typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : null;
}

const plain = (name: string) => name.replaceAll(/[\s_]/g, '').toLowerCase();
