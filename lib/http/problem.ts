import { randomUUID } from 'node:crypto';
import { AppError, type ErrorCode, type FieldError } from '@/lib/errors';
import { log } from '@/lib/log';
import { TooManyError } from './too-many-error';

/** RFC 9457. `errors` has one entry a field, `path` as in `salvos.0.countMin`. */
export type Problem = { type: string; title: string; status: number; detail: string; errors: FieldError[] };

const answers: Record<ErrorCode, { status: number; title: string }> = {
  invalid: { status: 400, title: 'Not as it has to be' },
  unauthenticated: { status: 401, title: 'No valid key' },
  forbidden: { status: 403, title: 'Not allowed' },
  'not-found': { status: 404, title: 'Not found' },
  conflict: { status: 409, title: 'In conflict with what is there' },
  gone: { status: 410, title: 'No longer possible' },
  'too-many': { status: 429, title: 'Too many requests' },
  unavailable: { status: 503, title: 'Not available' },
};

/** Where HTTP has a finer status than the code says: 405, 413, 415. */
export class RefusedRequest extends AppError {
  constructor(
    readonly status: 405 | 413 | 415,
    message: string,
  ) {
    super('invalid', message);
  }
}

/**
 * The answer to a request that failed: `application/problem+json`. An error that nobody foresaw is logged, and answered
 * with a reference to the log and nothing of its own words.
 */
export function problemResponse(error: unknown): Response {
  if (!(error instanceof AppError)) return unforeseen(error);
  const answer = answers[error.code];
  const headers = new Headers();
  if (error instanceof TooManyError) headers.set('Retry-After', String(error.retryAfterSeconds));
  if (error.code === 'unauthenticated') headers.set('WWW-Authenticate', 'Bearer realm="Apogee"');
  return respond(
    {
      type: `urn:apogee:problem:${error.code}`,
      title: answer.title,
      status: error instanceof RefusedRequest ? error.status : answer.status,
      detail: error.message,
      errors: error.errors,
    },
    headers,
  );
}

function unforeseen(error: unknown): Response {
  const reference = randomUUID();
  log().error({ err: error, reference }, 'a request failed');
  return respond({
    type: 'urn:apogee:problem:internal',
    title: 'Something went wrong here',
    status: 500,
    detail: `This is our fault, not yours. It has been noted under the reference ${reference}.`,
    errors: [],
  });
}

function respond(problem: Problem, headers = new Headers()): Response {
  headers.set('Content-Type', 'application/problem+json');
  headers.set('Cache-Control', 'no-store');
  return new Response(JSON.stringify(problem), { status: problem.status, headers });
}
