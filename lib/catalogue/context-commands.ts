import { isDeepStrictEqual } from 'node:util';
import type { Tx } from '@/lib/db/client';
import { AppError, invalidField } from '@/lib/errors';
import { parse } from '@/lib/parse';
import { contextColumns, contextInclude, toContextItem, writeContextCitations } from './context-items';
import { mergedContextItem, refuseContextMerger } from './context-merger';
import { type ContextItem, type ContextItemInput, contextItemInput } from './context-schema';
import { checkSeen, keepEdit, readGoneIds } from './edit-trail';
import { slugOf } from './entry-names';
import { leadOn } from './merged-entries';
import { allow, canEditEntries, canPublish } from './permissions';
import type { Authorship } from './revisions';
import { inTransaction } from './transaction';

/**
 * Add a context item, which is public at once. Its slug is made of its date and title.
 * @throws AppError `invalid` with a message a field, `forbidden` below editor
 */
export async function addContextItem(input: unknown, authorship: Authorship): Promise<ContextItem> {
  allow(
    canEditEntries(authorship.actor),
    'Adding a context item takes the role of editor: it is public at once.',
  );
  const wanted = parse(contextItemInput, input);
  return inTransaction(async (tx) => {
    await checkCountry(tx, wanted);
    const slug = await newSlug(tx, wanted);
    const { id } = await tx.contextItem.create({ data: { slug, ...contextColumns(wanted) } });
    await writeContextCitations(tx, [{ id, citations: wanted.citations }]);
    const after = { slug, ...wanted };
    await keepEdit(tx, 'context', { id: slug, edit: 'added', before: null, after }, authorship);
    return after;
  });
}

/**
 * Change what a context item says. Its slug stays. What changes nothing leaves no trace.
 * @param seen the last edit that its editor saw: 0 for none
 * @throws AppError `invalid`, `not-found`, `forbidden` below editor, `conflict` where it was changed since
 */
export async function editContextItem(
  slug: string,
  input: unknown,
  seen: number,
  authorship: Authorship,
): Promise<{ item: ContextItem; changed: boolean }> {
  allow(canEditEntries(authorship.actor), 'Editing a context item takes the role of editor.');
  const wanted = parse(contextItemInput, input);
  const editing = async (tx: Tx) => {
    const { id, item: before } = await find(tx, slug);
    await checkSeen(tx, 'context', slug, seen);
    await checkCountry(tx, wanted);
    const after = { slug, ...wanted };
    if (isDeepStrictEqual({ ...after }, { ...before })) return { item: before, changed: false };
    await write(tx, id, wanted);
    await keepEdit(tx, 'context', { id: slug, edit: 'edited', before, after }, authorship);
    return { item: after, changed: true };
  };
  return inTransaction(editing, ({ changed }) => changed);
}

/**
 * Make one context item of two: the citations of `from` are added to those of `into`, whose words stay; what `from` said stays
 * in the trail, and links to it lead to `into`.
 * @throws AppError `not-found`, `forbidden` below editor, `conflict` where they are of two countries or one and the same
 */
export async function mergeContextItems(
  from: string,
  into: string,
  authorship: Authorship,
): Promise<ContextItem> {
  allow(canEditEntries(authorship.actor), 'Merging two context items takes the role of editor.');
  return inTransaction(async (tx) => {
    const [gone, kept] = [await find(tx, from), await find(tx, into)];
    const refusal = refuseContextMerger(gone.item, kept.item);
    if (refusal) throw new AppError('conflict', refusal);
    const { slug: _, ...merged } = mergedContextItem(gone.item, kept.item);
    await tx.contextItem.delete({ where: { id: gone.id } });
    await write(tx, kept.id, merged);
    await leadOn(tx, 'context', from, into, authorship.now ?? new Date());
    const after = { slug: into, ...merged };
    await keepEdit(tx, 'context', { id: from, edit: 'merged', before: gone.item, after: null }, authorship);
    await keepEdit(tx, 'context', { id: into, edit: 'merged', before: kept.item, after }, authorship);
    return after;
  });
}

/** Delete a context item. The trail keeps what it said. @throws AppError `not-found`, `forbidden` below editor */
export async function deleteContextItem(slug: string, authorship: Authorship): Promise<void> {
  allow(canEditEntries(authorship.actor), 'Deleting a context item takes the role of editor.');
  await inTransaction(async (tx) => {
    const { id, item } = await find(tx, slug);
    await tx.contextItem.delete({ where: { id } });
    await keepEdit(tx, 'context', { id: slug, edit: 'deleted', before: item, after: null }, authorship);
  });
}

/**
 * Record many context items at once, each with its citations: for the starter catalogue.
 * @returns how many were new; a slug that is there already is left as it is, one that was deleted or merged stays away
 */
export async function loadContextItems(tx: Tx, items: ContextItem[], { actor }: Authorship): Promise<number> {
  allow(canPublish(actor), 'Loading context items takes the role of editor.');
  const gone = await readGoneIds(tx, 'context');
  const added = await tx.contextItem.createManyAndReturn({
    data: items
      .filter(({ slug }) => !gone.has(slug))
      .map(({ slug, ...item }) => ({ slug, ...contextColumns(item) })),
    skipDuplicates: true,
    select: { id: true, slug: true },
  });
  const citations = new Map(items.map((item) => [item.slug, item.citations]));
  await writeContextCitations(
    tx,
    added.map(({ id, slug }) => ({ id, citations: citations.get(slug) ?? [] })),
  );
  return added.length;
}

// ------------------------------------------------------------ steps

async function find(tx: Tx, slug: string): Promise<{ id: number; item: ContextItem }> {
  const row = await tx.contextItem.findUnique({ where: { slug }, include: contextInclude });
  if (!row) throw new AppError('not-found', `There is no context item "${slug}".`);
  return { id: row.id, item: toContextItem(row) };
}

async function write(tx: Tx, id: number, item: ContextItemInput): Promise<void> {
  await tx.contextItem.update({ where: { id }, data: contextColumns(item) });
  await writeContextCitations(tx, [{ id, citations: item.citations }]);
}

async function newSlug(tx: Tx, { date, title }: ContextItemInput): Promise<string> {
  const end = slugOf(title);
  if (end === '')
    throw invalidField('title', 'The address is made from the title: give one of Latin letters or digits.');
  const slug = `${date}-${end}`;
  const isTaken =
    (await tx.contextItem.count({ where: { slug } })) +
      (await tx.mergedEntry.count({ where: { kind: 'context', oldId: slug } })) >
    0;
  if (isTaken) throw invalidField('title', `is taken: there is, or was, an item "${slug}".`);
  return slug;
}

async function checkCountry(tx: Tx, { country }: ContextItemInput): Promise<void> {
  if (country !== null && !(await tx.country.findUnique({ where: { id: country } })))
    throw invalidField('country', `"${country}" is no country of the catalogue.`);
}
