'use server';

import type { AssessmentAnswer } from '@/components/desk/add-assessment-form';
import type { LedgerAnswer } from '@/components/desk/ledger-answer';
import type { StatusAnswer } from '@/components/desk/status-form';
import { adoptFigure, takeBackAdoption } from '@/lib/catalogue/adoption-commands';
import { checkAssessmentForm, onlyAssessment } from '@/lib/catalogue/assessment-form';
import { addAssessment, editEvent } from '@/lib/catalogue/commands';
import { blankAssessment, fromFormData } from '@/lib/catalogue/event-form';
import { fieldOf } from '@/lib/catalogue/event-form-input';
import { getEventAtDesk, listChoices } from '@/lib/catalogue/queries';
import { reasonInput } from '@/lib/catalogue/schema';
import { statuses } from '@/lib/catalogue/vocabulary';
import { env } from '@/lib/env';
import { AppError, invalidField } from '@/lib/errors';
import { actAtDesk, answerAtDesk } from '../../desk-action';

/** Adopt a claim's figure (`adopt`: salvo, figure and claim), or undo the last adoption (`undo`: salvo, figure and the revision that it made). */
export async function adopt(before: LedgerAnswer | null, data: FormData): Promise<LedgerAnswer> {
  const slug = textOf(data, 'slug');
  // Keys are pressed faster than pages are drawn: what one has just adopted oneself is no conflict.
  const seen = Math.max(Number(textOf(data, 'revision')) || 0, Number(before?.revision) || 0);
  const undone = textOf(data, 'undo');
  const [salvo, figure, last] = (undone || textOf(data, 'adopt')).split('.');
  const outcome = await answerAtDesk(async (actor) => {
    const change = { actor, holdSeconds: env().ALERT_HOLD_SECONDS };
    const of = { salvo: Number(salvo), figure };
    const { event, sentence, changed } = undone
      ? await takeBackAdoption(slug, Number(last), of, change)
      : await adoptFigure(slug, seen, { ...of, assessment: Number(last) }, change);
    const undo = !undone && changed ? `${salvo}.${figure}.${event.revision}` : null;
    return { code: null, message: sentence, errors: [], undo, revision: event.revision };
  });
  return outcome.code === null ? outcome : { ...outcome, undo: null, revision: before?.revision ?? 0 };
}

/** Add what one more assessor said. */
export async function addOneAssessment(
  _before: AssessmentAnswer | null,
  data: FormData,
): Promise<AssessmentAnswer> {
  const slug = textOf(data, 'slug');
  const values = fromFormData(data).assessments[0] ?? blankAssessment();
  const outcome = await answerAtDesk(async (actor) => {
    const { input, errors } = checkAssessmentForm(values, await getEventAtDesk(slug), await listChoices());
    if (!input) throw new AppError('invalid', 'This cannot be added yet.', errors);
    const reason = `Assessment of ${input.assessor} added`;
    const { event } = await addAssessment(slug, input, {
      actor,
      reason,
      holdSeconds: env().ALERT_HOLD_SECONDS,
    });
    return {
      code: null,
      message: `Claim ${event.assessments.length}, ${input.assessor}, is added. Its figures can be adopted above.`,
      errors: [],
    };
  });
  if (outcome.code === null) return { ...outcome, values: blankAssessment() };
  const errors = outcome.errors.map(({ path, message }) => ({
    path: fieldOf(path.replace(/^assessments\.\d+/, onlyAssessment)),
    message,
  }));
  return { ...outcome, errors, values };
}

/** Confirm, dispute, withdraw or reinstate a published event, with the reason that readers see. */
export async function changeStatus(_before: StatusAnswer | null, data: FormData): Promise<StatusAnswer> {
  const slug = textOf(data, 'slug');
  const reason = textOf(data, 'reason');
  const status = textOf(data, 'status');
  const refusal = await actAtDesk(async (actor) => {
    const why = reasonInput.safeParse(reason);
    if (reason.trim() === '') throw invalidField('reason', 'Say why: readers see it.');
    if (!why.success)
      throw invalidField('reason', `The reason ${why.error.issues[0]?.message ?? 'cannot be kept'}.`);
    const known = statuses.find((one) => one === status);
    if (!known) throw invalidField('status', 'Choose a status.');
    const stands = known === 'disputed' || known === 'withdrawn';
    const { changed } = await editEvent(
      slug,
      Number(textOf(data, 'revision')),
      { ...(await getEventAtDesk(slug)), status: known, statusReason: stands ? why.data : null },
      { actor, reason: why.data, holdSeconds: env().ALERT_HOLD_SECONDS },
    );
    return `/desk/events/${slug}${changed ? '' : '?unchanged=1'}`;
  });
  return { ...refusal, reason, status };
}

function textOf(data: FormData, name: string): string {
  const value = data.get(name);
  return typeof value === 'string' ? value : '';
}
