import { db, type Tx } from '@/lib/db/client';
import { firstDay } from '@/lib/format/dates';
import { missileClasses } from './classes';
import { loadEvents } from './commands';
import { loadContextItems } from './context-commands';
import { readGoneIds } from './edit-trail';
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
  // What editors have made of the lists since stays: nothing deleted, merged or renamed comes back, and no alias.
  const [goneSystems, goneSites] = [await readGoneIds(tx, 'system'), await readGoneIds(tx, 'site')];
  const addedSystems = await tx.system.createManyAndReturn({
    data: systems
      .filter(({ id }) => !goneSystems.has(id))
      .map(({ id, name, country, class: classId }) => ({ id, name, countryId: country, classId })),
    skipDuplicates,
    select: { id: true },
  });
  await tx.systemAlias.createMany({
    data: aliasesOf(systems, addedSystems).map(({ id, alias }) => ({ systemId: id, alias })),
  });
  const addedSites = await tx.site.createManyAndReturn({
    data: sites
      .filter(({ id }) => !goneSites.has(id))
      .map(({ aliases: _, country, ...site }) => ({ ...site, countryId: country })),
    skipDuplicates,
    select: { id: true },
  });
  await tx.siteAlias.createMany({
    data: aliasesOf(sites, addedSites).map(({ id, alias }) => ({ siteId: id, alias })),
  });
  return { countries: addedCountries.count, systems: addedSystems.length, sites: addedSites.length };
}

function aliasesOf(entries: { id: string; aliases: string[] }[], added: { id: string }[]) {
  const ids = new Set(added.map(({ id }) => id));
  return entries
    .filter(({ id }) => ids.has(id))
    .flatMap(({ id, aliases }) => aliases.map((alias) => ({ id, alias })));
}
