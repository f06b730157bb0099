import readExcelFile from 'read-excel-file/universal';
import type { Cell, Table } from '@/lib/catalogue/own-form/table';
import { AppError } from '@/lib/errors';
import { toTable } from './to-table';
import { checkUnpacked } from './unpacked-size';

/** From the day that workbooks of Windows count from to that of old ones of the Mac. */
const daysTo1904 = 1462;

/**
 * The sheets of a workbook. Of a formula its last result is read, of merged cells the first, of formatted text the text.
 * A cell with a date is a date, whatever year the workbook counts from.
 * @throws AppError `invalid` where it cannot be read
 */
export async function readWorkbook(bytes: Uint8Array): Promise<Table[]> {
  const workbook = checkUnpacked(bytes);
  const sheets = await readExcelFile(bytes.slice().buffer).catch((error: unknown) => {
    throw new AppError(
      'invalid',
      'This is not a workbook that can be read. Open it in a spreadsheet, and save it as .xlsx.',
      [],
      {
        cause: error,
      },
    );
  });
  // The reader knows the year 1904 by "1" alone, and some writers say "true".
  const shiftMs = /<workbookPr\b[^>]*\sdate1904="true"/.test(workbook) ? daysTo1904 * 86_400_000 : 0;
  const shifted = (cell: Cell) => (cell instanceof Date ? new Date(cell.getTime() + shiftMs) : cell);
  return sheets.map(({ sheet, data }) =>
    toTable(
      sheet,
      (data as unknown as Cell[][]).map((row) => row.map(shifted)),
    ),
  );
}
