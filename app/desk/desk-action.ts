import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { isSignedIn } from '@/lib/auth/required-role';
import { currentActor } from '@/lib/auth/session';
import type { Actor } from '@/lib/catalogue/permissions';
import { AppError, type ErrorCode, type FieldError } from '@/lib/errors';
import { log } from '@/lib/log';

/** How an action that did not go through ends. */
export type Refusal = { code: ErrorCode; message: string; errors: FieldError[] };

/**
 * Do `work` as whoever is signed in, show every page anew and go to the path that it returns. This is the one way in
 * for the desk's actions.
 * @returns why it did not go through, for the form to show
 */
export async function actAtDesk(work: (actor: Actor) => Promise<string>): Promise<Refusal> {
  let path: string;
  try {
    const actor = await currentActor();
    if (!isSignedIn(actor))
      throw new AppError('unauthenticated', 'You are no longer signed in. Nothing you typed is lost.');
    path = await work(actor);
  } catch (error) {
    return refusalOf(error);
  }
  revalidatePath('/', 'layout');
  redirect(path);
}

export function refusalOf(error: unknown): Refusal {
  if (error instanceof AppError) return { code: error.code, message: error.message, errors: error.errors };
  log().error({ err: error }, 'an action failed');
  return {
    code: 'unavailable',
    message: 'Something went wrong here, and nothing was saved. Please try again in a moment.',
    errors: [],
  };
}
