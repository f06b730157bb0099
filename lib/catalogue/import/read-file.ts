import type { Table } from '@/lib/catalogue/own-form/table';
import { AppError } from '@/lib/errors';
import { readCsv } from './read-csv';
import { readWorkbook } from './read-workbook';

export const largestFileMb = 20;
export const largestFileBytes = largestFileMb * 1024 * 1024;
/** More rows than the whole history of the field has missiles, several times over. */
export const mostRows = 100_000;

/**
 * The sheets of a workbook (.xlsx), or the one table of a CSV file. What a file is, is told by its content, not by its name.
 * @param name the file's name, which is what the table of a CSV file is called
 * @throws AppError `invalid`, in one plain sentence, where it is neither
 */
export async function readFileTables(name: string, bytes: Uint8Array): Promise<Table[]> {
  if (bytes.length === 0) throw new AppError('invalid', 'This file is empty.');
  if (bytes.length > largestFileBytes)
    throw new AppError(
      'invalid',
      `This file is larger than ${largestFileMb} MB. Leave out what is not needed, or divide it.`,
    );
  const tables = await readTables(name, bytes);
  const filled = tables.filter(({ columns, rows }) => columns.length > 0 && rows.length > 0);
  if (filled.length === 0) throw new AppError('invalid', 'This file has no rows under a header.');
  const rows = filled.reduce((sum, table) => sum + table.rows.length, 0);
  if (rows > mostRows)
    throw new AppError(
      'invalid',
      `This file has more than ${mostRows.toLocaleString('en-GB')} rows. Please divide it.`,
    );
  return filled;
}

function readTables(name: string, bytes: Uint8Array): Table[] | Promise<Table[]> {
  if (startsWith(bytes, [0x50, 0x4b])) return readWorkbook(bytes);
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]))
    throw new AppError(
      'invalid',
      'This is a workbook with a password, or one of the old form (.xls). Save it as .xlsx without a password, and try again.',
    );
  if (/\.(xlsx|xlsm)$/i.test(name))
    throw new AppError('invalid', 'This file is called a workbook, but it is none.');
  return readCsv(name, bytes);
}

const startsWith = (bytes: Uint8Array, beginning: number[]) =>
  beginning.every((byte, index) => bytes[index] === byte);
