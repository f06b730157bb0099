import { db } from '@/lib/db/client';
import type { Standpoint } from '@/lib/filter/schema';
import { toDatabaseDate } from '@/lib/format/dates';
import { isStorable } from '@/lib/storable-text';
import type { ContextFilter } from './context-filter';
import { contextInclude, databaseKind, toContextItem } from './context-items';
import { mergedContextItem, refuseContextMerger } from './context-merger';
import type { ContextItem } from './context-schema';
import { entriesThen, momentAfter } from './entries-then';
import { readFormerIds } from './merged-entries';
import { isInName } from './names';

/** An item as it is read: `formerIds` are the slugs of items that were merged into it. */
export type ListedContextItem = ContextItem & { formerIds: string[] };

/** The context items that a filter lets through, the newest first; as they stand, or as they stood at the end of a day (UTC). */
export async function listContextItems(
  filter: ContextFilter,
  { asKnownOn }: Pick<Standpoint, 'asKnownOn'> = {},
): Promise<ListedContextItem[]> {
  if (asKnownOn !== undefined) return listThen(filter, asKnownOn);
  const from = filter.from && toDatabaseDate(filter.from);
  const [rows, formerIds] = await Promise.all([
    db().contextItem.findMany({
      where: {
        ...(filter.kind.length > 0 ? { kind: { in: filter.kind.map(databaseKind) } } : {}),
        ...(filter.country.length > 0 ? { countryId: { in: filter.country } } : {}),
        ...(from ? { OR: [{ date: { gte: from } }, { endDate: { gte: from } }] } : {}),
        ...(filter.to ? { date: { lte: toDatabaseDate(filter.to) } } : {}),
      },
      orderBy: [{ date: 'desc' }, { id: 'desc' }],
      include: contextInclude,
    }),
    readFormerIds(db()),
  ]);
  return rows.map((row) => ({ ...toContextItem(row), formerIds: formerIds('context', row.slug) }));
}

async function listThen(
  { kind, country, from, to }: ContextFilter,
  asKnownOn: string,
): Promise<ListedContextItem[]> {
  const [now, formerIds] = await Promise.all([
    db().contextItem.findMany({ orderBy: { id: 'desc' }, include: contextInclude }),
    readFormerIds(db(), momentAfter(asKnownOn)),
  ]);
  const then = await entriesThen(
    'context',
    new Map(now.map((row) => [row.slug, toContextItem(row)])),
    asKnownOn,
  );
  return [...then.values()]
    .filter(
      (item) =>
        (kind.length === 0 || kind.includes(item.kind)) &&
        (country.length === 0 || (item.country !== null && country.includes(item.country))) &&
        (from === undefined || (item.endDate ?? item.date) >= from) &&
        (to === undefined || item.date <= to),
    )
    .sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0))
    .map((item) => ({ ...item, formerIds: formerIds('context', item.slug) }));
}

const everyItem: ContextFilter = { kind: [], country: [] };

/** Those at the desk that have `q` in their slug, title, summary or place, spelt however. */
export async function searchContextItems(q: string): Promise<ListedContextItem[]> {
  const items = await listContextItems(everyItem);
  return items.filter(({ slug, title, summary, place, kind }) =>
    [slug, title, summary, place ?? '', kind].some((text) => isInName(q, text)),
  );
}

/** An item by its slug, or by one that was merged into it; null where there is none. */
export async function findContextItem(slug: string): Promise<ListedContextItem | null> {
  if (!isStorable(slug)) return null;
  const items = await listContextItems(everyItem);
  return items.find((item) => item.slug === slug || item.formerIds.includes(slug)) ?? null;
}

/** What a merger would do, before it is done: null where there is no such item. */
export async function previewContextMerger(fromSlug: string, intoSlug: string) {
  const [from, into] = [await findContextItem(fromSlug), await findContextItem(intoSlug)];
  if (!from || !into) return null;
  const refusal = refuseContextMerger(from, into);
  const gained = refusal ? [] : mergedContextItem(from, into).citations.slice(into.citations.length);
  return { from, into, gained, refusal };
}
