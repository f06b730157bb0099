import { z } from 'zod';
import { leadOrder } from '@/lib/catalogue/classes';
import { salvoIsOpenEnded } from '@/lib/catalogue/open-ended-sql';
import { catalogueVersion } from '@/lib/catalogue/queries';
import { db, Prisma } from '@/lib/db/client';
import { eventAndSalvoCondition, eventCondition, eventsWithSalvos, tablesOf } from '@/lib/filter/sql';
import { standpointSentence } from '@/lib/filter/standpoint-words';
import { filterToUrl } from '@/lib/filter/url';
import { plural } from '@/lib/format/numbers';
import type { CountQuery, CountRow, Counts, PeriodLength, Split } from './count-query';
import { keptByVersion } from './kept-by-version';
import { reportingZones } from './reporting-zones';

const { sql, join, empty } = Prisma;

/**
 * How many tests there were, by period of the local date. Neither drafts nor withdrawn events are ever counted.
 * Missiles are the sum of the salvos' smallest counts, of those salvos alone that the filter lets through; `openEnded`
 * where one of them may have been of more. Rounds are events, each counted once, under its leading salvo. A system that
 * is not known has the key `unknown`; undivided counts have the key `all`.
 */
export async function countTests(query: CountQuery): Promise<Counts> {
  const version = await catalogueVersion();
  const { filter, by, split, unit } = query;
  const question = `counts ${by} ${split} ${unit} ${filterToUrl(filter)}`;
  return keptByVersion(version, question, async () => {
    const [rows, zones, leftOut] = await Promise.all([
      unit === 'missiles' ? countMissiles(query) : countRounds(query),
      reportingZones(filter),
      countUndated(query),
    ]);
    const zone = zones.join(', ') || 'UTC';
    return { version, unit, by, split, zone, definition: definition(query, zones, leftOut), rows };
  });
}

const countRows = z.array(
  z.object({
    period: z.string(),
    key: z.string(),
    count: z.number().int().positive(),
    openEnded: z.boolean(),
  }),
);

async function countMissiles({ filter, by, split }: CountQuery): Promise<CountRow[]> {
  const rows = await db().$queryRaw(sql`
    SELECT ${periodOf(by)} AS period, ${keyOf(split)} AS key,
      sum(s.count_min)::int AS count, bool_or(${salvoIsOpenEnded}) AS "openEnded"
    FROM ${eventsWithSalvos(filter)}
    WHERE ${eventAndSalvoCondition(filter)} AND ${isCounted(by)}
    GROUP BY 1, 2 ORDER BY 1, 2`);
  return countRows.parse(rows);
}

async function countRounds({ filter, by, split }: CountQuery): Promise<CountRow[]> {
  const rows = await db().$queryRaw(sql`
    SELECT period, key, count(*)::int AS count, false AS "openEnded"
    FROM (
      SELECT DISTINCT ON (e.id) ${periodOf(by)} AS period, ${keyOf(split)} AS key
      FROM ${eventsWithSalvos(filter)}
      WHERE ${eventAndSalvoCondition(filter)} AND ${isCounted(by)}
      ORDER BY e.id, array_position(ARRAY[${join([...leadOrder])}]::text[], s.class_id), s.count_min DESC, s.position
    ) AS led
    GROUP BY 1, 2 ORDER BY 1, 2`);
  return countRows.parse(rows);
}

/** Rounds that have no place in a quarter or month, since only their year is known. */
async function countUndated({ filter, by }: CountQuery): Promise<number> {
  if (by === 'year') return 0;
  const rows = await db().$queryRaw(sql`
    SELECT count(*)::int AS count FROM ${tablesOf(filter).events} e
    WHERE ${eventCondition(filter)} AND e.status <> 'withdrawn' AND e.date_precision = 'year'`);
  return z.array(z.object({ count: z.number() })).parse(rows)[0]?.count ?? 0;
}

function isCounted(by: PeriodLength): Prisma.Sql {
  return sql`e.status <> 'withdrawn' ${by === 'year' ? empty : sql`AND e.date_precision <> 'year'`}`;
}

// Without the cast PostgreSQL would read the date as a midnight of the session's zone.
function periodOf(by: PeriodLength): Prisma.Sql {
  const day = sql`e.local_date::timestamp`;
  return {
    year: sql`to_char(${day}, 'YYYY')`,
    quarter: sql`to_char(${day}, 'YYYY-"Q"Q')`,
    month: sql`to_char(${day}, 'YYYY-MM')`,
  }[by];
}

function keyOf(split: Split): Prisma.Sql {
  return {
    class: sql`s.class_id`,
    outcome: sql`s.outcome::text`,
    country: sql`e.country_id`,
    system: sql`coalesce(s.system_id, 'unknown')`,
    none: sql`'all'::text`,
  }[split];
}

function definition({ filter, by, split, unit }: CountQuery, zones: string[], leftOut: number): string {
  const what =
    unit === 'missiles'
      ? 'Missiles launched, failures included; where a report gives no exact number, the least that it can mean.'
      : `Rounds of tests: one country on one local day.${
          split === 'none' || split === 'country'
            ? ''
            : ' A round of several salvos is counted once, under the one of the longest-range class, then the larger one.'
        }`;
  const when = zones.length
    ? `Days are local ones (${zones.join(', ')}), not UTC.`
    : 'Days are local ones, not UTC.';
  const missing = leftOut
    ? ` ${plural(leftOut, 'round')} known by year only ${leftOut === 1 ? 'is' : 'are'} not in any ${by}.`
    : '';
  return `${what} ${when} Preliminary and disputed events are counted, withdrawn ones are not.${missing}${standpointSentence(filter)}`;
}
