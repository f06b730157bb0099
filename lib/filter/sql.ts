import { Prisma } from '@/lib/db/client';
import type { EventFilter, Standpoint } from './schema';

const { sql, join, empty } = Prisma;
type Sql = Prisma.Sql;

/**
 * Where events, salvos and claims are read from: the tables, or, from another standpoint, the same columns out of the
 * revisions. Only the latter have `e.snapshot`, `s.system_name` and `s.site_name`.
 */
export function tablesOf({
  asKnownOn,
  accordingTo,
}: Standpoint): Record<'events' | 'salvos' | 'claims', Sql> {
  if (isPresent({ asKnownOn, accordingTo })) {
    const claims = sql`(SELECT a.event_id, a.text, r.name AS assessor FROM assessments a JOIN assessors r ON r.id = a.assessor_id)`;
    return { events: sql`events`, salvos: sql`salvos`, claims };
  }
  const until = asKnownOn ? endOfDay(asKnownOn) : sql`'infinity'::timestamptz`;
  const given = sql`(${until}, ${accordingTo ?? null}::text)`;
  return {
    events: sql`events_known${given}`,
    salvos: sql`salvos_known${given}`,
    claims: sql`claims_known${given}`,
  };
}

/** The first moment that is no longer of a day, in UTC. */
export function endOfDay(day: string): Sql {
  return sql`((${day}::date + 1)::timestamp AT TIME ZONE 'UTC')`;
}

/** Whether the catalogue is looked at as it stands, with its figures of record. */
export function isPresent({ asKnownOn, accordingTo }: Standpoint): boolean {
  return !asKnownOn && !accordingTo;
}

/** The tables that the conditions below speak of: events as `e`, salvos as `s`, classes as `c`. */
export function eventsWithSalvos(standpoint: Standpoint): Sql {
  const { events, salvos } = tablesOf(standpoint);
  return sql`${events} e JOIN ${salvos} s ON s.event_id = e.id JOIN classes c ON c.id = s.class_id`;
}

/** What has to hold of an event `e`: its own columns, and that one of its salvos fits. Never true of a draft. */
export function eventCondition(filter: EventFilter): Sql {
  const salvo = salvoConditions(filter);
  const hasSalvo = salvo.length
    ? [
        sql`EXISTS (SELECT 1 FROM ${tablesOf(filter).salvos} s JOIN classes c ON c.id = s.class_id WHERE s.event_id = e.id AND ${and(salvo)})`,
      ]
    : [];
  return and([...eventOnly(filter), ...hasSalvo]);
}

/** What has to hold of an event `e` and its salvo `s` of class `c`, row by row: for counts of missiles. */
export function eventAndSalvoCondition(filter: EventFilter): Sql {
  return and([...eventOnly(filter), ...salvoConditions(filter)]);
}

function eventOnly(filter: EventFilter): Sql[] {
  return [
    sql`e.status <> 'draft'`,
    ...anyOf(sql`e.country_id`, filter.country),
    ...anyOf(sql`e.status::text`, filter.status),
    // A date that is known by month only is in a span when it can have been.
    ...(filter.from ? [sql`e.local_date_last >= ${filter.from}::date`] : []),
    ...(filter.to ? [sql`e.local_date <= ${filter.to}::date`] : []),
    ...(filter.q ? [matchesText(filter.q, filter)] : []),
  ];
}

function salvoConditions(filter: EventFilter): Sql[] {
  return [
    ...anyOf(sql`s.class_id`, filter.class),
    ...anyOf(sql`c.family::text`, filter.family),
    ...anyEntry(sql`s.system_id`, sql`'system'`, filter.system, filter),
    ...anyEntry(sql`s.site_id`, sql`'site'`, filter.site, filter),
    ...anyOf(sql`s.outcome::text`, filter.outcome),
    ...within(sql`s.distance_km`, filter.minRangeKm, filter.maxRangeKm),
    ...within(sql`s.apogee_km`, filter.minApogeeKm, filter.maxApogeeKm),
  ];
}

function anyOf(column: Sql, values: readonly string[]): Sql[] {
  return values.length ? [sql`${column} IN (${join(values)})`] : [];
}

/** As `anyOf`; an id that was given up since stands for what its entry was merged into. Read once, for all rows. */
function anyEntry(column: Sql, kind: Sql, ids: readonly string[], standpoint: Standpoint): Sql[] {
  return ids.length ? [sql`${column} = ANY ((SELECT ${livingIds(kind, ids, standpoint)})::text[])`] : [];
}

/** The ids of entries, and those that they were merged into, as known from a standpoint; null where none is given. */
export function livingIds(kind: Sql, ids: readonly string[], { asKnownOn }: Standpoint): Sql {
  const until = asKnownOn ? endOfDay(asKnownOn) : sql`'infinity'::timestamptz`;
  return sql`living_ids(${kind}::entry_kind, ${[...ids]}::text[], ${until})`;
}

/** An unknown figure is within no limits. */
function within(column: Sql, min: number | undefined, max: number | undefined): Sql[] {
  return [
    ...(min === undefined ? [] : [sql`${column} >= ${min}`]),
    ...(max === undefined ? [] : [sql`${column} <= ${max}`]),
  ];
}

/**
 * Every word has to be found somewhere in the event: its slug, notes, claims, or any name of its systems, sites and assessors,
 * in which accents, hyphens and case make no difference.
 */
function matchesText(q: string, standpoint: Standpoint): Sql {
  const words = q.split(/\s+/).filter(Boolean);
  return words.length ? and(words.map((word) => mentions(word, standpoint))) : sql`TRUE`;
}

function mentions(word: string, standpoint: Standpoint): Sql {
  const { salvos, claims } = tablesOf(standpoint);
  const pattern = `%${word.replace(/[\\%_]/g, '\\$&')}%`;
  // An entry that was renamed since is found by what it was called then as well.
  const isNow = isPresent(standpoint);
  const namedThen = isNow
    ? empty
    : sql`OR t.system_name ILIKE ${pattern} OR t.site_name ILIKE ${pattern}
      OR t.system_name IN (SELECT name FROM former_names('system', ${word}))
      OR t.site_name IN (SELECT name FROM former_names('site', ${word}))`;
  const saidThen = isNow ? empty : sql`OR a.assessor IN (SELECT name FROM former_names('assessor', ${word}))`;
  return sql`(
    e.slug ILIKE ${pattern} OR e.notes ILIKE ${pattern}
    OR EXISTS (SELECT 1 FROM ${salvos} t WHERE t.event_id = e.id AND (
      t.system_id IN (SELECT id FROM systems_named(${word})) OR t.site_id IN (SELECT id FROM sites_named(${word}))
      OR t.site_text ILIKE ${pattern} OR t.class_id ILIKE ${pattern} ${namedThen}))
    OR EXISTS (SELECT 1 FROM ${claims} a WHERE a.event_id = e.id AND (
      a.assessor ILIKE ${pattern} OR a.text ILIKE ${pattern}
      OR a.assessor IN (SELECT name FROM assessors_named(${word})) ${saidThen})))`;
}

function and(conditions: Sql[]): Sql {
  return conditions.length ? join(conditions, ' AND ') : empty;
}
