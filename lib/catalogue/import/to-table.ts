import type { Cell, Table } from '@/lib/catalogue/own-form/table';

/** A sheet as a table: its first row that has anything in it is the header. */
export function toTable(name: string, rows: readonly (readonly Cell[])[]): Table {
  const header = rows.findIndex((row) => row.some((cell) => !isBlank(cell)));
  if (header < 0) return { name, columns: [], rows: [] };
  const below = rows.slice(header + 1).map((row) => row.map((cell) => (isBlank(cell) ? null : cell)));
  const last = below.findLastIndex((row) => row.some((cell) => cell !== null));
  return {
    name,
    columns: (rows[header] ?? []).map((cell) => (isBlank(cell) ? '' : String(cell))),
    rows: below.slice(0, last + 1),
    firstRow: header + 2,
  };
}

const isBlank = (cell: Cell) => cell === null || (typeof cell === 'string' && cell.trim() === '');
