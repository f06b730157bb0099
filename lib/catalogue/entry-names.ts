import { AppError, type FieldError, invalidField } from '@/lib/errors';
import type { Entry, NamedKind } from './entry-schema';
import { isSameName, plainName } from './names';

/** What an entry of each kind is called in a sentence. */
export const kindWords = { system: 'system', site: 'site', assessor: 'assessor', context: 'context item' };

/** A name as the end of an address: `Hwasong-11-Da-4.5` → `hwasong-11-da-4-5`; empty where it has no Latin letter or digit. */
export function slugOf(name: string): string {
  return name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 100)
    .replace(/-+$/, '');
}

/**
 * The id that a new entry's name makes.
 * @param taken ids that are in use, or were until a merger
 * @throws AppError `invalid` at the name
 */
export function idOfName(name: string, kind: NamedKind, taken: ReadonlySet<string>): string {
  const id = slugOf(name);
  if (id === '' || id === 'new')
    throw invalidField(
      'name',
      'The id is made from the name: give one of Latin letters or digits. Other spellings can be aliases.',
    );
  if (taken.has(id))
    throw invalidField('name', `makes the id "${id}", which another ${kindWords[kind]} has or had.`);
  return id;
}

/** Aliases that say more than the name does, each once. */
export function ownAliases(name: string, aliases: string[]): string[] {
  const own: string[] = [];
  for (const alias of aliases)
    if (plainName(alias) !== '' && ![name, ...own].some((known) => isSameName(alias, known))) own.push(alias);
  return own.sort((a, b) => a.localeCompare(b, 'en'));
}

type Names = { id?: string; name: string; country: string | null; aliases: string[] };

/**
 * A name leads to one entry: none of an entry's may be another's. Systems and sites are told apart by country; assessors,
 * whom claims name by nothing else, are not.
 * @throws AppError `invalid` at the name or the aliases
 */
export function checkNames(kind: NamedKind, entry: Names, others: Entry[]): void {
  const rivals = others.filter(
    ({ id, country }) => id !== entry.id && (kind === 'assessor' || country === entry.country),
  );
  const errors: FieldError[] = [];
  const owner = namesakeOf(entry.name, rivals);
  if (owner) errors.push({ path: 'name', message: `is taken: ${owner}.` });
  for (const alias of entry.aliases) {
    const holder = namesakeOf(alias, rivals);
    if (holder) errors.push({ path: 'aliases', message: `“${alias}” leads elsewhere: ${holder}.` });
  }
  if (errors.length > 0)
    throw new AppError(
      'invalid',
      errors.length === 1 ? '1 field needs another look.' : `${errors.length} names need another look.`,
      errors,
    );
}

function namesakeOf(text: string, rivals: Entry[]): string | null {
  const named = rivals.find(({ name }) => name === text || isSameName(text, name));
  if (named) return `it is the name of ${named.name} (${named.id})`;
  const aliased = rivals.find(({ aliases }) => aliases.some((alias) => isSameName(text, alias)));
  return aliased ? `it is an alias of ${aliased.name} (${aliased.id})` : null;
}
