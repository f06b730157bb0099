import type { EventRecord } from '@/lib/catalogue/event-record';
import { completeEntry, salvosOutOfTurn } from '@/lib/catalogue/own-form/complete-entry';
import { placeOfField } from '@/lib/catalogue/own-form/entry';
import { fromOwnForm } from '@/lib/catalogue/own-form/from-own-form';
import type { Fault, Table } from '@/lib/catalogue/own-form/table';
import { firstDay } from '@/lib/format/dates';
import { type Draught, draughtOf, eventOfRound, roundsOf } from './claim-events';
import { readClaimRows } from './claim-rows';
import { type Layout, layoutWords, unreadColumns } from './layout';
import type { Mapping } from './mapping';
import { NamesInFile } from './names-in-file';
import { namedIds } from './own-form-names';
import { missingFrom, type Plan, type PlanFault, type PlannedEvent, planEvent, type Settling } from './plan';

/** The catalogue as an import is worked out from it. */
export type CatalogueState = Settling & { events: EventRecord[] };

export type PlanOptions = {
  createUnknown: boolean;
  /** Told of each event that is worked out, and how many there are. May throw, to end it. */
  onProgress?: (done: number, total: number) => Promise<void> | void;
};

/** Work out what importing a file would do. Nothing is written; faults of the file are part of the answer. */
export async function planFile(
  layout: Exclude<Layout, { kind: 'unknown' }>,
  state: CatalogueState,
  options: PlanOptions,
): Promise<Plan> {
  const names = namesOf(state, options.createUnknown);
  const read =
    layout.kind === 'own' ? ownDraughts(layout.tables, state, names) : claimDraughts(layout, state, names);
  const references = withNewNames(state, names);
  const events: PlannedEvent[] = [];
  const faults = [...read.faults];
  for (const [index, draught] of read.draughts.entries()) {
    const planned = planEvent(draught, { references, now: state.now });
    if (Array.isArray(planned)) faults.push(...planned);
    else events.push(planned);
    await options.onProgress?.(index + 1, read.draughts.length);
  }
  const used = usedNames(events);
  return {
    layout: layoutWords(layout),
    rows: read.rows,
    events,
    faults: faults.sort(byPlace),
    inWords: read.inWords,
    missing: missingFrom(read.given, state.events, read.isInScope(events)),
    unread: read.unread,
    unknownNames: names.unknown,
    newSystems: names.newSystems.filter(({ id }) => used.has(id)),
    newSites: names.newSites.filter(({ id }) => used.has(id)),
  };
}

type ReadFile = {
  rows: number;
  draughts: (Draught & { slug: string })[];
  /** Every event that the file speaks of, readable or not. */
  given: { country: string; localDate: string; slug: string }[];
  faults: PlanFault[];
  inWords: Fault[];
  unread: string[];
  isInScope: (events: PlannedEvent[]) => (event: EventRecord) => boolean;
};

function ownDraughts(tables: Table[], state: CatalogueState, names: NamesInFile): ReadFile {
  const { entries, unread, ...form } = fromOwnForm(tables);
  const bySlug = new Map(state.events.map((event) => [event.slug, event]));
  const outOfTurn = entries.flatMap((entry) =>
    salvosOutOfTurn(entry, bySlug.get(entry.slug) ?? null).map(({ part, next }) => ({
      place: part.place('salvo'),
      message: `leaves out a salvo: the next one of this event is ${next}.`,
      slug: entry.slug,
    })),
  );
  const faults = [...form.faults, ...outOfTurn];
  const broken = new Set(faults.map(({ slug }) => slug));
  const draughts = entries.map((entry) => {
    const known = bySlug.get(entry.slug) ?? null;
    const { input, entry: complete } = completeEntry(entry, known);
    const country = String(input.country ?? '');
    const place = (path: string) => placeOfField(complete, path);
    return {
      slug: entry.slug,
      known,
      country,
      localDate: String(input.localDate ?? ''),
      input: namedIds(input, country, names),
      place,
    };
  });
  return {
    rows: tables.reduce(
      (sum, { rows }) => sum + rows.filter((row) => row.some((cell) => cell !== null)).length,
      0,
    ),
    draughts: draughts.filter(({ slug }) => !broken.has(slug)),
    given: draughts.filter(({ localDate }) => isDay(localDate)),
    faults: faults.map(({ slug, ...fault }) => ({ ...fault, events: slug === null ? [] : [slug] })),
    inWords: [],
    unread,
    // A file of one class is about that class.
    isInScope: (events) => {
      const classes = new Set(events.flatMap(({ event }) => event.salvos.map((salvo) => salvo.class)));
      return (event) => event.salvos.some((salvo) => classes.has(salvo.class));
    },
  };
}

function claimDraughts(
  { table, mapping }: { table: Table; mapping: Mapping },
  state: CatalogueState,
  names: NamesInFile,
): ReadFile {
  const zoneOf = (country: string) => state.references.countries.get(country)?.timeZone;
  const { rows, faults } = readClaimRows(table, mapping, names, zoneOf);
  const brokenDays = new Set(faults.flatMap(({ days }) => days));
  const candidates = byDay(state.events);
  const taken = new Set(state.events.map(({ slug }) => slug));
  const used = new Set<string>();
  const found = roundsOf(rows).flatMap((round) => {
    const [first] = round;
    if (!first) return [];
    const near = candidates.get(`${first.country} ${first.localDate.slice(0, 4)}`) ?? [];
    // A round of another day may have been taken for that of a month already.
    const free = near.filter(({ slug }) => !used.has(slug));
    const draught = draughtOf(round, mapping.assessor, eventOfRound(round, mapping.assessor, free));
    if (draught?.slug) used.add(draught.slug);
    return draught ? [{ ...draught, slug: draught.slug ?? freeSlug(draught, taken), round }] : [];
  });
  const isBroken = ({ country, localDate }: Draught) => brokenDays.has(`${country} ${localDate}`);
  const leftOut = found.filter(isBroken);
  return {
    rows: rows.length + faults.length,
    draughts: found.filter((draught) => !isBroken(draught)),
    given: found,
    faults: faults.map(({ days, ...fault }) => ({
      ...fault,
      // A row without a time may be of the day before or after: all that it may be of are left out for it.
      events: leftOut
        .filter(({ country, localDate }) => days.includes(`${country} ${localDate}`))
        .map(({ slug }) => slug),
    })),
    inWords: rows.flatMap((row) => row.inWords),
    unread: unreadColumns(table, mapping),
    isInScope: () => (event) => event.assessments.some(({ assessor }) => assessor === mapping.assessor),
  };
}

/** In the order of the file; the sheets stay in the order in which they were read. */
const byPlace = (a: PlanFault, b: PlanFault) =>
  a.place.sheet === b.place.sheet ? a.place.row - b.place.row : 0;

/** Whether a date of the file, which may be anything, is one. */
function isDay(localDate: string): boolean {
  const first = firstDay(localDate);
  const date = new Date(`${first}T00:00:00Z`);
  const isReal = !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === first;
  return isReal && /^\d{4}(-\d\d){0,2}$/.test(localDate);
}

/** Events by country and year: a round is sought among those of its own. */
function byDay(events: EventRecord[]): Map<string, EventRecord[]> {
  const years = new Map<string, EventRecord[]>();
  for (const event of events) {
    const key = `${event.country} ${event.localDate.slice(0, 4)}`;
    years.set(key, [...(years.get(key) ?? []), event]);
  }
  return years;
}

function freeSlug({ country, localDate }: Draught, taken: Set<string>): string {
  const stem = `${country.toLowerCase()}-${localDate}`;
  let slug = stem;
  for (let n = 2; taken.has(slug); n += 1) slug = `${stem}-${n}`;
  taken.add(slug);
  return slug;
}

function namesOf({ references }: CatalogueState, createUnknown: boolean): NamesInFile {
  const systems = [...references.systems.values()].map((system) => ({ ...system, class: system.classId }));
  const taken = new Set([...references.systems.keys(), ...references.sites.keys()]);
  return new NamesInFile(systems, [...references.sites.values()], createUnknown, taken);
}

function withNewNames({ references }: CatalogueState, names: NamesInFile): Settling['references'] {
  return {
    ...references,
    systems: new Map([
      ...references.systems,
      ...names.newSystems.map((system) => [system.id, { ...system, classId: system.class }] as const),
    ]),
    sites: new Map([...references.sites, ...names.newSites.map((site) => [site.id, site] as const)]),
  };
}

const usedNames = (events: PlannedEvent[]) =>
  new Set(events.flatMap(({ event }) => event.salvos.flatMap(({ system, site }) => [system, site])));
