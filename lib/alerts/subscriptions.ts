import { AppError } from '@/lib/errors';

/** A place holder. */
export async function requestSubscription(_input: unknown, _from: { network: string }): Promise<void> {
  throw new AppError('unavailable', 'Not built yet.');
}
