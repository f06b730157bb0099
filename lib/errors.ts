/** The closed set of ways in which a call can fail. lib/http/problem.ts maps each to an HTTP status. */
export type ErrorCode =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'gone'
  | 'too-many'
  | 'unavailable';

/** A message for one field: `path` as in `salvos.0.countMin`. */
export type FieldError = { path: string; message: string };

/** The only error that Apogee throws on purpose. Its message is written for the person who reads it. */
export class AppError extends Error {
  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly errors: FieldError[] = [],
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'AppError';
  }
}

/** An `invalid` error about one field. */
export function invalidField(path: string, message: string): AppError {
  return new AppError('invalid', message, [{ path, message }]);
}
