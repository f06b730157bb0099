import { isDeepStrictEqual } from 'node:util';
import type { Tx } from '@/lib/db/client';
import { AppError, invalidField } from '@/lib/errors';
import { plural } from '@/lib/format/numbers';
import { parse } from '@/lib/parse';
import { checkSeen, keepEdit } from './edit-trail';
import { mergedEntry, refuseMerger } from './entry-merger';
import { checkNames, idOfName, kindWords, ownAliases } from './entry-names';
import { type Entry, type EntryInputs, entryInputs, type NamedKind } from './entry-schema';
import { type EntryTable, entryTables } from './entry-tables';
import { countSubscriptionsNaming, leadOn } from './merged-entries';
import { allow, canAddEntry, canEditEntries } from './permissions';
import { reclassSalvos } from './reclass-salvos';
import { type Authorship, reviseEvents } from './revisions';
import { inTransaction } from './transaction';

/** What is done beside the change itself. */
export type EditOptions = {
  /** The last edit of the entry that its editor saw: 0 for none. */
  seen: number;
  /** Keep the name that it had as an alias, where it is renamed. */
  keepOldName: boolean;
  /** Give the salvos of a system its class as well. */
  classToSalvos: boolean;
};

/** How many events got a revision. */
export type Edited<K extends NamedKind = NamedKind> = { entry: Entry<K>; changed: boolean; events: number };

/**
 * Add a system, a site or an assessor. Its id is made from its name, but for an assessor's, which is a number.
 * @throws AppError `invalid` with a message a field, `forbidden` below analyst
 */
export async function addEntry<K extends NamedKind>(
  kind: K,
  input: unknown,
  authorship: Authorship,
): Promise<Entry<K>> {
  allow(canAddEntry(authorship.actor), `Adding a ${kindWords[kind]} takes the role of analyst.`);
  const wanted = withOwnAliases(parseEntry(kind, input));
  return inTransaction(async (tx) => {
    const table = tableOf(kind);
    const entries = await table.all(tx);
    checkNames(kind, wanted, entries);
    await checkCountry(tx, wanted.country);
    const id = await table.insert(tx, await newId(tx, kind, wanted.name, entries), wanted);
    const entry = find(kind, await table.all(tx), id);
    await keepEdit(tx, kind, { id, edit: 'added', before: null, after: entry }, authorship);
    return entry;
  });
}

/**
 * Change what an entry says. Where that changes the words of events, each of them gets a revision; nobody is told. The id
 * stays. What changes nothing leaves no trace.
 * @throws AppError `invalid`, `not-found`, `forbidden` below editor, `conflict` where it was changed since `seen`
 */
export async function editEntry<K extends NamedKind>(
  kind: K,
  id: string,
  input: unknown,
  { seen, keepOldName, classToSalvos }: EditOptions,
  authorship: Authorship,
): Promise<Edited<K>> {
  allow(canEditEntries(authorship.actor), `Editing a ${kindWords[kind]} takes the role of editor.`);
  const given = parseEntry(kind, input);
  const editing = async (tx: Tx): Promise<Edited<K>> => {
    const table = tableOf(kind);
    const entries = await table.all(tx);
    const before = find(kind, entries, id);
    await checkSeen(tx, kind, id, seen);
    const isRenamed = before.name !== given.name;
    const oldName = isRenamed && keepOldName ? [before.name] : [];
    const wanted = withOwnAliases({ ...given, aliases: [...given.aliases, ...oldName] });
    checkNames(kind, { ...wanted, id }, entries);
    await checkCountry(tx, wanted.country);

    const after: Entry<K> = { ...wanted, id };
    const isEdited = !isDeepStrictEqual(after, before);
    if (isEdited) await table.update(tx, id, wanted);
    const reclassed =
      classToSalvos && 'class' in wanted ? await reclassSalvos(tx, id, wanted.class, authorship) : [];
    const renamed = isRenamed ? (await table.eventIds(tx, id)).filter((one) => !reclassed.includes(one)) : [];
    await reviseEvents(tx, renamed, authorship);
    const events = renamed.length + reclassed.length;
    if (isEdited || events > 0) await keepEdit(tx, kind, { id, edit: 'edited', before, after }, authorship);
    return { entry: after, changed: isEdited || events > 0, events };
  };
  return inTransaction(editing, ({ changed }) => changed);
}

/**
 * Make one entry of two: the events, names and subscriptions of `from` become those of `into`, and its id leads there.
 * What assessors said stays in their words. Each event that named `from` gets a revision; nobody is told.
 * @throws AppError `not-found`, `forbidden` below editor, `conflict` where they are of two countries or one and the same
 */
export async function mergeEntries<K extends NamedKind>(
  kind: K,
  from: string,
  into: string,
  authorship: Authorship,
): Promise<Edited<K>> {
  allow(canEditEntries(authorship.actor), `Merging two ${kindWords[kind]}s takes the role of editor.`);
  return inTransaction(async (tx) => {
    const table = tableOf(kind);
    const entries = await table.all(tx);
    const [gone, before] = [find(kind, entries, from), find(kind, entries, into)];
    const refusal = refuseMerger(gone, before);
    if (refusal) throw new AppError('conflict', refusal);

    const events = await table.eventIds(tx, from);
    const { id: _, ...merged } = mergedEntry(gone, before);
    await table.move(tx, from, into);
    await table.remove(tx, from);
    await table.update(tx, into, merged as EntryInputs[K]);
    await leadOn(tx, kind, from, into, authorship.now ?? new Date());
    await reviseEvents(tx, events, authorship);
    const entry = find(kind, await table.all(tx), into);
    await keepEdit(tx, kind, { id: from, edit: 'merged', before: gone, after: null }, authorship);
    await keepEdit(tx, kind, { id: into, edit: 'merged', before, after: entry }, authorship);
    return { entry, changed: true, events: events.length };
  });
}

/**
 * Delete an entry that nothing names. The trail keeps what it said.
 * @throws AppError `not-found`, `forbidden` below editor, `conflict` where an event or a subscription names it
 */
export async function deleteEntry(kind: NamedKind, id: string, authorship: Authorship): Promise<void> {
  allow(canEditEntries(authorship.actor), `Deleting a ${kindWords[kind]} takes the role of editor.`);
  await inTransaction(async (tx) => {
    const table = tableOf(kind);
    const before = find(kind, await table.all(tx), id);
    const events = (await table.eventIds(tx, id)).length;
    if (events > 0)
      throw new AppError(
        'conflict',
        `${plural(events, 'event names', 'events name')} it. Merge it into another ${kindWords[kind]} instead.`,
      );
    const subscriptions = await countSubscriptionsNaming(tx, kind, id);
    if (subscriptions > 0)
      throw new AppError(
        'conflict',
        `${plural(subscriptions, 'subscription waits', 'subscriptions wait')} for its events. Merge it into another ${kindWords[kind]} instead.`,
      );
    await table.remove(tx, id);
    await keepEdit(tx, kind, { id, edit: 'deleted', before, after: null }, authorship);
  });
}

// ------------------------------------------------------------ steps

// Both are of the kind that is asked for, which TypeScript does not follow through the index.
const tableOf = <K extends NamedKind>(kind: K) => entryTables[kind] as unknown as EntryTable<K>;
const parseEntry = <K extends NamedKind>(kind: K, input: unknown) =>
  parse(entryInputs[kind], input) as EntryInputs[K];

function withOwnAliases<T extends { name: string; aliases: string[] }>(entry: T): T {
  return { ...entry, aliases: ownAliases(entry.name, entry.aliases) };
}

function find<K extends NamedKind>(kind: K, entries: Entry<K>[], id: string): Entry<K> {
  const entry = entries.find((one) => one.id === id);
  if (!entry) throw new AppError('not-found', `There is no ${kindWords[kind]} "${id}".`);
  return entry;
}

async function newId(tx: Tx, kind: NamedKind, name: string, entries: Entry[]): Promise<string> {
  if (kind === 'assessor') return '';
  const merged = await tx.mergedEntry.findMany({ where: { kind }, select: { oldId: true } });
  return idOfName(name, kind, new Set([...entries.map(({ id }) => id), ...merged.map(({ oldId }) => oldId)]));
}

async function checkCountry(tx: Tx, country: string | null): Promise<void> {
  if (country !== null && !(await tx.country.findUnique({ where: { id: country } })))
    throw invalidField('country', `"${country}" is no country of the catalogue.`);
}
