import { z } from 'zod';
import { checkedStates } from '@/lib/catalogue/vocabulary';
import { db, Prisma } from '@/lib/db/client';
import type { EventFilter } from '@/lib/filter/schema';
import { eventCondition, isPresent, tablesOf } from '@/lib/filter/sql';

const { sql } = Prisma;

/** A page that is cited, and has not been read, or in part only: with the events that rest on it, the latest first. */
export type UnconfirmedPage = {
  url: string;
  publisher: string;
  title: string | null;
  checked: 'partly' | 'no';
  events: { slug: string; localDate: string }[];
};

const rows = z.array(
  z.object({
    url: z.string(),
    publisher: z.string(),
    title: z.string().nullable(),
    checked: z.enum(checkedStates).exclude(['yes']),
    slug: z.string(),
    localDate: z.string(),
  }),
);

/** Those that nobody has opened first, then those that most events rest on. @param limit pages, not events */
export async function listUnconfirmed(
  filter: EventFilter,
  limit: number,
): Promise<{ total: number; shown: UnconfirmedPage[] }> {
  const found = await db().$queryRaw(sql`
    SELECT c.url, c.publisher, c.title, c.checked, e.slug,
      left(e.local_date::text, CASE e.date_precision WHEN 'day' THEN 10 WHEN 'month' THEN 7 ELSE 4 END) AS "localDate"
    FROM ${citationsOf(filter)}
    WHERE ${eventCondition(filter)} AND e.status <> 'withdrawn' AND c.checked <> 'yes'
    ORDER BY e.local_date DESC, e.id DESC, c.url`);
  const pages = new Map<string, UnconfirmedPage>();
  for (const { slug, localDate, ...page } of rows.parse(found)) {
    const key = `${page.checked} ${page.url}`;
    const known = pages.get(key) ?? { ...page, events: [] };
    known.events.push({ slug, localDate });
    pages.set(key, known);
  }
  const order = [...pages.values()].sort(
    (a, b) => Number(a.checked !== 'no') - Number(b.checked !== 'no') || b.events.length - a.events.length,
  );
  return { total: order.length, shown: order.slice(0, limit) };
}

/** Events as `e` with their citations as `c`: out of the tables, or as a snapshot has them. */
function citationsOf(filter: EventFilter): Prisma.Sql {
  const { events } = tablesOf(filter);
  if (isPresent(filter))
    return sql`${events} e JOIN (
      SELECT event_id, url, publisher, title, checked::text FROM citations) AS c ON c.event_id = e.id`;
  return sql`${events} e, LATERAL jsonb_to_recordset(e.snapshot->'citations')
    AS c (url text, publisher text, title text, checked text)`;
}
