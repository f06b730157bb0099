import Papa from 'papaparse';
import type { EventRecord } from '@/lib/catalogue/event-record';
import { defuse } from '@/lib/catalogue/own-form/defuse';
import { toOneTable } from '@/lib/catalogue/own-form/to-own-form';
import type { EventFilter } from '@/lib/filter/schema';
import { aboutInOneText, type ExportAbout } from './about';
import { fitsFilter } from './fits-filter';

/**
 * Events as CSV (RFC 4180, UTF-8): Apogee's own form, a row a salvo, which the import reads.
 * What the file says of itself stands in the last column, of the first row alone. Lines in front, with a `#`, would be
 * taken for the header by spreadsheets, by R's read.csv and by pandas, and lines behind for data, which makes texts of whole
 * columns; a second file gets lost. A column is in nobody's way. Where there is no row, there is nothing that it could count.
 * The byte order mark is for spreadsheets, which take a file without one for something else than UTF-8, and spoil what is
 * then saved; R's read.csv wants to be told of it: `fileEncoding = "UTF-8-BOM"`.
 */
export async function* toCsv(
  batches: AsyncIterable<EventRecord[]>,
  about: ExportAbout,
  filter: EventFilter,
): AsyncGenerator<string> {
  yield `\uFEFF${lines([[...toOneTable([]).columns, 'fitsFilter', 'about']])}`;
  let isFirst = true;
  for await (const events of batches) {
    const fits = events.flatMap(({ salvos }) => salvos.map((salvo) => fitsFilter(salvo, filter)));
    const rows = toOneTable(events).rows.map((cells, index) => [...cells, fits[index], null as unknown]);
    if (isFirst) rows[0]?.splice(-1, 1, defuse(aboutInOneText(about)));
    isFirst = false;
    if (rows.length > 0) yield lines(rows);
  }
}

function lines(rows: unknown[][]): string {
  return `${Papa.unparse(rows, { newline: '\r\n' })}\r\n`;
}
