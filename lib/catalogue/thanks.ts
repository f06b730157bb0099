import { db, Prisma } from '@/lib/db/client';
import { endOfDay } from '@/lib/filter/sql';
import { withoutAddresses } from './public-words';
import { unnamedReader } from './thanks-words';

/** A revision of an event. */
type RevisionKey = { eventId: number; number: number };

/** Whom a revision owes thanks: names, in the order in which the corrections arrived. */
export type ThanksOf = (revision: RevisionKey) => string[];

/**
 * Whom these revisions owe thanks: the readers whose corrections they took up.
 * @param asKnownOn the thanks that stood there at the end of that day
 */
export async function thanksOfRevisions(revisions: RevisionKey[], asKnownOn?: string): Promise<ThanksOf> {
  const eventIds = [...new Set(revisions.map(({ eventId }) => eventId))];
  const rows = await db().$queryRaw<(RevisionKey & { name: string | null })[]>(Prisma.sql`
    SELECT event_id AS "eventId", taken_up_in AS number, thanked_as AS name FROM reader_corrections
    WHERE taken_up_in IS NOT NULL AND event_id = ANY (${eventIds})
      ${asKnownOn ? Prisma.sql`AND decided_at < ${endOfDay(asKnownOn)}` : Prisma.empty}
    ORDER BY received_at, id`);
  return ({ eventId, number }) =>
    rows
      .filter((row) => row.eventId === eventId && row.number === number)
      .map(({ name }) => publicName(name));
}

/** Whoever gave an e-mail address for a name is not to find it in public. */
function publicName(name: string | null): string {
  return name !== null && withoutAddresses(name) === name ? name : unnamedReader;
}
