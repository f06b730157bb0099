import { db, type Tx } from '@/lib/db/client';
import { firstDay } from '@/lib/format/dates';
import { missileClasses } from './classes';
import { loadEvents } from './commands';
import { loadContextItems } from './context-commands';
import { seeder } from './permissions';
import { readContextFile, readEventFiles, readReferenceFiles } from './starter-files';
import { inTransaction } from './transaction';

/** How many rows a load added. All are 0 where it found everything there already. */
export type Loaded = {
  countries: number;
  systems: number;
  sites: number;
  events: number;
  contextItems: number;
};

/**
 * Load the starter catalogue out of prisma/catalogue, all of it or nothing. What is there already stays as it is, edits
 * included, so that a second load changes nothing; no alert is sent.
 * @param until the last local day to load, for a catalogue as it ended then: `2020-04-13`
 * @throws AppError `invalid` naming the file, the row and what is wrong with it
 */
export async function loadStarterCatalogue(
  now: Date = new Date(),
  { until = '9999-12-31' }: { until?: string } = {},
): Promise<Loaded> {
  const [lists, events, contextItems] = await Promise.all([
    readReferenceFiles(),
    readEventFiles(),
    readContextFile(),
  ]);
  const change = { actor: seeder, reason: 'Starter catalogue', now };
  return inTransaction(
    async (tx) => ({
      ...(await insertLists(tx, lists)),
      events: await loadEvents(
        tx,
        events.filter((event) => firstDay(event.localDate) <= until),
        change,
      ),
      contextItems: await loadContextItems(
        tx,
        contextItems.filter((item) => item.date <= until),
        change,
      ),
    }),
    isNew,
  );
}

/** Load only the lists that events point to. What is there already stays as it is. */
export async function loadReferenceLists(): Promise<Pick<Loaded, 'countries' | 'systems' | 'sites'>> {
  const lists = await readReferenceFiles();
  return inTransaction((tx) => insertLists(tx, lists), isNew);
}

/** Whether the starter catalogue, or anything else, has been loaded. */
export async function isCatalogueEmpty(): Promise<boolean> {
  return (await db().event.count()) === 0;
}

const isNew = (loaded: Partial<Loaded>) => Object.values(loaded).some((count) => count > 0);

async function insertLists(
  tx: Tx,
  { countries, systems, sites }: Awaited<ReturnType<typeof readReferenceFiles>>,
) {
  const skipDuplicates = true;
  const addedCountries = await tx.country.createMany({ data: countries, skipDuplicates });
  await tx.missileClass.createMany({
    data: missileClasses.map((missileClass, index) => ({ ...missileClass, position: index + 1 })),
    skipDuplicates,
  });
  const addedSystems = await tx.system.createMany({
    data: systems.map(({ id, name, country, class: classId }) => ({ id, name, countryId: country, classId })),
    skipDuplicates,
  });
  await tx.systemAlias.createMany({
    data: systems.flatMap((system) => system.aliases.map((alias) => ({ systemId: system.id, alias }))),
    skipDuplicates,
  });
  const addedSites = await tx.site.createMany({
    data: sites.map(({ aliases: _, country, ...site }) => ({ ...site, countryId: country })),
    skipDuplicates,
  });
  await tx.siteAlias.createMany({
    data: sites.flatMap((site) => site.aliases.map((alias) => ({ siteId: site.id, alias }))),
    skipDuplicates,
  });
  return { countries: addedCountries.count, systems: addedSystems.count, sites: addedSites.count };
}
