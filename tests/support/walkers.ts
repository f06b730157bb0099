import { readdirSync } from 'node:fs';
import path from 'node:path';
import { createAccount } from '@/lib/auth/accounts';
import { actorOf } from '@/lib/auth/actor';
import { type Actor, anonymous } from '@/lib/catalogue/permissions';
import { type Role, roles } from '@/lib/catalogue/vocabulary';
import { request } from './next-request';
import { signedIn } from './sign-in';

/** What something takes: a role, or nothing. */
export type Needed = Role | 'anyone';

/** Who tries each command, action and page: everybody there is. */
export const walkers = ['anonymous', ...roles] as const;
export type Walker = (typeof walkers)[number];

export const may = (walker: Walker, needed: Needed) =>
  needed === 'anyone' || (walker !== 'anonymous' && roles.indexOf(walker) >= roles.indexOf(needed));

const actors = new Map<Walker, { actor: Actor; headers: Headers }>([
  ['anonymous', { actor: anonymous, headers: new Headers() }],
]);

/** Make an account of each role and sign it in: for a `beforeAll`, once the file has its database. */
export async function signInWalkers(): Promise<void> {
  for (const role of roles) {
    const account = { name: role, email: `${role}@example.org`, password: 'correct horse battery', role };
    await createAccount(account);
    const headers = await signedIn(account);
    actors.set(role, { actor: await actorOf(headers), headers });
  }
}

/** From here on the request is this walker's. */
export function as(walker: Walker): Actor {
  const found = actors.get(walker);
  if (!found) throw new Error(walker);
  request.headers = found.headers;
  return found.actor;
}

export const filesUnder = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => path.join(folder, file));
