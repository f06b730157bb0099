import { lastEdit } from '@/lib/catalogue/edit-trail';
import { addEntry, type EditOptions, editEntry, mergeEntries } from '@/lib/catalogue/entry-commands';
import { findEntry } from '@/lib/catalogue/entry-queries';
import type { EntryInputs, NamedKind } from '@/lib/catalogue/entry-schema';
import { people } from './factories';

export const aSystem = (overrides: Partial<EntryInputs['system']> = {}) => ({
  name: 'Pulhwasal-9',
  country: 'KP',
  class: 'CM' as const,
  aliases: [],
  notes: null,
  ...overrides,
});

export const aContextItem = (overrides: Record<string, unknown> = {}) => ({
  date: '2018-06-12',
  kind: 'summit' as const,
  title: 'Second Singapore meeting',
  summary: 'The two leaders met.',
  country: 'KP',
  citations: [{ publisher: 'Reuters', url: 'https://example.org/summit' }],
  ...overrides,
});

/** Who edits, when and why, for a change made on `day`. */
export const on = (day: string, reason = 'test') => ({
  actor: people.editor,
  reason,
  now: new Date(`${day}T12:00:00Z`),
});

export const added = async <K extends NamedKind>(kind: K, input: unknown) =>
  (await addEntry(kind, input, on('2026-01-01'))).id;

/** Edit an entry as one who has just opened it. */
export async function edited<K extends NamedKind>(
  kind: K,
  id: string,
  changes: Partial<EntryInputs[K]>,
  options: Partial<EditOptions> = {},
  authorship = on('2026-03-01'),
) {
  const entry = await findEntry(kind, id);
  const seen = await lastEdit(kind, id);
  const chosen = { seen, keepOldName: true, classToSalvos: false, ...options };
  return editEntry(kind, id, { ...entry, ...changes }, chosen, authorship);
}

export const merged = (kind: NamedKind, from: string, into: string, authorship = on('2026-03-01')) =>
  mergeEntries(kind, from, into, authorship);
