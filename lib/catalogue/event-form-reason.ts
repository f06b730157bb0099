import type { FieldError } from '@/lib/errors';
import { type EventFormValues, isDraftForm } from './event-form';
import { reasonInput } from './schema';

/** Why a published event is changed is for its readers; why a draft is, may be left to the desk. */
export function reasonErrors(values: EventFormValues): FieldError[] {
  if (values.reason.trim() === '')
    return isDraftForm(values)
      ? []
      : [{ path: 'reason', message: 'Say why it is changed: readers see it in the history.' }];
  const [issue] = reasonInput.safeParse(values.reason).error?.issues ?? [];
  return issue ? [{ path: 'reason', message: issue.message }] : [];
}
