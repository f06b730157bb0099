import { z } from 'zod';
import { salvoIsOpenEnded } from '@/lib/catalogue/open-ended-sql';
import { db, Prisma } from '@/lib/db/client';
import type { EventFilter } from '@/lib/filter/schema';
import { eventAndSalvoCondition, eventCondition, eventsWithSalvos, tablesOf } from '@/lib/filter/sql';
import { daysBetween, firstDay, yearBefore } from '@/lib/format/dates';
import type { Amount } from './series';

const { sql } = Prisma;

/** What was recorded from 1 January up to and with the day `to`. */
export type YearToDate = { to: string; missiles: Amount; rounds: number };

/** The latest test of a kind. Days are whole ones; `atLeast` where its own day is not known. */
export type LastTest = { slug: string; localDate: string; days: number; atLeast: boolean };

/** Missiles by outcome. `share` is of the known ones, from 0 to 1; null where none is known. */
export type Outcomes = { succeeded: number; known: number; unknown: number; share: number | null };

export type Headline = {
  today: string;
  thisYear: YearToDate;
  lastYear: YearToDate;
  lastTest: LastTest | null;
  /** Null where none is on record; undefined where the filter asks for other classes alone. */
  lastIcbm: LastTest | null | undefined;
  outcomes: Outcomes;
};

/**
 * The numbers that answer first. This year, last year and the latest tests are those of the filter without its span,
 * since they are about today; the outcomes keep to the span. Neither drafts nor withdrawn events are counted.
 * @param today the day in the reporting zone. Last year is compared up to the same day, 28 February for the 29th
 */
export async function getHeadline(filter: EventFilter, today: string): Promise<Headline> {
  const anyTime = { ...filter, from: undefined, to: undefined };
  const [thisYear, lastYear, lastTest, lastIcbm, outcomes] = await Promise.all([
    yearToDate(anyTime, today),
    yearToDate(anyTime, yearBefore(today)),
    findLastTest(anyTime, today),
    asksFor(filter, 'ICBM') ? findLastTest({ ...anyTime, class: ['ICBM'] }, today) : undefined,
    countOutcomes(filter),
  ]);
  return { today, thisYear, lastYear, lastTest, lastIcbm, outcomes };
}

function asksFor(filter: EventFilter, classId: 'ICBM'): boolean {
  return (
    (filter.class.length === 0 || filter.class.includes(classId)) &&
    (filter.family.length === 0 || filter.family.includes('ballistic'))
  );
}

const yearRow = z.tuple([
  z.object({ missiles: z.number().int(), openEnded: z.boolean(), rounds: z.number().int() }),
]);

async function yearToDate(filter: EventFilter, to: string): Promise<YearToDate> {
  const span = { ...filter, from: firstDay(to.slice(0, 4)), to };
  const rows = await db().$queryRaw(sql`
    SELECT coalesce(sum(s.count_min), 0)::int AS missiles, coalesce(bool_or(${salvoIsOpenEnded}), false) AS "openEnded",
      count(DISTINCT e.id)::int AS rounds
    FROM ${eventsWithSalvos(filter)} WHERE ${eventAndSalvoCondition(span)} AND e.status <> 'withdrawn'`);
  const [{ missiles, openEnded, rounds }] = yearRow.parse(rows);
  return { to, missiles: { count: missiles, openEnded }, rounds };
}

const lastRow = z.array(
  z.object({
    slug: z.string(),
    first: z.string(),
    last: z.string(),
    precision: z.enum(['day', 'month', 'year']),
  }),
);

async function findLastTest(filter: EventFilter, today: string): Promise<LastTest | null> {
  const rows = await db().$queryRaw(sql`
    SELECT e.slug, e.local_date::text AS first, e.local_date_last::text AS last, e.date_precision::text AS precision
    FROM ${tablesOf(filter).events} e WHERE ${eventCondition(filter)} AND e.status <> 'withdrawn'
    ORDER BY e.local_date DESC, e.id DESC LIMIT 1`);
  const [row] = lastRow.parse(rows);
  if (!row) return null;
  return {
    slug: row.slug,
    localDate: row.first.slice(0, { day: 10, month: 7, year: 4 }[row.precision]),
    // A day that has come in the country, and not yet where "today" is read, is no day ago.
    days: Math.max(0, daysBetween(row.last, today)),
    atLeast: row.precision !== 'day',
  };
}

const outcomeRow = z.tuple([
  z.object({ succeeded: z.number().int(), failed: z.number().int(), unknown: z.number().int() }),
]);

async function countOutcomes(filter: EventFilter): Promise<Outcomes> {
  const rows = await db().$queryRaw(sql`
    SELECT coalesce(sum(s.count_min) FILTER (WHERE s.outcome = 'success'), 0)::int AS succeeded,
      coalesce(sum(s.count_min) FILTER (WHERE s.outcome = 'failure'), 0)::int AS failed,
      coalesce(sum(s.count_min) FILTER (WHERE s.outcome = 'unknown'), 0)::int AS unknown
    FROM ${eventsWithSalvos(filter)} WHERE ${eventAndSalvoCondition(filter)} AND e.status <> 'withdrawn'`);
  const [{ succeeded, failed, unknown }] = outcomeRow.parse(rows);
  const known = succeeded + failed;
  return { succeeded, known, unknown, share: known ? succeeded / known : null };
}
