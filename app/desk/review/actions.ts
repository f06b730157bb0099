'use server';

import type { ActionAnswer } from '@/components/desk/action-form';
import type { RemarkAnswer } from '@/components/desk/remark-form';
import type { Actor } from '@/lib/catalogue/permissions';
import { declineCorrection, takeUpCorrection } from '@/lib/catalogue/reader-correction-commands';
import { submittedSilently } from '@/lib/catalogue/review';
import { addComment, returnDraft, submitDraft } from '@/lib/catalogue/review-commands';
import { actAtDesk } from '../desk-action';

/** Put a draft into review, with or without a word to the editor. */
export async function submitForReview(_before: RemarkAnswer, data: FormData): Promise<RemarkAnswer> {
  return remark(data, async (slug, word, actor) => {
    await submitDraft(slug, { actor, reason: word.trim() || submittedSilently });
    return `/desk/events/${slug}`;
  });
}

/** Give a draft in review back, with what is missing. */
export async function returnToBeWorkedOn(_before: RemarkAnswer, data: FormData): Promise<RemarkAnswer> {
  return remark(data, async (slug, reason, actor) => {
    await returnDraft(slug, { actor, reason });
    return '/desk/review';
  });
}

/** Say something about an event to whoever works at the desk. */
export async function comment(_before: RemarkAnswer, data: FormData): Promise<RemarkAnswer> {
  return remark(data, async (slug, text, actor) => {
    await addComment(slug, text, { actor });
    return `/desk/events/${slug}#comments`;
  });
}

/** Note which revision took a reader's correction up. */
export async function takeUp(_before: ActionAnswer, data: FormData): Promise<ActionAnswer> {
  return actAtDesk(async (actor) => {
    const revision = Number(textOf(data, 'revision'));
    const byName = data.get('withoutName') === null;
    await takeUpCorrection(Number(textOf(data, 'id')), { revision, byName }, { actor });
    return '/desk/review';
  });
}

/** Note why a reader's correction is not taken up. */
export async function decline(_before: RemarkAnswer, data: FormData): Promise<RemarkAnswer> {
  return remark(data, async (id, reason, actor) => {
    await declineCorrection(Number(id), reason, { actor });
    return '/desk/review';
  });
}

/** What is typed into one field about one thing: it comes back where the action does not go through. */
async function remark(
  data: FormData,
  work: (about: string, text: string, actor: Actor) => Promise<string>,
): Promise<RemarkAnswer> {
  const text = textOf(data, 'text');
  const { code, message, errors } = await actAtDesk((actor) => work(textOf(data, 'about'), text, actor));
  return { code, message: errors[0]?.message ?? message, text };
}

function textOf(data: FormData, name: string): string {
  const value = data.get(name);
  return typeof value === 'string' ? value : '';
}
