'use client';

import { startTransition, useActionState, useCallback, useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { type AssessmentValues, blankAssessment, isBlank } from '@/lib/catalogue/event-form';
import type { EventChoices } from '@/lib/catalogue/event-form-input';
import type { ErrorCode, FieldError } from '@/lib/errors';
import { AssessmentFields } from './assessment-fields';
import { ChoiceLists } from './choice-lists';
import { countOf, ErrorSummary } from './error-summary';
import { useWarningBeforeLeaving } from './form-habits';

/** What became of the assessment: empty fields once it is added, else everything that was typed. */
export type AssessmentAnswer = {
  values: AssessmentValues;
  code: ErrorCode | null;
  message: string | null;
  errors: FieldError[];
};

type Props = {
  action: (before: AssessmentAnswer, data: FormData) => Promise<AssessmentAnswer>;
  slug: string;
  country: string;
  timeZone: string;
  choices: EventChoices;
};

/** What one more assessor said, without the event's whole form. */
export function AddAssessmentForm({ action, slug, country, timeZone, choices }: Props) {
  const [answer, send, isSending] = useActionState(action, {
    values: blankAssessment(),
    code: null,
    message: null,
    errors: [],
  });
  const [shown, setShown] = useState({ answer, values: answer.values, errors: answer.errors });
  if (shown.answer !== answer)
    // What was typed while it was being sent stays, unless it is added.
    setShown({
      answer,
      values: answer.code === null ? answer.values : shown.values,
      errors: answer.errors,
    });
  const told = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (answer.message !== null) told.current?.focus();
  }, [answer]);
  useWarningBeforeLeaving(!isSending && !isBlank(shown.values));
  const change = useCallback((name: string, value: string) => {
    const field = name.replace(/^assessments\.0\./, '');
    setShown((before) => ({
      ...before,
      values: { ...before.values, [field]: value },
      errors: before.errors.filter(({ path }) => path !== name),
    }));
  }, []);
  const isRefused = answer.code !== null;

  return (
    <details className="mt-6 border-line border-y py-2" open={answer.message !== null || undefined}>
      <summary className="min-h-11 cursor-pointer py-2 font-medium underline-offset-4 hover:underline">
        Add an assessment
      </summary>
      <form
        action={send}
        noValidate
        aria-label="Add an assessment"
        className="pb-4"
        onSubmit={(event) => {
          event.preventDefault();
          const data = new FormData(event.currentTarget);
          if (!isSending) startTransition(() => send(data));
        }}
      >
        <input type="hidden" name="slug" value={slug} />
        {answer.message && isRefused ? (
          <ErrorSummary
            ref={told}
            message={
              answer.code === 'invalid' && shown.errors.length > 0 ? countOf(shown.errors) : answer.message
            }
            errors={shown.errors}
          />
        ) : null}
        {answer.message && !isRefused ? (
          <div
            ref={told}
            role="status"
            tabIndex={-1}
            className="my-3 border-accent border-l-4 bg-surface px-4 py-3"
          >
            {answer.message}
          </div>
        ) : null}
        <AssessmentFields
          place={0}
          assessment={shown.values}
          timeZone={timeZone}
          errors={Object.fromEntries(shown.errors.map(({ path, message }) => [path, message]))}
          onChange={change}
        />
        <div className="mt-4">
          <Button type="submit" look="secondary" disabled={isSending}>
            Add assessment
          </Button>
        </div>
        <ChoiceLists choices={choices} country={country} />
      </form>
    </details>
  );
}
