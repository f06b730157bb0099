/**
 * Next's request, outside Next, for tests that call pages and server actions:
 * `vi.mock('next/headers', async () => (await import('…/support/next-request')).nextHeaders)`, and so on.
 */
export const request = { headers: new Headers() };

/** A redirect, as the error that it is; its message is the path. */
export class Redirect extends Error {}
export class NotFound extends Error {}

export const nextHeaders = {
  headers: async () => request.headers,
  cookies: async () => ({ set: () => {} }),
};

export const nextCache = { revalidatePath: () => {} };

export const nextLink = { default: 'a' };

export const nextNavigation = {
  redirect: (path: string) => {
    throw new Redirect(path);
  },
  notFound: () => {
    throw new NotFound();
  },
  useRouter: () => ({}),
};
