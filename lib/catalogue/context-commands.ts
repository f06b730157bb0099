import type { Tx } from '@/lib/db/client';
import type { ContextKind } from '@/lib/db/generated/enums';
import { toDatabaseDate } from '@/lib/format/dates';
import type { ContextItemInput } from './context-schema';
import { allow, canPublish } from './permissions';
import type { Authorship } from './revisions';

/**
 * Record many context items at once, each with its citation: for the starter catalogue.
 * @returns how many were new; a slug that is there already is left as it is
 */
export async function loadContextItems(
  tx: Tx,
  items: ContextItemInput[],
  { actor }: Authorship,
): Promise<number> {
  allow(canPublish(actor), 'Loading context items takes the role of editor.');
  const added = await tx.contextItem.createManyAndReturn({
    data: items.map(({ citation: _, country, ...item }) => ({
      ...item,
      kind: databaseKind(item.kind),
      countryId: country,
      date: toDatabaseDate(item.date),
      endDate: item.endDate === null ? null : toDatabaseDate(item.endDate),
    })),
    skipDuplicates: true,
    select: { id: true, slug: true },
  });
  const citations = new Map(items.map((item) => [item.slug, item.citation]));
  await tx.citation.createMany({
    data: added.flatMap(({ id, slug }) => {
      const citation = citations.get(slug);
      if (!citation) return [];
      const publishedOn = citation.publishedOn === null ? null : toDatabaseDate(citation.publishedOn);
      return [{ ...citation, contextItemId: id, publishedOn }];
    }),
  });
  return added.length;
}

/** Prisma's names of an enumeration's values have no hyphen. */
function databaseKind(kind: ContextItemInput['kind']): ContextKind {
  return kind.replaceAll('-', '_') as ContextKind;
}
