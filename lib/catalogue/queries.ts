import { db, Prisma } from '@/lib/db/client';
import { AppError } from '@/lib/errors';
import type { EventFilter, Standpoint } from '@/lib/filter/schema';
import {
  eventAndSalvoCondition,
  eventCondition,
  eventsWithSalvos,
  isPresent,
  tablesOf,
} from '@/lib/filter/sql';
import { standpointInShort } from '@/lib/filter/standpoint-words';
import { isStorable } from '@/lib/storable-text';
import { type EventRecord, eventInclude, fromSnapshot, toEventRecord } from './event-record';
import { readFormerIds } from './merged-entries';
import { salvoIsOpenEnded } from './open-ended-sql';
import type { Status } from './vocabulary';

const { sql, join } = Prisma;

/** What a list can be sorted by; `-` in front turns it round. */
export const sortKeys = ['localDate', 'missiles', 'distanceKm', 'apogeeKm', 'status', 'updatedAt'] as const;
export type SortKey = (typeof sortKeys)[number];
export type Sort = { key: SortKey; descending: boolean };

/** A stretch of a filtered, sorted list. `offset` counts from 0. */
export type Page = { sort: Sort; limit: number; offset: number };
export const newestFirst: Sort = { key: 'localDate', descending: true };

/** The catalogue's version: +1 with every write. The ETag and cache key of everything that is read from it. */
export async function catalogueVersion(): Promise<number> {
  const row = await db().catalogue.findUniqueOrThrow({ where: { id: 1 } });
  return row.version;
}

/** The events that a filter lets through, drafts never among them. Unknown figures come last in either direction. */
export async function listEvents(
  filter: EventFilter,
  page: Page,
): Promise<{ total: number; events: EventRecord[] }> {
  const where = eventCondition(filter);
  const [counted] = await db().$queryRaw<{ total: number }[]>(
    sql`SELECT count(*)::int AS total FROM ${tablesOf(filter).events} e WHERE ${where}`,
  );
  const { events } = tablesOf(filter);
  const rows = await db().$queryRaw<FoundEvent[]>(
    sql`SELECT ${found(filter)} FROM ${events} e WHERE ${where} ORDER BY ${orderBy(page.sort, filter)} LIMIT ${page.limit} OFFSET ${page.offset}`,
  );
  return { total: counted?.total ?? 0, events: await readFound(rows, filter) };
}

/** How much a filter lets through. Withdrawn events are listed, but count neither as rounds nor as missiles. */
export type EventSummary = {
  rounds: number;
  withdrawn: number;
  /** Of the salvos that fit the filter: the sum of countMin. */
  missiles: number;
  /** Whether a salvo among them may have been of more. */
  openEnded: boolean;
};

/** The two counts of a filter, never mixed: rounds are events, missiles those of the salvos that fit it. */
export async function summariseEvents(filter: EventFilter): Promise<EventSummary> {
  const [row] = await db().$queryRaw<EventSummary[]>(sql`
    SELECT
      count(DISTINCT e.id) FILTER (WHERE e.status <> 'withdrawn')::int AS rounds,
      count(DISTINCT e.id) FILTER (WHERE e.status = 'withdrawn')::int AS withdrawn,
      coalesce(sum(s.count_min) FILTER (WHERE e.status <> 'withdrawn'), 0)::int AS missiles,
      coalesce(bool_or(${salvoIsOpenEnded}) FILTER (WHERE e.status <> 'withdrawn'), FALSE) AS "openEnded"
    FROM ${eventsWithSalvos(filter)} WHERE ${eventAndSalvoCondition(filter)}`);
  return row ?? { rounds: 0, withdrawn: 0, missiles: 0, openEnded: false };
}

/** Enough of an event to link to it. */
export type EventLink = { slug: string; title: string; localDate: string; status: Status };

/** The events of the same country just before and just after this one, in the order of the list. */
export async function getNeighbours(
  slug: string,
  standpoint: Standpoint = {},
): Promise<{ previous: EventLink | null; next: EventLink | null }> {
  const { events } = tablesOf(standpoint);
  const beside = async (comparison: Prisma.Sql, direction: Prisma.Sql) => {
    const rows = await db().$queryRaw<FoundEvent[]>(sql`
      SELECT ${found(standpoint)} FROM ${events} e JOIN ${events} here ON here.slug = ${slug} AND here.country_id = e.country_id
      WHERE e.status <> 'draft' AND (e.local_date, e.id) ${comparison} (here.local_date, here.id)
      ORDER BY e.local_date ${direction}, e.id ${direction} LIMIT 1`);
    const [event] = await readFound(rows, standpoint);
    return event
      ? { slug: event.slug, title: event.title, localDate: event.localDate, status: event.status }
      : null;
  };
  const [previous, next] = await Promise.all([beside(sql`<`, sql`DESC`), beside(sql`>`, sql`ASC`)]);
  return { previous, next };
}

/**
 * @throws AppError `not-found`, for a draft as well: only the desk reads drafts, by `getEventAtDesk`. From another standpoint
 *   also where the event was not yet known, or where that assessor said nothing of it
 */
export async function getEvent(slug: string, standpoint: Standpoint = {}): Promise<EventRecord> {
  const rows = isStorable(slug)
    ? await db().$queryRaw<FoundEvent[]>(
        sql`SELECT ${found(standpoint)} FROM ${tablesOf(standpoint).events} e WHERE e.slug = ${slug} AND e.status <> 'draft'`,
      )
    : [];
  const [event] = await readFound(rows, standpoint);
  if (!event)
    throw new AppError(
      'not-found',
      `There is no event "${slug}" in the catalogue${standpointInShort(standpoint)}.`,
    );
  return event;
}

/** An event whatever its status, for the desk. @throws AppError `not-found` */
export async function getEventAtDesk(slug: string): Promise<EventRecord> {
  const row = await findEvent(slug);
  if (!row) throw new AppError('not-found', `There is no event "${slug}".`);
  return toEventRecord(row);
}

/** The same, for a page that has an answer of its own where there is none. */
export async function findEventAtDesk(slug: string): Promise<EventRecord | null> {
  const row = await db().event.findUnique({ where: { slug }, include: eventInclude });
  return row ? toEventRecord(row) : null;
}

export async function listDrafts(): Promise<EventRecord[]> {
  const rows = await db().event.findMany({
    where: { status: 'draft' },
    orderBy: { updatedAt: 'desc' },
    include: eventInclude,
  });
  return rows.map(toEventRecord);
}

/** `formerIds` are those of entries that were merged into it. */
type Option = { id: string; name: string; country: string; aliases: string[]; formerIds: string[] };
export type SystemOption = Option & { class: string };
export type SiteOption = Option;
export type CountryOption = { id: string; name: string; timeZone: string };

/** Every country, system, site and assessor that a form or a filter can name, by name. */
export async function listChoices() {
  const [countries, systems, sites, assessors, formerIds] = await Promise.all([
    db().country.findMany({ orderBy: { name: 'asc' } }),
    db().system.findMany({ orderBy: { name: 'asc' }, include: { aliases: true } }),
    db().site.findMany({ orderBy: { name: 'asc' }, include: { aliases: true } }),
    db().assessor.findMany({ orderBy: { name: 'asc' }, include: { aliases: true } }),
    readFormerIds(db()),
  ]);
  return {
    countries: countries.map(({ id, name, timeZone }): CountryOption => ({ id, name, timeZone })),
    systems: systems.map(
      (row): SystemOption => ({
        id: row.id,
        name: row.name,
        class: row.classId,
        country: row.countryId,
        aliases: row.aliases.map((alias) => alias.alias),
        formerIds: formerIds('system', row.id),
      }),
    ),
    sites: sites.map(
      (row): SiteOption => ({
        id: row.id,
        name: row.name,
        country: row.countryId,
        aliases: row.aliases.map((alias) => alias.alias),
        formerIds: formerIds('site', row.id),
      }),
    ),
    assessors: assessors.map((row) => row.name),
    assessorAliases: assessors.flatMap(({ name, aliases }) => aliases.map(({ alias }) => ({ alias, name }))),
  };
}

/** The assessors of whom a public event has a claim, by name, as they were called then. */
export async function listAssessors({ asKnownOn }: Standpoint = {}): Promise<string[]> {
  const { events, claims } = tablesOf({ asKnownOn });
  const rows = await db().$queryRaw<{ assessor: string }[]>(sql`
    SELECT DISTINCT a.assessor FROM ${claims} a JOIN ${events} e ON e.id = a.event_id WHERE e.status <> 'draft'`);
  return rows.map(({ assessor }) => assessor).sort((a, b) => a.localeCompare(b, 'en'));
}

/** What stands in an address may be anything. */
async function findEvent(slug: string) {
  return isStorable(slug) ? db().event.findUnique({ where: { slug }, include: eventInclude }) : null;
}

/** A row of `events e` that was found: all of it, or the id to read it by. */
export type FoundEvent = { id: number } | { snapshot: unknown };

export function found(standpoint: Standpoint): Prisma.Sql {
  return isPresent(standpoint) ? sql`e.id` : sql`e.snapshot`;
}

/** The events of rows that were found, in their order. One that was made a draft again meanwhile is not among them. */
export async function readFound(rows: FoundEvent[], { accordingTo }: Standpoint): Promise<EventRecord[]> {
  const ids = rows.flatMap((row) => ('id' in row ? row.id : []));
  const live = await db().event.findMany({
    where: { id: { in: ids }, status: { not: 'draft' } },
    include: eventInclude,
  });
  const byId = new Map(live.map((row) => [row.id, row]));
  return rows.flatMap((row) => {
    if ('snapshot' in row) return fromSnapshot(row.snapshot, accordingTo !== undefined);
    const event = byId.get(row.id);
    return event ? toEventRecord(event) : [];
  });
}

export function orderBy({ key, descending }: Sort, standpoint: Standpoint): Prisma.Sql {
  const { salvos } = tablesOf(standpoint);
  const direction = descending ? sql`DESC NULLS LAST` : sql`ASC NULLS LAST`;
  const column = {
    localDate: sql`e.local_date`,
    missiles: sql`(SELECT sum(s.count_min) FROM ${salvos} s WHERE s.event_id = e.id)`,
    distanceKm: sql`(SELECT max(s.distance_km) FROM ${salvos} s WHERE s.event_id = e.id)`,
    apogeeKm: sql`(SELECT max(s.apogee_km) FROM ${salvos} s WHERE s.event_id = e.id)`,
    status: sql`e.status`,
    updatedAt: sql`e.updated_at`,
  }[key];
  return join([sql`${column} ${direction}`, sql`e.local_date DESC`, sql`e.id DESC`]);
}
