import { AppError } from '@/lib/errors';
import { problemResponse, RefusedRequest } from './problem';

type Handler<Params> = (request: Request, context: { params: Params }) => Promise<Response>;
type NextHandler<Params> = (request: Request, context: { params: Promise<Params> }) => Promise<Response>;

/** A route handler for Next: what it throws is answered as problem+json. */
export function route<Params = Record<never, never>>(handle: Handler<Params>): NextHandler<Params> {
  return async (request, { params }) => {
    try {
      return await handle(request, { params: await params });
    } catch (error) {
      return problemResponse(error);
    }
  };
}

/** For the methods that a path does not have. @param allowed as in the Allow header */
export function refuseMethod(allowed: string) {
  return async ({ method }: Request): Promise<Response> => refusedMethod(method, allowed);
}

/** @param allowed as in the Allow header */
export function refusedMethod(method: string, allowed: string): Response {
  const response = problemResponse(
    new RefusedRequest(405, `${method.replace(/^X-/, '')} is not possible here. Use ${allowed}.`),
  );
  response.headers.set('Allow', allowed);
  return response;
}

/** @throws AppError `invalid`, naming each query parameter that is none of `known`: a slip must not widen the answer */
export function onlyParameters(params: URLSearchParams, known: readonly string[]): void {
  const errors = [...new Set(params.keys())]
    .filter((name) => !known.includes(name))
    .map((path) => ({ path, message: `is no parameter here. Use ${known.join(', ')}.` }));
  if (errors.length === 0) return;
  const names = errors.map(({ path }) => `"${path}"`).join(', ');
  throw new AppError('invalid', `There is no parameter ${names} here.`, errors);
}
