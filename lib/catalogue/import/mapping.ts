import { z } from 'zod';
import type { Table } from '@/lib/catalogue/own-form/table';
import { line } from '@/lib/catalogue/schema';

/** What a column of somebody else's file can be. */
export const claimFields = [
  'country',
  'date',
  'time',
  'system',
  'class',
  'site',
  'latitude',
  'longitude',
  'count',
  'distanceKm',
  'apogeeKm',
  'bearingDeg',
  'landingArea',
  'outcome',
  'confirmation',
  'words',
  'sources',
  'statedOn',
] as const;
export type ClaimField = (typeof claimFields)[number];

export const claimFieldLabels: Record<ClaimField, string> = {
  country: 'Country (a code like KP)',
  date: 'Date',
  time: 'Time of launch',
  system: 'Missile',
  class: 'Class',
  site: 'Site',
  latitude: 'Latitude of the site',
  longitude: 'Longitude of the site',
  count: 'Number of missiles',
  distanceKm: 'Distance (km)',
  apogeeKm: 'Apogee (km)',
  bearingDeg: 'Bearing (degrees)',
  landingArea: 'Came down in',
  outcome: 'Outcome',
  confirmation: 'Confirmed or not',
  words: 'What is said of it, in words',
  sources: 'Sources (web addresses)',
  statedOn: 'Date of the entry',
};

/**
 * How a file of one assessor's claims is read: which column is what, whether a row is a missile or a salvo, and on which
 * clock its dates are. `columns` are places in the header, from 0.
 */
export const mappingInput = z
  .object({
    sheet: z.string().max(200),
    rowIs: z.enum(['missile', 'salvo']),
    /** With `utc`, the day of a launch with a time is that of the country's own clock at that moment. */
    clock: z.enum(['utc', 'local']),
    country: z.string().regex(/^[A-Z]{2}$/, 'Please choose a country.'),
    assessor: line.max(120),
    columns: z.partialRecord(z.enum(claimFields), z.number().int().min(0).max(1000)),
  })
  .refine(({ columns }) => columns.date !== undefined, {
    path: ['columns'],
    error: 'Say which column has the date.',
  })
  .refine(({ columns, rowIs }) => rowIs === 'missile' || columns.count !== undefined, {
    path: ['columns'],
    error: 'Say which column has the number of missiles: a row is a salvo.',
  });
export type Mapping = z.output<typeof mappingInput>;

/** What a file's header is known by again: the sheet's columns in their order, without regard to case and space. */
export function fingerprintOf({ columns }: Table): string {
  return columns.map(plainHeader).join('|').slice(0, 2000);
}

export const plainHeader = (header: string) => header.replaceAll(/\s+/g, ' ').trim().toLowerCase();
