import type { FieldError } from '@/lib/errors';
import { type AssessmentValues, blankEvent, blankSalvo, isBlank } from './event-form';
import { checkEventForm, type EventChoices } from './event-form-input';
import type { EventRecord } from './event-record';
import { needed } from './needed';
import type { AssessmentInput } from './schema';

/** The name that the one assessment of a short form has in it. */
export const onlyAssessment = 'assessments.0';

/** One more assessment of an event as it was typed, checked as the event's whole form checks it. */
export function checkAssessmentForm(
  values: AssessmentValues,
  event: Pick<EventRecord, 'country' | 'localDate'>,
  choices: EventChoices,
): { input: AssessmentInput | null; errors: FieldError[] } {
  // An assessment that is left empty is no mistake in an event; here it is all there is.
  if (isBlank(values))
    return {
      input: null,
      errors: ['assessor', 'text'].map((field) => ({
        path: `${onlyAssessment}.${field}`,
        message: needed,
      })),
    };
  const { input, errors } = checkEventForm(
    {
      ...blankEvent(event.country),
      localDate: event.localDate,
      salvos: [{ ...blankSalvo(), countMin: '1' }],
      assessments: [values],
    },
    choices,
  );
  return { input: input?.assessments[0] ?? null, errors };
}
