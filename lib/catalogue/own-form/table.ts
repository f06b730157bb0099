/** What a cell of a spreadsheet can hold; null is an empty one. A date is the moment that it means in UTC. */
export type Cell = string | number | boolean | Date | null;

/** One sheet, or one CSV file: a header, and the rows under it. A row may be shorter than the header, or empty. */
export type Table = {
  name: string;
  columns: string[];
  rows: Cell[][];
  /** The number that the spreadsheet shows beside the first of `rows`; left out: 2, under a header in the first. */
  firstRow?: number;
};

/** Where something stands in a file, as the spreadsheet shows it: rows from 1, columns by letter. */
export type Place = { sheet: string; row: number; column?: { letter: string; name: string } };

/** Something in a file that cannot be used, and where it stands. */
export type Fault = { place: Place; message: string };

export function placeInTable(table: Table, rowIndex: number, columnIndex?: number): Place {
  const row = (table.firstRow ?? 2) + rowIndex;
  if (columnIndex === undefined) return { sheet: table.name, row };
  const column = { letter: columnLetter(columnIndex), name: table.columns[columnIndex] ?? '' };
  return { sheet: table.name, row, column };
}

/** 0 → `A`, 26 → `AA`. */
export function columnLetter(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnLetter(Math.floor(index / 26) - 1) + letter;
}

/** `row 7 of Salvos, column J (distanceKm)`. */
export function placeWords({ sheet, row, column }: Place): string {
  const where = column ? `, column ${column.letter}${column.name ? ` (${column.name})` : ''}` : '';
  return `row ${row} of ${sheet}${where}`;
}
