import { db, Prisma } from '@/lib/db/client';
import { AppError } from '@/lib/errors';
import type { EventFilter } from '@/lib/filter/schema';
import { eventCondition } from '@/lib/filter/sql';
import { isStorable } from '@/lib/storable-text';
import { type EventRecord, eventInclude, toEventRecord } from './event-record';

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
    sql`SELECT count(*)::int AS total FROM events e WHERE ${where}`,
  );
  const ids = await db().$queryRaw<{ id: number }[]>(
    sql`SELECT e.id FROM events e WHERE ${where} ORDER BY ${orderBy(page.sort)} LIMIT ${page.limit} OFFSET ${page.offset}`,
  );
  return { total: counted?.total ?? 0, events: await readEvents(ids.map((row) => row.id)) };
}

/** @throws AppError `not-found`, for a draft as well: only the desk reads drafts, by `getDraft` */
export async function getEvent(slug: string): Promise<EventRecord> {
  const row = await findEvent(slug);
  if (!row || row.status === 'draft')
    throw new AppError('not-found', `There is no event "${slug}" in the catalogue.`);
  return toEventRecord(row);
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

export type SystemOption = { id: string; name: string; class: string; country: string; aliases: string[] };
export type SiteOption = { id: string; name: string; country: string; aliases: string[] };
export type CountryOption = { id: string; name: string; timeZone: string };

/** Every country, system, site and assessor that a form or a filter can name, by name. */
export async function listChoices() {
  const [countries, systems, sites, assessors] = await Promise.all([
    db().country.findMany({ orderBy: { name: 'asc' } }),
    db().system.findMany({ orderBy: { name: 'asc' }, include: { aliases: true } }),
    db().site.findMany({ orderBy: { name: 'asc' }, include: { aliases: true } }),
    db().assessor.findMany({ orderBy: { name: 'asc' } }),
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
      }),
    ),
    sites: sites.map(
      (row): SiteOption => ({
        id: row.id,
        name: row.name,
        country: row.countryId,
        aliases: row.aliases.map((alias) => alias.alias),
      }),
    ),
    assessors: assessors.map((row) => row.name),
  };
}

/** What stands in an address may be anything. */
async function findEvent(slug: string) {
  return isStorable(slug) ? db().event.findUnique({ where: { slug }, include: eventInclude }) : null;
}

async function readEvents(ids: number[]): Promise<EventRecord[]> {
  const rows = await db().event.findMany({ where: { id: { in: ids } }, include: eventInclude });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []).map(toEventRecord);
}

function orderBy({ key, descending }: Sort): Prisma.Sql {
  const direction = descending ? sql`DESC NULLS LAST` : sql`ASC NULLS LAST`;
  const column = {
    localDate: sql`e.local_date`,
    missiles: sql`(SELECT sum(s.count_min) FROM salvos s WHERE s.event_id = e.id)`,
    distanceKm: sql`(SELECT max(s.distance_km) FROM salvos s WHERE s.event_id = e.id)`,
    apogeeKm: sql`(SELECT max(s.apogee_km) FROM salvos s WHERE s.event_id = e.id)`,
    status: sql`e.status`,
    updatedAt: sql`e.updated_at`,
  }[key];
  return join([sql`${column} ${direction}`, sql`e.local_date DESC`, sql`e.id DESC`]);
}
