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
 * Do `work` as whoever is signed in, show every page anew and go to the path that it returns. This and `answerAtDesk` are the
 * ways in for the desk's actions.
 * @returns why it did not go through, for the form to show
 */
export async function actAtDesk(work: (actor: Actor) => Promise<string>): Promise<Refusal> {
  const outcome = await answerAtDesk(work);
  if (typeof outcome === 'string') redirect(outcome);
  return outcome;
}

/** The same for what is done without leaving the page: `work` returns what the page is told. */
export async function answerAtDesk<Answer>(
  work: (actor: Actor) => Promise<Answer>,
): Promise<Answer | Refusal> {
  let answer: Answer;
  try {
    const actor = await currentActor();
    if (!isSignedIn(actor))
      throw new AppError('unauthenticated', 'You are no longer signed in. Nothing you typed is lost.');
    answer = await work(actor);
  } catch (error) {
    const refusal = refusalOf(error);
    // Somebody else was first: the page shows what they did.
    if (refusal.code === 'conflict') revalidatePath('/', 'layout');
    return refusal;
  }
  revalidatePath('/', 'layout');
  return answer;
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
