import { kindOfColumn } from './columns';
import { undefuse } from './defuse';
import type { Cell } from './table';

/**
 * What a cell says in a column of Apogee's own form: numbers as numbers also where they were stored as text, dates as ISO
 * 8601, null for a blank. What does not fit is left as it is, for the schema to name.
 */
export function cellValue(column: string, cell: Cell | undefined): string | number | boolean | null {
  if (cell === null || cell === undefined) return null;
  const kind = kindOfColumn(column);
  if (cell instanceof Date) return dateText(cell, kind === 'instant');
  if (kind === 'any') return typeof cell === 'string' ? (cell.trim() === '' ? null : undefuse(cell)) : cell;
  if (typeof cell !== 'string') return kind === 'number' ? cell : String(cell);
  const text = undefuse(cell);
  if (text.trim() === '') return null;
  return kind === 'number' ? (numberIn(text) ?? text) : text;
}

/** `1,000` and `1000.5`, also `1000,5`; null where it is no number. */
export function numberIn(text: string): number | null {
  const plain = text.trim().replaceAll(/[\u00a0\u202f ](?=\d{3})/g, '');
  if (/^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain)) return Number(plain.replaceAll(',', ''));
  if (/^-?\d+,\d+$/.test(plain)) return Number(plain.replace(',', '.'));
  return /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(plain) ? Number(plain) : null;
}

/** A cell that a spreadsheet has made a date of. */
function dateText(cell: Date, isInstant: boolean): string {
  if (Number.isNaN(cell.getTime())) return 'no date';
  const iso = cell.toISOString();
  return isInstant ? iso : iso.slice(0, 10);
}
