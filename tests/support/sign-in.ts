import { auth } from '@/lib/auth/auth';

/** The request headers of somebody who has just signed in: a real session, its cookie as a browser sends it. */
export async function signedIn({ email, password }: { email: string; password: string }): Promise<Headers> {
  const response = await auth().api.signInEmail({ body: { email, password }, asResponse: true });
  if (!response.ok) throw new Error(`sign-in failed: ${response.status}`);
  const cookie = response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  return new Headers({ cookie });
}
