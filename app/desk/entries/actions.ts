'use server';

import type { EntryFormAnswer } from '@/components/entries/entry-form';
import type { ReasonAnswer } from '@/components/entries/reason-form';
import { rooms } from '@/components/entries/rooms';
import {
  addContextItem,
  deleteContextItem,
  editContextItem,
  mergeContextItems,
} from '@/lib/catalogue/context-commands';
import { lastEdit } from '@/lib/catalogue/edit-trail';
import { addEntry, deleteEntry, editEntry, mergeEntries } from '@/lib/catalogue/entry-commands';
import {
  blankCitation,
  citationPlaces,
  type EntryFormValues,
  entryFieldOf,
  entryFromFormData,
  entryInputOf,
} from '@/lib/catalogue/entry-form';
import { reasonInput } from '@/lib/catalogue/schema';
import { type EntryKind, entryKinds } from '@/lib/catalogue/vocabulary';
import { AppError, invalidField } from '@/lib/errors';
import { actAtDesk } from '../desk-action';

/** Save the form of a system, a site, an assessor or a context item: a new one, or the one that `id` names. */
export async function saveEntry(before: EntryFormAnswer, data: FormData): Promise<EntryFormAnswer> {
  const kind = kindOf(data) ?? before.kind;
  const values = entryFromFormData(kind, data);
  const id = textOf(data, 'id');
  const seen = textOf(data, 'seen');
  if (textOf(data, 'step') === 'add citation') {
    const place = Math.max(...citationPlaces(values)) + 1;
    return {
      kind,
      values: { ...values, ...blankCitation(place) },
      errors: [],
      code: null,
      message: null,
      seen,
    };
  }
  const refusal = await actAtDesk(async (actor) => {
    const input = entryInputOf(kind, values);
    const reason = reasonOf(values.reason ?? '', id === '' ? 'first entry' : 'correction');
    if (id === '') {
      const added = await add(kind, input, { actor, reason });
      return `${rooms[kind].path}/${added}?saved=added`;
    }
    await edit(kind, id, input, values, /^\d{1,9}$/.test(seen) ? Number(seen) : 0, { actor, reason });
    return `${rooms[kind].path}/${id}?saved=changed`;
  });
  return {
    ...refusal,
    kind,
    values,
    errors: refusal.errors.map((error) => ({ ...error, path: entryFieldOf(error.path, values) })),
    // Whoever is told that the entry has changed, and saves again, means to.
    seen: refusal.code === 'conflict' ? String(await lastEdit(kind, id)) : seen,
  };
}

/** Make one entry of two. */
export async function mergeEntry(_before: ReasonAnswer, data: FormData): Promise<ReasonAnswer> {
  const [kind, id, into] = [kindOf(data), textOf(data, 'id'), textOf(data, 'into')];
  const reason = textOf(data, 'reason');
  const refusal = await actAtDesk(async (actor) => {
    if (!kind) throw noSuchKind();
    const authorship = { actor, reason: reasonOf(reason, `${id} and ${into} are one`) };
    if (kind === 'context') await mergeContextItems(id, into, authorship);
    else await mergeEntries(kind, id, into, authorship);
    return `${rooms[kind].path}/${into}?saved=merged`;
  });
  return { code: refusal.code, message: refusal.message, reason };
}

/** Delete an entry that nothing names. */
export async function removeEntry(_before: ReasonAnswer, data: FormData): Promise<ReasonAnswer> {
  const [kind, id] = [kindOf(data), textOf(data, 'id')];
  const reason = textOf(data, 'reason');
  const refusal = await actAtDesk(async (actor) => {
    if (!kind) throw noSuchKind();
    const authorship = { actor, reason: reasonOf(reason, 'not needed') };
    if (kind === 'context') await deleteContextItem(id, authorship);
    else await deleteEntry(kind, id, authorship);
    return rooms[kind].path;
  });
  return { code: refusal.code, message: refusal.message, reason };
}

// ------------------------------------------------------------ steps

type Authorship = Parameters<typeof addContextItem>[1];

async function add(kind: EntryKind, input: unknown, authorship: Authorship): Promise<string> {
  if (kind === 'context') return (await addContextItem(input, authorship)).slug;
  return (await addEntry(kind, input, authorship)).id;
}

async function edit(
  kind: EntryKind,
  id: string,
  input: unknown,
  { keepOldName, classToSalvos }: EntryFormValues,
  seen: number,
  authorship: Authorship,
): Promise<void> {
  if (kind === 'context') await editContextItem(id, input, seen, authorship);
  else {
    const options = { seen, keepOldName: keepOldName === 'on', classToSalvos: classToSalvos === 'on' };
    await editEntry(kind, id, input, options, authorship);
  }
}

/** @throws AppError `invalid` at the reason */
function reasonOf(typed: string, fallback: string): string {
  const result = reasonInput.safeParse(typed.trim() === '' ? fallback : typed);
  if (!result.success) throw invalidField('reason', result.error.issues[0]?.message ?? 'is no reason');
  return result.data;
}

function kindOf(data: FormData): EntryKind | undefined {
  return entryKinds.find((kind) => kind === data.get('kind'));
}

const noSuchKind = () => new AppError('invalid', 'This form was not understood. Load the page anew.');

function textOf(data: FormData, name: string): string {
  const value = data.get(name);
  return typeof value === 'string' ? value : '';
}
