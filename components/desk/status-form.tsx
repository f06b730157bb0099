'use client';

import { startTransition, useActionState } from 'react';
import { Button } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { statusWords } from '@/lib/catalogue/event-sentences';
import type { Status } from '@/lib/catalogue/vocabulary';
import type { ErrorCode, FieldError } from '@/lib/errors';

/** Why a status was not changed, with what was typed; null before it was tried. */
export type StatusAnswer = {
  code: ErrorCode;
  message: string;
  errors: FieldError[];
  reason: string;
  status: string;
};

export type StatusAction = (before: StatusAnswer | null, data: FormData) => Promise<StatusAnswer>;

type Props = {
  action: StatusAction;
  slug: string;
  revision: number;
  /** What it can become: one needs no choosing. */
  statuses: readonly Status[];
  button: string;
  hint: string;
};

/** Another status for a published event, and why. */
export function StatusForm({ action, slug, revision, statuses, button, hint }: Props) {
  const [answer, send, isSending] = useActionState(action, null);
  const atReason = answer?.errors.find(({ path }) => path === 'reason' || path === 'statusReason');
  const others = answer?.errors.filter((error) => error !== atReason) ?? [];
  const [first] = statuses;
  const id = `reason-${button.toLowerCase().replaceAll(' ', '-')}`;
  return (
    <form
      action={send}
      noValidate
      aria-label={button}
      aria-busy={isSending}
      className="max-w-2xl pb-3"
      onSubmit={(event) => {
        event.preventDefault();
        const data = new FormData(event.currentTarget);
        if (!isSending) startTransition(() => send(data));
      }}
    >
      <input type="hidden" name="slug" value={slug} />
      <input type="hidden" name="revision" value={revision} />
      {answer && (!atReason || others.length > 0) ? (
        <Notice tone="problem" title={answer.message}>
          {others.length > 0 ? (
            <ul>
              {others
                .filter(({ message }) => message !== answer.message)
                .map(({ path, message }) => (
                  <li key={`${path} ${message}`}>{message}</li>
                ))}
            </ul>
          ) : null}
        </Notice>
      ) : null}
      {statuses.length === 1 ? (
        <input type="hidden" name="status" value={first} />
      ) : (
        <fieldset className="mb-3">
          <legend className="sr-only">New status</legend>
          {statuses.map((status) => (
            <label key={status} className="flex min-h-11 items-baseline gap-2 py-2 sm:min-h-8 sm:py-1">
              <input
                type="radio"
                name="status"
                value={status}
                defaultChecked={status === (answer?.status || first)}
                className="size-4 shrink-0 translate-y-0.5 accent-accent"
              />
              <span>
                {status}
                <span className="text-muted">. {statusWords[status].meaning}</span>
              </span>
            </label>
          ))}
        </fieldset>
      )}
      <Field label="Reason, which readers see" name={id} hint={hint} error={atReason?.message} required>
        <textarea
          id={id}
          name="reason"
          rows={2}
          maxLength={300}
          required
          defaultValue={answer?.reason ?? ''}
          aria-invalid={atReason ? true : undefined}
          aria-describedby={[`${id}-hint`, atReason ? `${id}-error` : ''].join(' ').trim()}
          className="min-h-11 w-full border border-line-strong bg-paper px-3 py-2 text-base aria-invalid:border-2 aria-invalid:border-notice"
        />
      </Field>
      <Button type="submit" look="secondary" className="mt-3" disabled={isSending}>
        {button}
      </Button>
    </form>
  );
}
