'use server';

import type { ActionAnswer } from '@/components/desk/action-form';
import type { EventFormAnswer } from '@/components/desk/event-form-answer';
import { discardDraft, editEvent, publishEvent, recallEvent, recordEvent } from '@/lib/catalogue/commands';
import { currentSlug, readOpenedForm, readSince } from '@/lib/catalogue/edit-since';
import { changeParts, type EventFormValues, fromFormData } from '@/lib/catalogue/event-form';
import { checkEventForm, fieldOf } from '@/lib/catalogue/event-form-input';
import { applyPatch, readPatch } from '@/lib/catalogue/event-form-patch';
import { withoutOutdatedSources } from '@/lib/catalogue/event-form-sources';
import { listChoices } from '@/lib/catalogue/queries';
import { publishedStatuses } from '@/lib/catalogue/vocabulary';
import { env } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { actAtDesk } from '../desk-action';
import { keepDecisionsWith } from '../doubts/keep-with-event';

/**
 * Save the form: a draft, new or edited, or the correction of a published event. Without scripts its other buttons come here
 * too, and get the form back with one part more or fewer.
 */
export async function saveEvent(_before: EventFormAnswer, data: FormData): Promise<EventFormAnswer> {
  const values = withChoices(fromFormData(data), data);
  const revision = textOf(data, 'revision');
  const changed = changeParts(values, textOf(data, 'step'));
  const sent = { values, slug: textOf(data, 'slug'), revision, since: null };
  if (changed) return { ...sent, values: changed, errors: [], code: null, message: null };

  const slug = sent.slug && (await currentSlug(sent.slug, Number(revision)));
  const refusal = await actAtDesk(async (actor) => {
    const opened = slug ? await readOpenedForm(slug, Number(revision)) : null;
    const { input, errors } = checkEventForm(
      opened ? withoutOutdatedSources(values, opened) : values,
      await listChoices(),
    );
    if (!input) {
      const count = errors.length === 1 ? '1 field needs' : `${errors.length} fields need`;
      throw new AppError('invalid', `${count} another look.`, errors);
    }
    const reason = values.reason.trim() || (slug ? 'correction' : 'first report');
    const change = { actor, reason, holdSeconds: env().ALERT_HOLD_SECONDS };
    const decisions = await keepDecisionsWith(data, values, slug, actor);
    const { event, changed } = slug
      ? await editEvent(slug, Number(revision), input, change, decisions)
      : await recordEvent({ ...input, status: 'draft' }, change, decisions);
    return `/desk/events/${event.slug}?saved=${slug || 'new'}${changed ? '' : '&unchanged=1'}`;
  });
  const since = refusal.code === 'conflict' ? await readSince(slug, Number(revision)) : null;
  // What changed meanwhile is said by the form, of its own fields.
  const errors = since ? [] : refusal.errors.map((error) => ({ ...error, path: fieldOf(error.path) }));
  return { ...refusal, ...sent, since, errors };
}

/** Without scripts, what was chosen between one's own and somebody else's change comes with the form. */
function withChoices(values: EventFormValues, data: FormData): EventFormValues {
  return [...data.entries()].reduce((chosen, [name, value]) => {
    const patch = name.startsWith('choice.') && typeof value === 'string' ? readPatch(value) : null;
    return patch ? applyPatch(chosen, patch) : chosen;
  }, values);
}

/** Publish a draft as it was seen on its page. */
export async function publish(_before: ActionAnswer, data: FormData): Promise<ActionAnswer> {
  const slug = textOf(data, 'slug');
  return actAtDesk(async (actor) => {
    const status = publishedStatuses.find((known) => known === data.get('status')) ?? 'preliminary';
    const change = {
      actor,
      reason: textOf(data, 'reason').trim() || 'published',
      holdSeconds: env().ALERT_HOLD_SECONDS,
    };
    await publishEvent(slug, status, change, Number(textOf(data, 'revision')));
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
