import type { Table } from '@/lib/catalogue/own-form/table';
import { type ClaimField, type Mapping, plainHeader } from './mapping';

/** The columns of the CNS North Korea Missile Test Database as it is published, by what they are. */
const cnsColumns: Partial<Record<ClaimField, string>> = {
  date: 'date',
  statedOn: 'date entered/updated',
  time: 'launch time (utc)',
  system: 'missile name',
  class: 'missile type',
  site: 'facility name',
  latitude: 'facility latitude',
  longitude: 'facility longitude',
  landingArea: 'landing location',
  apogeeKm: 'apogee',
  distanceKm: 'distance travelled',
  confirmation: 'confirmation status',
  outcome: 'test outcome',
  words: 'additional information',
  sources: 'source(s)',
};

const needed: ClaimField[] = ['date', 'system', 'distanceKm', 'outcome'];

/** How CNS's own layout is read; null where this sheet is not in it. */
export function cnsMapping(table: Table): Mapping | null {
  const headers = table.columns.map((header) => plainHeader(header).replaceAll(/\s*([/()])\s*/g, '$1'));
  const placeOf = (header: string) => headers.indexOf(header.replaceAll(/\s*([/()])\s*/g, '$1'));
  const columns = Object.fromEntries(
    Object.entries(cnsColumns).flatMap(([field, header]) => {
      const place = placeOf(header);
      return place < 0 ? [] : [[field, place]];
    }),
  ) as Mapping['columns'];
  if (needed.some((field) => columns[field] === undefined)) return null;
  return { sheet: table.name, rowIs: 'missile', clock: 'utc', country: 'KP', assessor: 'CNS', columns };
}
