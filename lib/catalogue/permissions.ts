import { AppError } from '@/lib/errors';
import { type Role, roles } from './vocabulary';

/** Whoever does something: a signed-in person, an API key, or a process of Apogee's own. */
export type Actor = { kind: 'user' | 'key' | 'process'; id: string | null; name: string; role: Role };

/** Nobody in particular: what a visitor who has not signed in may do. */
export const anonymous: Actor = { kind: 'user', id: null, name: 'visitor', role: 'viewer' };

/** Apogee itself, when it loads its starter catalogue. */
export const seeder: Actor = { kind: 'process', id: null, name: 'starter catalogue', role: 'admin' };

const atLeast = (actor: Actor, role: Role) => roles.indexOf(actor.role) >= roles.indexOf(role);

export const canRecord = (actor: Actor) => atLeast(actor, 'analyst');
export const canPublish = (actor: Actor) => atLeast(actor, 'editor');
/** A system, a site or an assessor says nothing in public before an event names it. */
export const canAddEntry = (actor: Actor) => atLeast(actor, 'analyst');
/** Renaming and merging change the words of published events, and a context item is public at once. */
export const canEditEntries = (actor: Actor) => atLeast(actor, 'editor');
export const canManageAccounts = (actor: Actor) => atLeast(actor, 'admin');

/** @throws AppError `forbidden` with a sentence that says which role it takes */
export function allow(allowed: boolean, sentence: string): void {
  if (!allowed) throw new AppError('forbidden', sentence);
}
