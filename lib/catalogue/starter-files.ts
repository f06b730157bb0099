import { readFile } from 'node:fs/promises';
import path from 'node:path';
import Papa from 'papaparse';
import { z } from 'zod';
import { AppError } from '@/lib/errors';
import { parse } from '@/lib/parse';
import { type ContextItem, sluggedContextItem } from './context-schema';
import { type EventInput, eventInput } from './schema';
import { classIds, type FigureName, figureNames } from './vocabulary';

const folder = path.resolve(import.meta.dirname, '../../prisma/catalogue');

/** A row of a file: blank cells left out, `citation.url` as `{ citation: { url } }`, figures as numbers. */
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

/** The events, put together from the four files that share the column `event`. docs/data.md says what is in each. */
export async function readEventFiles(): Promise<(EventInput & { slug: string })[]> {
  const [events, salvos, assessments, citations] = await Promise.all([
    readCsv('events.csv'),
    readCsv('salvos.csv'),
    readCsv('assessments.csv'),
    readCsv('citations.csv'),
  ]);
  const slugs = new Set(events.map((row) => String(row.slug)));
  const partsOf = (file: string, rows: Row[]) => byEvent(file, rows, slugs);
  const salvosOf = partsOf('salvos.csv', salvos);
  const assessmentsOf = partsOf('assessments.csv', assessments);
  const citationsOf = partsOf('citations.csv', citations);

  return events.map(({ slug: cell, ...row }) => {
    const slug = String(cell);
    const claims = assessmentsOf.get(slug) ?? [];
    const assessors = claims.map((claim) => String(claim.assessor));
    const input = {
      ...row,
      salvos: (salvosOf.get(slug) ?? []).map((salvo) => ({ ...salvo, sources: sourcesOf(salvo, assessors) })),
      assessments: claims,
      citations: citationsOf.get(slug) ?? [],
    };
    return { slug, ...parseRow(eventInput, input, 'events.csv', slug) };
  });
}

export async function readContextFile(): Promise<ContextItem[]> {
  const rows = await readCsv('context.csv');
  return rows.map(({ citation, ...row }) =>
    parseRow(sluggedContextItem, { ...row, citations: [citation] }, 'context.csv', row.slug),
  );
}

/** `adoptedFrom` names the assessor whose claim all figures of a salvo are from; blank: `likelySource` finds it. */
function sourcesOf({ adoptedFrom }: Row, assessors: string[]): Partial<Record<FigureName, number>> {
  if (adoptedFrom === undefined) return {};
  const place = assessors.indexOf(String(adoptedFrom));
  return Object.fromEntries(figureNames.map((figure) => [figure, place]));
}

function byEvent(file: string, rows: Row[], slugs: Set<string>): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const { event, ...row } of rows) {
    const slug = String(event);
    if (!slugs.has(slug))
      throw new AppError('invalid', `${file}: there is no event "${slug}" in events.csv.`);
    groups.set(slug, [...(groups.get(slug) ?? []), row]);
  }
  return groups;
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

const isFigure = (column: string | number) =>
  /(^|\.)(countMin|countMax|distanceKm|apogeeKm|bearingDeg|latitude|longitude)$/.test(String(column));

async function readCsv(file: string): Promise<Row[]> {
  const text = await readFile(path.join(folder, file), 'utf8');
  const { data, errors } = Papa.parse<Row>(text, {
    header: true,
    skipEmptyLines: true,
    dynamicTyping: isFigure,
  });
  if (errors[0]) throw new AppError('invalid', `${file}, row ${errors[0].row}: ${errors[0].message}`);
  return data.map(nest);
}

function nest(cells: Row): Row {
  const row: Row = {};
  for (const [column, value] of Object.entries(cells)) {
    if (value === '' || value === null) continue;
    const [outer = column, inner] = column.split('.');
    if (inner === undefined) row[outer] = value;
    else row[outer] = { ...(row[outer] as Row | undefined), [inner]: value };
  }
  return row;
}
