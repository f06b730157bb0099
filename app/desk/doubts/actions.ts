'use server';

import type { ActionAnswer } from '@/components/desk/action-form';
import { keepDecision, takeBackDecision } from '@/lib/catalogue/doubts/doubt-commands';
import { actAtDesk } from '../desk-action';

/** Keep it that an event is right as it is, whatever a doubt says. */
export async function decideDoubt(_before: ActionAnswer, data: FormData): Promise<ActionAnswer> {
  const slug = textOf(data, 'slug');
  return actAtDesk(async (actor) => {
    await keepDecision(slug, { key: textOf(data, 'key'), note: textOf(data, 'note') }, { actor });
    return `/desk/events/${slug}`;
  });
}

/** Open a doubt again. */
export async function reopenDoubt(_before: ActionAnswer, data: FormData): Promise<ActionAnswer> {
  const slug = textOf(data, 'slug');
  return actAtDesk(async (actor) => {
    await takeBackDecision(slug, textOf(data, 'key'), { actor });
    return `/desk/events/${slug}`;
  });
}

function textOf(data: FormData, name: string): string {
  const value = data.get(name);
  return typeof value === 'string' ? value : '';
}
