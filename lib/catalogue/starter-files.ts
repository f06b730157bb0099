import { readFile } from 'node:fs/promises';
import path from 'node:path';
import Papa from 'papaparse';
import { z } from 'zod';
import { AppError } from '@/lib/errors';
import { parse } from '@/lib/parse';
import { type ContextItem, sluggedContextItem } from './context-schema';
import { cellValue } from './own-form/cell-value';
import { completeEntry } from './own-form/complete-entry';
import { fromOwnForm } from './own-form/from-own-form';
import { nested } from './own-form/read-table';
import { placeWords, type Table } from './own-form/table';
import { type EventInput, eventInput } from './schema';
import { classIds } from './vocabulary';

const folder = path.resolve(import.meta.dirname, '../../prisma/catalogue');

type Row = Record<string, unknown>;

const aliases = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split(';')
      .map((alias) => alias.trim())
      .filter(Boolean),
  );
const countryRow = z.object({ id: z.string(), name: z.string(), timeZone: z.string() });
const systemRow = z.object({
  id: z.string(),
  name: z.string(),
  aliases,
  country: z.string(),
  class: z.enum(classIds),
});
const siteRow = z.object({
  id: z.string(),
  name: z.string(),
  aliases,
  country: z.string(),
  latitude: z.number(),
  longitude: z.number(),
  positionPrecision: z.enum(['exact', 'town', 'region']),
});

/** The lists that events point to: countries, systems and sites. */
export async function readReferenceFiles() {
  const [countries, systems, sites] = await Promise.all([
    readCsv('countries.csv'),
    readCsv('systems.csv'),
    readCsv('sites.csv'),
  ]);
  return {
    countries: countries.map((row) => parseRow(countryRow, row, 'countries.csv', row.id)),
    systems: systems.map((row) => parseRow(systemRow, row, 'systems.csv', row.id)),
    sites: sites.map((row) => parseRow(siteRow, row, 'sites.csv', row.id)),
  };
}

/** The events, put together from the four files that share the event's slug. docs/data.md says what is in each. */
export async function readEventFiles(): Promise<(EventInput & { slug: string })[]> {
  const files = ['events.csv', 'salvos.csv', 'assessments.csv', 'citations.csv'];
  const { entries, faults } = fromOwnForm(await Promise.all(files.map(readTable)));
  if (faults[0]) throw new AppError('invalid', `${placeWords(faults[0].place)}: ${faults[0].message}`);
  return entries.map((entry) => {
    const { input } = completeEntry(entry, null);
    return { slug: entry.slug, ...parseRow(eventInput, input, 'events.csv', entry.slug) };
  });
}

export async function readContextFile(): Promise<ContextItem[]> {
  const rows = await readCsv('context.csv');
  return rows.map(({ citation, ...row }) =>
    parseRow(sluggedContextItem, { ...row, citations: [citation] }, 'context.csv', row.slug),
  );
}

function parseRow<S extends z.ZodType>(schema: S, row: unknown, file: string, key: unknown): z.output<S> {
  try {
    return parse(schema, row);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const faults = error.errors.map((fault) => `${fault.path} ${fault.message}`).join('; ');
    throw new AppError('invalid', `${file}, ${String(key)}: ${faults}`, error.errors, { cause: error });
  }
}

/** The rows of a file, blank cells left out, `citation.url` as `{ citation: { url } }`, figures as numbers. */
async function readCsv(file: string): Promise<Row[]> {
  const { columns, rows } = await readTable(file);
  return rows.map((cells) => {
    const values = columns.map((column, index): [string, unknown] => [
      column,
      cellValue(column, cells[index]),
    ]);
    return nested(values.filter(([, value]) => value !== null));
  });
}

async function readTable(file: string): Promise<Table> {
  const text = await readFile(path.join(folder, file), 'utf8');
  const { data, errors } = Papa.parse<string[]>(text, { skipEmptyLines: true });
  if (errors[0]) throw new AppError('invalid', `${file}, row ${errors[0].row}: ${errors[0].message}`);
  const [columns = [], ...rows] = data;
  return { name: file, columns, rows };
}
