import type { Actor } from '@/lib/catalogue/permissions';
import { type Role, roles } from '@/lib/catalogue/vocabulary';

/** Pages of the desk that take more than being signed in. */
const pages: Record<string, Role> = {
  '/desk/events/new': 'analyst',
  '/desk/events/[slug]': 'analyst',
  '/desk/events/[slug]/edit': 'analyst',
  '/desk/import': 'editor',
  '/desk/import/[id]': 'editor',
  '/desk/systems/new': 'analyst',
  '/desk/systems/[id]/merge': 'editor',
  '/desk/sites/new': 'analyst',
  '/desk/sites/[id]/merge': 'editor',
  '/desk/assessors/new': 'analyst',
  '/desk/assessors/[id]/merge': 'editor',
  '/desk/context/new': 'editor',
  '/desk/context/[id]/merge': 'editor',
  '/desk/mail': 'analyst',
  '/desk/mail/outbox/[file]': 'analyst',
  '/desk/review': 'analyst',
};

/** What a page takes, by its route (`/desk/events/[slug]`): a role, or nothing. Everything at the desk takes signing in. */
export function requiredRole(route: string): Role | 'anyone' {
  if (!/^\/desk(\/|$)/.test(route)) return 'anyone';
  return pages[route] ?? 'viewer';
}

/** Whether a signed-in actor's role opens a page. */
export function mayOpen(actor: Actor, route: string): boolean {
  const required = requiredRole(route);
  return required === 'anyone' || (isSignedIn(actor) && roles.indexOf(actor.role) >= roles.indexOf(required));
}

export function isSignedIn(actor: Actor): boolean {
  return actor.id !== null;
}
