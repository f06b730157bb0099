import { AppError } from '@/lib/errors';

/** `too-many`, and in how many seconds to try again. */
export class TooManyError extends AppError {
  constructor(readonly retryAfterSeconds: number) {
    const minutes = Math.ceil(retryAfterSeconds / 60);
    super(
      'too-many',
      `That was tried too often. Please try again in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}.`,
    );
  }
}
