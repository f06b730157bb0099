import type { Prisma, Tx } from '@/lib/db/client';
import type { ContextKind as DatabaseKind } from '@/lib/db/generated/enums';
import { toDatabaseDate } from '@/lib/format/dates';
import type { ContextItem, ContextItemInput } from './context-schema';
import type { ContextKind } from './vocabulary';

export const contextInclude = {
  citations: { orderBy: { position: 'asc' } },
} satisfies Prisma.ContextItemInclude;

type ContextRow = Prisma.ContextItemGetPayload<{ include: typeof contextInclude }>;

const dayOf = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null;
const dateOf = (day: string | null) => (day === null ? null : toDatabaseDate(day));

export function toContextItem(row: ContextRow): ContextItem {
  return {
    slug: row.slug,
    date: row.date.toISOString().slice(0, 10),
    endDate: dayOf(row.endDate),
    kind: row.kind.replaceAll('_', '-') as ContextKind,
    title: row.title,
    summary: row.summary,
    country: row.countryId,
    place: row.place,
    latitude: row.latitude,
    longitude: row.longitude,
    citations: row.citations.map(({ publisher, title, url, publishedOn, archivedUrl, checked }) => ({
      publisher,
      title,
      url,
      publishedOn: dayOf(publishedOn),
      archivedUrl,
      checked,
    })),
  };
}

/** An item's own columns. */
export function contextColumns({ citations: _, country, ...item }: ContextItemInput) {
  return {
    ...item,
    kind: databaseKind(item.kind),
    countryId: country,
    date: toDatabaseDate(item.date),
    endDate: dateOf(item.endDate),
  };
}

/** Replace the citations of an item, in the order given. */
export async function writeContextCitations(
  tx: Tx,
  items: { id: number; citations: ContextItemInput['citations'] }[],
): Promise<void> {
  await tx.citation.deleteMany({ where: { contextItemId: { in: items.map(({ id }) => id) } } });
  await tx.citation.createMany({
    data: items.flatMap(({ id, citations }) =>
      citations.map((citation, index) => ({
        ...citation,
        contextItemId: id,
        position: index + 1,
        publishedOn: dateOf(citation.publishedOn),
      })),
    ),
  });
}

/** Prisma's names of an enumeration's values have no hyphen. */
export function databaseKind(kind: ContextKind): DatabaseKind {
  return kind.replaceAll('-', '_') as DatabaseKind;
}
