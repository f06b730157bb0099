import { headers } from 'next/headers';
import { redirect } from 'next/navigation';
import type { Actor } from '@/lib/catalogue/permissions';
import { actorOf } from './actor';
import { isSignedIn } from './required-role';

/** Who makes this request; `anonymous` when nobody is signed in. */
export async function currentActor(): Promise<Actor> {
  return actorOf(await headers());
}

/** For a page of the desk: whoever is signed in, or off to /sign-in and from there back to `path`. */
export async function requireActor(path = '/desk'): Promise<Actor> {
  const actor = await currentActor();
  if (!isSignedIn(actor)) redirect(`/sign-in?next=${encodeURIComponent(path)}`);
  return actor;
}
