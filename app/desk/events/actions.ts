'use server';

import type { ActionAnswer } from '@/components/desk/action-form';
import type { EventFormAnswer } from '@/components/desk/event-form';
import { discardDraft, editEvent, publishEvent, recallEvent, recordEvent } from '@/lib/catalogue/commands';
import { changeParts, fromFormData } from '@/lib/catalogue/event-form';
import { checkEventForm, fieldOf } from '@/lib/catalogue/event-form-input';
import { findEventAtDesk, getEventAtDesk, listChoices } from '@/lib/catalogue/queries';
import { publishedStatuses } from '@/lib/catalogue/vocabulary';
import { env } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { actAtDesk } from '../desk-action';
import { keepDecisionsWith } from '../doubts/keep-with-event';

/**
 * Save the form as a draft, new or edited. Without scripts its other buttons come here too, and get the form back with
 * one part more or fewer.
 */
export async function saveDraft(_before: EventFormAnswer, data: FormData): Promise<EventFormAnswer> {
  const values = fromFormData(data);
  const changed = changeParts(values, textOf(data, 'step'));
  const slug = textOf(data, 'slug');
  const revision = textOf(data, 'revision');
  if (changed) return { values: changed, errors: [], code: null, message: null, revision };

  const refusal = await actAtDesk(async (actor) => {
    const { input, errors } = checkEventForm(values, await listChoices());
    if (!input) {
      const count = errors.length === 1 ? '1 field needs' : `${errors.length} fields need`;
      throw new AppError('invalid', `${count} another look.`, errors);
    }
    const fallback = slug ? 'correction' : 'first report';
    const change = { actor, reason: values.reason.trim() || fallback, holdSeconds: 0 };
    const draft = { ...input, status: 'draft' };
    const decisions = await keepDecisionsWith(data, values, slug, actor);
    const { event } = slug
      ? await editEvent(slug, Number(revision), draft, change, decisions)
      : await recordEvent(draft, change, decisions);
    return `/desk/events/${event.slug}?saved=${slug || 'new'}`;
  });
  return {
    ...refusal,
    values,
    // Whoever is told that the draft has changed, and saves again, means to.
    revision:
      refusal.code === 'conflict' ? String((await findEventAtDesk(slug))?.revision ?? revision) : revision,
    errors: refusal.errors.map((error) => ({ ...error, path: fieldOf(error.path) })),
  };
}

/** Publish a draft as it was seen on its page. */
export async function publish(_before: ActionAnswer, data: FormData): Promise<ActionAnswer> {
  const slug = textOf(data, 'slug');
  return actAtDesk(async (actor) => {
    const status = publishedStatuses.find((known) => known === data.get('status')) ?? 'preliminary';
    const seen = await getEventAtDesk(slug);
    if (String(seen.revision) !== textOf(data, 'revision'))
      throw new AppError(
        'conflict',
        'This draft was changed since you opened it. Look at it again below, then publish.',
      );
    await publishEvent(slug, status, {
      actor,
      reason: textOf(data, 'reason').trim() || 'published',
      holdSeconds: env().ALERT_HOLD_SECONDS,
    });
    return `/desk/events/${slug}`;
  });
}

/** Undo a publication whose alert is still held. */
export async function undoPublication(_before: ActionAnswer, data: FormData): Promise<ActionAnswer> {
  const slug = textOf(data, 'slug');
  return actAtDesk(async (actor) => {
    await recallEvent(slug, { actor, reason: 'publication undone', holdSeconds: 0 });
    return `/desk/events/${slug}`;
  });
}

/** Delete a draft that was never public. */
export async function discard(_before: ActionAnswer, data: FormData): Promise<ActionAnswer> {
  return actAtDesk(async (actor) => {
    await discardDraft(textOf(data, 'slug'), { actor, reason: 'discarded', holdSeconds: 0 });
    return '/desk';
  });
}

function textOf(data: FormData, name: string): string {
  const value = data.get(name);
  return typeof value === 'string' ? value : '';
}
