import { addApiKey } from '@/lib/auth/api-keys';
import type { Role } from '@/lib/catalogue/vocabulary';

const base = 'http://localhost:3000/api/v1';

type RouteHandler<Params> = (request: Request, context: { params: Promise<Params> }) => Promise<Response>;

/** An answer of the API: status, headers and the parsed body (null for none). */
export type Answer = {
  status: number;
  headers: Headers;
  body: Record<string, unknown> & { errors?: unknown };
};

/** Call a route handler as Next does, with a real Request. */
export async function call<Params extends object>(
  handler: RouteHandler<Params>,
  path: string,
  { params = {} as Params, ...init }: RequestInit & { params?: Params } = {},
): Promise<Answer> {
  const response = await handler(new Request(`${base}${path}`, init), { params: Promise.resolve(params) });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text ? JSON.parse(text) : null };
}

/** A POST of `body` as JSON, with the key, and whatever headers a test adds. */
export function posted(body: unknown, key?: string, headers: Record<string, string> = {}): RequestInit {
  return {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
    headers: {
      'content-type': 'application/json',
      ...(key ? { authorization: `Bearer ${key}` } : {}),
      ...headers,
    },
  };
}

let made = 0;

/** A new API key of a role. */
export function aKey(role: Role): Promise<string> {
  made += 1;
  return addApiKey(`${role} ${made}`, role);
}
