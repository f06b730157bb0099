import Papa from 'papaparse';
import type { Table } from '@/lib/catalogue/own-form/table';
import { AppError } from '@/lib/errors';
import { toTable } from './to-table';

/**
 * The table of a CSV file: with commas, semicolons or tabs, in UTF-8, UTF-16 or Windows-1252.
 * @throws AppError `invalid` where it is no text, or a quotation mark is never closed
 */
export function readCsv(name: string, bytes: Uint8Array): Table[] {
  const text = decode(bytes);
  if (text.includes('\u0000'))
    throw new AppError('invalid', 'This file is neither a workbook (.xlsx) nor a table of text (.csv).');
  const { data, errors } = Papa.parse<string[]>(text, { delimiter: delimiterOf(text) });
  const broken = errors.find(({ type }) => type === 'Quotes');
  if (broken)
    throw new AppError(
      'invalid',
      `In row ${(broken.row ?? 0) + 1} a quotation mark is opened and never closed.`,
    );
  return [toTable(name, data)];
}

/** What stands most often between the names of the columns. */
function delimiterOf(text: string): string {
  const header = (/\S.*/.exec(text)?.[0] ?? '').replaceAll(/"[^"]*"/g, '');
  const timesOf = (delimiter: string) => header.split(delimiter).length;
  return [',', ';', '\t'].sort((a, b) => timesOf(b) - timesOf(a))[0] ?? ',';
}

/** What Windows-1252 has where Latin-1 has control characters. Node 20's own decoder takes it for Latin-1. */
const windows1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Excel writes CSV files in Windows-1252 where nobody told it otherwise: it is what fits, where UTF-8 does not. */
function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return Buffer.from(bytes)
      .toString('latin1')
      .replaceAll(/[\u0080-\u009f]/g, (letter) => windows1252[letter.charCodeAt(0) - 128] ?? letter);
  }
}
