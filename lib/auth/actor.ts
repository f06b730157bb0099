import { type Actor, anonymous } from '@/lib/catalogue/permissions';
import { roles } from '@/lib/catalogue/vocabulary';
import { auth } from './auth';

/** Who a request's cookies speak for. */
export async function actorOf(requestHeaders: Headers): Promise<Actor> {
  const session = await auth().api.getSession({ headers: requestHeaders });
  if (!session) return anonymous;
  const { id, name, role } = session.user;
  return { kind: 'user', id, name, role: roles.find((known) => known === role) ?? 'viewer' };
}
