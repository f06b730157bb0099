import { db, Prisma } from '@/lib/db/client';
import { AppError } from '@/lib/errors';
import type { Standpoint } from '@/lib/filter/schema';
import { endOfDay, tablesOf } from '@/lib/filter/sql';
import { isStorable } from '@/lib/storable-text';
import { diffEvents, type FieldChange } from './event-diff';
import { type EventRecord, fromSnapshot } from './event-record';
import { publicActor, withoutAddresses } from './public-words';
import type { RevisionKind } from './revisions';
import { type ThanksOf, thanksOfRevisions } from './thanks';

const { sql } = Prisma;

/** One change of a public event: who made it, when and why, and what was different from then on. */
export type HistoryEntry = {
  number: number;
  kind: RevisionKind;
  /** The name alone, as it was then. */
  actor: string;
  reason: string;
  createdAt: string;
  /** Against the public state before. Empty for the first. */
  changes: FieldChange[];
  /** The readers whose corrections it took up, by name, or "a reader". */
  thanks: string[];
  event: EventRecord;
};

type RevisionRow = {
  slug: string;
  eventId: number;
  number: number;
  kind: RevisionKind;
  actor: string;
  reason: string;
  createdAt: Date;
  snapshot: unknown;
  before: unknown;
};

// What an event said while it was a draft is nobody's business: the state before is the public one before.
const publicRevisions = ({ asKnownOn }: Standpoint) => sql`
  SELECT e.slug, r.event_id AS "eventId", r.number, r.kind::text, r.actor, r.reason, r.created_at AS "createdAt", r.snapshot,
    lag(r.snapshot) OVER (PARTITION BY r.event_id ORDER BY r.number) AS before
  FROM revisions r JOIN ${tablesOf({ asKnownOn }).events} e ON e.id = r.event_id
  WHERE e.status <> 'draft' AND r.snapshot->>'status' <> 'draft'
    ${asKnownOn ? sql`AND r.created_at < ${endOfDay(asKnownOn)}` : Prisma.empty}`;

/**
 * How a public event came to say what it says, the latest change first.
 * @throws AppError `not-found`, for a draft as well
 */
export async function getHistory(slug: string, { asKnownOn }: Standpoint = {}): Promise<HistoryEntry[]> {
  const rows = isStorable(slug)
    ? await db().$queryRaw<RevisionRow[]>(sql`
        ${publicRevisions({ asKnownOn })} AND e.slug = ${slug}
        ORDER BY r.number DESC`)
    : [];
  if (rows.length === 0) throw new AppError('not-found', `There is no event "${slug}" in the catalogue.`);
  const thanks = await thanksOfRevisions(rows, asKnownOn);
  return rows.map((row) => toEntry(row, thanks(row)));
}

/** One change made to one or, where a site was renamed, to many events at once. */
export type CatalogueChange = Omit<HistoryEntry, 'changes' | 'event' | 'number' | 'thanks'> & {
  /** Of very many, the first by their slugs. */
  events: { slug: string; title: string; number: number; changes: FieldChange[]; thanks: string[] }[];
  /** How many events it changed, listed or not. */
  eventCount: number;
};

/** An import can correct thousands at once: so many are told of one by one. */
const eventsOfAChange = 50;

/** The kinds of revision that set a published event right. */
export const correctionKinds = ['corrected', 'withdrawn', 'reinstated'] as const;

/**
 * Every correction of a published event, the latest first. What one person did in one go stands in one entry.
 * @param page `offset` and `limit` count entries
 */
export async function listChanges(page: {
  limit: number;
  offset: number;
}): Promise<{ total: number; changes: CatalogueChange[] }> {
  const kinds = Prisma.join([...correctionKinds]);
  const everyRevision = publicRevisions({});
  const occasions = sql`
    SELECT p.actor, p.reason, p."createdAt", p.kind, count(*)::int AS "eventCount" FROM (${everyRevision}) AS p
    WHERE p.kind IN (${kinds}) AND p.before IS NOT NULL GROUP BY 1, 2, 3, 4`;
  const [counted] = await db().$queryRaw<{ total: number }[]>(
    sql`SELECT count(*)::int AS total FROM (${occasions}) AS o`,
  );
  const rows = await db().$queryRaw<ChangedRow[]>(sql`
    SELECT * FROM (
      SELECT p.*, o."eventCount",
        row_number() OVER (PARTITION BY p.actor, p.reason, p."createdAt", p.kind ORDER BY p.slug) AS place
      FROM (${everyRevision}) AS p
      JOIN (${occasions} ORDER BY 3 DESC, 1, 2, 4 LIMIT ${page.limit} OFFSET ${page.offset}) AS o
        ON (o.actor, o.reason, o."createdAt", o.kind) = (p.actor, p.reason, p."createdAt", p.kind)
      WHERE p.before IS NOT NULL
    ) AS listed WHERE place <= ${eventsOfAChange}
    ORDER BY "createdAt" DESC, actor, reason, kind, slug`);
  return { total: counted?.total ?? 0, changes: byOccasion(rows, await thanksOfRevisions(rows)) };
}

type ChangedRow = RevisionRow & { eventCount: number };

function byOccasion(rows: ChangedRow[], thanks: ThanksOf): CatalogueChange[] {
  const occasions = new Map<string, CatalogueChange>();
  for (const row of rows) {
    const { changes, event, number, thanks: readers, ...occasion } = toEntry(row, thanks(row));
    const key = JSON.stringify(occasion);
    const known = occasions.get(key) ?? { ...occasion, events: [], eventCount: row.eventCount };
    known.events.push({ slug: row.slug, title: event.title, number, changes, thanks: readers });
    occasions.set(key, known);
  }
  return [...occasions.values()];
}

function toEntry(row: RevisionRow, thanks: string[]): HistoryEntry {
  const { number, kind, actor, reason, createdAt, snapshot, before } = row;
  const event = fromSnapshot(snapshot);
  return {
    number,
    kind,
    actor: publicActor(actor),
    reason: withoutAddresses(reason),
    createdAt: createdAt.toISOString(),
    changes: before ? diffEvents(fromSnapshot(before), event) : [],
    thanks,
    event,
  };
}
