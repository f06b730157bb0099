import { APIError } from 'better-auth/api';
import { AppError } from '@/lib/errors';
import { clientNetwork, consumeLimit } from '@/lib/http/rate-limits';
import { auth } from './auth';

/**
 * Sign in: the session's cookie is set on the way.
 * @param headers the request's, for its network and browser
 * @throws AppError `unauthenticated` with one sentence for a wrong address and a wrong password, or `too-many`
 */
export async function signIn(email: string, password: string, headers: Headers): Promise<void> {
  await consumeLimit('sign-in-network', clientNetwork(headers));
  await consumeLimit('sign-in-address', email);
  try {
    await auth().api.signInEmail({ body: { email: email.trim().toLowerCase(), password }, headers });
  } catch (error) {
    if (error instanceof APIError && Number(error.statusCode) < 500)
      throw new AppError('unauthenticated', 'The address or the password is wrong.');
    throw error;
  }
}

/** End the session that the request's cookie speaks for. */
export async function signOut(headers: Headers): Promise<void> {
  await auth().api.signOut({ headers });
}
