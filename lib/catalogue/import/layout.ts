import { isOwnForm } from '@/lib/catalogue/own-form/from-own-form';
import type { Table } from '@/lib/catalogue/own-form/table';
import { cnsMapping } from './cns-layout';
import { fingerprintOf, type Mapping } from './mapping';

/** How a file is laid out: Apogee's own form, claims of one assessor, or columns that nobody has explained yet. */
export type Layout =
  | { kind: 'own'; tables: Table[] }
  | { kind: 'cns' | 'mapped'; table: Table; mapping: Mapping }
  | { kind: 'unknown'; tables: Table[] };

/**
 * Recognise a file by its sheets and headers.
 * @param kept mappings that were made by hand, by the fingerprint of their header
 */
export function layoutOf(tables: Table[], kept: ReadonlyMap<string, Mapping>): Layout {
  if (isOwnForm(tables)) return { kind: 'own', tables };
  for (const table of tables) {
    const mapping = kept.get(fingerprintOf(table));
    if (mapping) return { kind: 'mapped', table, mapping: { ...mapping, sheet: table.name } };
  }
  // The sheet is called so as it is published; a file saved as CSV has no sheet.
  const named = tables.filter(({ name }) => /missile tests/i.test(name));
  for (const table of [...named, ...tables]) {
    const mapping = cnsMapping(table);
    if (mapping) return { kind: 'cns', table, mapping };
  }
  return { kind: 'unknown', tables };
}

export function layoutWords(layout: Layout): string {
  if (layout.kind === 'own') return 'Apogee’s own form';
  if (layout.kind === 'cns') return 'The layout of the CNS North Korea Missile Test Database';
  return layout.kind === 'mapped'
    ? `Claims of ${layout.mapping.assessor}, by columns that were mapped by hand`
    : 'Unknown columns';
}

/** Columns of a sheet of claims that nothing is made of. */
export function unreadColumns(table: Table, mapping: Mapping): string[] {
  const read = new Set(Object.values(mapping.columns));
  return table.columns.filter((header, index) => header.trim() !== '' && !read.has(index));
}
