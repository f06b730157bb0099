import { z } from 'zod';
import type { EventRecord } from '@/lib/catalogue/event-record';
import { salvoIsOpenEnded } from '@/lib/catalogue/open-ended-sql';
import { type CountryOption, catalogueVersion, listChoices, listEvents } from '@/lib/catalogue/queries';
import type { PublishedStatus } from '@/lib/catalogue/vocabulary';
import { db, Prisma } from '@/lib/db/client';
import type { EventFilter } from '@/lib/filter/schema';
import { eventAndSalvoCondition, eventsWithSalvos } from '@/lib/filter/sql';
import { filterToUrl } from '@/lib/filter/url';
import { daysBetween, lastDay } from '@/lib/format/dates';
import { keptByVersion } from './kept-by-version';
import { type QualityField, qualityFields } from './quality-fields';
import { reportingZones, todayOf } from './reporting-zones';
import { listUnconfirmed, type UnconfirmedPage } from './unconfirmed-citations';

const { sql, join, raw } = Prisma;

/** More than these of a list are counted, not shown. */
export const listedAtMost = 100;

/** What is not known of the rounds of one year, or of all: `missing` counts the rounds that lack a field. */
export type QualityRow = { year: string | null; rounds: number; missing: Record<QualityField, number> };

export type QualityEvent = Pick<EventRecord, 'slug' | 'title' | 'localDate' | 'statusReason'> & {
  /** From its local day, or the last that it can have been, to today. */
  ageDays: number;
};

/** A list, and how many there are of it altogether. */
export type Listed<T> = { total: number; shown: T[] };

export type Quality = {
  version: number;
  today: string;
  all: QualityRow;
  /** The latest first; years without a round are not there. */
  years: QualityRow[];
  /** The latest first. */
  disputed: Listed<QualityEvent>;
  /** The oldest first: what was never settled. */
  preliminary: Listed<QualityEvent>;
  unconfirmed: Listed<UnconfirmedPage>;
  countries: CountryOption[];
};

/**
 * What the catalogue lacks. Withdrawn events have no part in it. A round lacks a figure where one of its salvos does, of those
 * that the filter lets through.
 * @param now tells which day it is in the reporting zone
 */
export async function readQuality(filter: EventFilter, now: Date): Promise<Quality> {
  const version = await catalogueVersion();
  const key = filterToUrl(filter).toString();
  const zones = await keptByVersion(version, `zones ${key}`, () => reportingZones(filter));
  const today = todayOf(filter, zones, now);
  return keptByVersion(version, `quality ${today} ${key}`, async () => {
    const [years, disputed, preliminary, unconfirmed, choices] = await Promise.all([
      countMissing(filter),
      listOfStatus(filter, 'disputed', true, today),
      listOfStatus(filter, 'preliminary', false, today),
      listUnconfirmed(filter, listedAtMost),
      listChoices(),
    ]);
    return {
      version,
      today,
      all: sumOf(years),
      years,
      disputed,
      preliminary,
      unconfirmed,
      countries: choices.countries,
    };
  });
}

/** When a salvo `s` lacks a field. A place in the words of a report is a place. */
const lacks: Record<QualityField, Prisma.Sql> = {
  class: sql`s.class_id = 'unknown'`,
  system: sql`s.system_id IS NULL`,
  site: sql`s.site_id IS NULL AND s.site_text IS NULL`,
  launchedAt: sql`s.launched_at IS NULL`,
  distanceKm: sql`s.distance_km IS NULL`,
  apogeeKm: sql`s.apogee_km IS NULL`,
  bearingDeg: sql`s.bearing_deg IS NULL`,
  landingArea: sql`s.landing_area IS NULL`,
  outcome: sql`s.outcome = 'unknown'`,
  count: salvoIsOpenEnded,
};

const rows = z.array(
  z
    .object({ year: z.string(), rounds: z.number() })
    .and(z.record(z.enum(qualityFields), z.number()))
    .transform(({ year, rounds, ...missing }) => ({ year, rounds, missing })),
);

async function countMissing(filter: EventFilter): Promise<QualityRow[]> {
  const named = (field: QualityField) => raw(`"${field}"`);
  const ofRound = qualityFields.map((field) => sql`bool_or(${lacks[field]}) AS ${named(field)}`);
  const ofYear = qualityFields.map(
    (field) => sql`(count(*) FILTER (WHERE ${named(field)}))::int AS ${named(field)}`,
  );
  // Without the cast PostgreSQL would read the date as a midnight of the session's zone.
  const found = await db().$queryRaw(sql`
    SELECT year, count(*)::int AS rounds, ${join(ofYear)}
    FROM (
      SELECT to_char(e.local_date::timestamp, 'YYYY') AS year, ${join(ofRound)}
      FROM ${eventsWithSalvos(filter)}
      WHERE ${eventAndSalvoCondition(filter)} AND e.status <> 'withdrawn'
      GROUP BY e.id, e.local_date
    ) AS round
    GROUP BY year ORDER BY year DESC`);
  return rows.parse(found);
}

function sumOf(years: QualityRow[]): QualityRow {
  const sum = (of: (row: QualityRow) => number) => years.reduce((total, row) => total + of(row), 0);
  return {
    year: null,
    rounds: sum(({ rounds }) => rounds),
    missing: Object.fromEntries(
      qualityFields.map((field) => [field, sum(({ missing }) => missing[field])]),
    ) as QualityRow['missing'],
  };
}

async function listOfStatus(
  filter: EventFilter,
  status: PublishedStatus,
  descending: boolean,
  today: string,
): Promise<Listed<QualityEvent>> {
  if (filter.status.length > 0 && !filter.status.includes(status)) return { total: 0, shown: [] };
  const { total, events } = await listEvents(
    { ...filter, status: [status] },
    { sort: { key: 'localDate', descending }, limit: listedAtMost, offset: 0 },
  );
  const shown = events.map(({ slug, title, localDate, statusReason }) => ({
    slug,
    title,
    localDate,
    statusReason,
    ageDays: Math.max(0, daysBetween(lastDay(localDate), today)),
  }));
  return { total, shown };
}
