import type { DoubtKind } from '@/lib/catalogue/doubts/doubt';
import { listDecidedKeys, listDoubts } from '@/lib/catalogue/doubts/queries';
import { catalogueVersion } from '@/lib/catalogue/queries';
import { db, Prisma } from '@/lib/db/client';
import type { EventFilter } from '@/lib/filter/schema';
import { eventCondition, tablesOf } from '@/lib/filter/sql';
import { keptByVersion } from './kept-by-version';

/** A public event with doubts that nobody has decided on, and of which kinds, each once. */
export type DoubtfulEvent = { slug: string; title: string; open: number; kinds: DoubtKind[] };

/** The latest first. For the desk: readers are shown what is on record, not what may be wrong with it. */
export async function listDoubtful(filter: EventFilter, now: Date): Promise<DoubtfulEvent[]> {
  const version = await catalogueVersion();
  const day = now.toISOString().slice(0, 10);
  const [all, decided, fitting] = await Promise.all([
    keptByVersion(version, `doubts ${day}`, () => listDoubts(now)),
    listDecidedKeys(),
    db().$queryRaw<{ slug: string }[]>(
      Prisma.sql`SELECT e.slug FROM ${tablesOf(filter).events} e WHERE ${eventCondition(filter)}`,
    ),
  ]);
  const slugs = new Set(fitting.map(({ slug }) => slug));
  return all.flatMap(({ slug, title, doubts }) => {
    const open = doubts.filter(({ key }) => !decided.get(slug)?.has(key));
    if (open.length === 0 || !slugs.has(slug)) return [];
    return [{ slug, title, open: open.length, kinds: [...new Set(open.map(({ kind }) => kind))] }];
  });
}
