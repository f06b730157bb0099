import type { Table } from '@/lib/catalogue/own-form/table';
import { textIn } from './claim-cells';
import type { SampledSheet } from './upload-queries';

/** The sheets of a file with an example of what stands in each column, for somebody to say what it is. */
export function sampleSheets(tables: Table[]): SampledSheet[] {
  return tables.slice(0, 20).map(({ name, columns, rows }) => ({
    name,
    columns: columns.slice(0, 200),
    examples: columns.slice(0, 200).map((_, column) => {
      const cell = rows.slice(0, 500).find((row) => textIn(row[column]) !== null)?.[column];
      return textIn(cell)?.slice(0, 80) ?? null;
    }),
  }));
}
