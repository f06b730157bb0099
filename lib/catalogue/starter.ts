import { readFile } from 'node:fs/promises';
import path from 'node:path';
import Papa from 'papaparse';
import { z } from 'zod';
import { db, type Tx } from '@/lib/db/client';
import { parse } from '@/lib/parse';
import { missileClasses } from './classes';
import { inTransaction } from './commands';
import { classIds } from './vocabulary';

const folder = path.resolve(import.meta.dirname, '../../prisma/catalogue');

const aliases = z.string().transform((text) =>
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
  latitude: z.coerce.number(),
  longitude: z.coerce.number(),
  positionPrecision: z.enum(['exact', 'town', 'region']),
});

/** Load the lists that events point to. What is there already stays as it is. */
export async function loadReferenceLists(): Promise<void> {
  const [countries, systems, sites] = await Promise.all([
    readCsv('countries.csv', countryRow),
    readCsv('systems.csv', systemRow),
    readCsv('sites.csv', siteRow),
  ]);
  await inTransaction(async (tx) => {
    await tx.country.createMany({ data: countries, skipDuplicates: true });
    await loadClasses(tx);
    await tx.system.createMany({
      data: systems.map(({ id, name, country, class: classId }) => ({
        id,
        name,
        countryId: country,
        classId,
      })),
      skipDuplicates: true,
    });
    await tx.systemAlias.createMany({
      data: systems.flatMap((system) => system.aliases.map((alias) => ({ systemId: system.id, alias }))),
      skipDuplicates: true,
    });
    await tx.site.createMany({
      data: sites.map(({ aliases: _, country, ...site }) => ({ ...site, countryId: country })),
      skipDuplicates: true,
    });
    await tx.siteAlias.createMany({
      data: sites.flatMap((site) => site.aliases.map((alias) => ({ siteId: site.id, alias }))),
      skipDuplicates: true,
    });
  });
}

/** Whether the starter catalogue, or anything else, has been loaded. */
export async function isCatalogueEmpty(): Promise<boolean> {
  return (await db().event.count()) === 0;
}

async function loadClasses(tx: Tx): Promise<void> {
  await tx.missileClass.createMany({
    data: missileClasses.map((missileClass, index) => ({ ...missileClass, position: index + 1 })),
    skipDuplicates: true,
  });
}

async function readCsv<S extends z.ZodType>(file: string, row: S): Promise<z.output<S>[]> {
  const text = await readFile(path.join(folder, file), 'utf8');
  const { data, errors } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
  if (errors[0]) throw new Error(`${file}, row ${errors[0].row}: ${errors[0].message}`);
  return data.map((cells) => parse(row, cells));
}

/** Load the catalogue that Apogee comes with. What is there already stays as it is. */
export async function loadStarterCatalogue(): Promise<void> {
  await loadReferenceLists();
}
