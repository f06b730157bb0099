'use client';

import { startTransition, useActionState, useId } from 'react';
import { Button } from '@/components/ui/button';
import type { ErrorCode } from '@/lib/errors';

/** An action that did not go through: why, and what was typed; null before it was tried. */
export type RemarkAnswer = { code: ErrorCode; message: string; text: string } | null;

export type RemarkAction = (before: RemarkAnswer, data: FormData) => Promise<RemarkAnswer>;

type Props = {
  action: RemarkAction;
  /** The event's slug, or the id of a reader's correction. */
  about: string;
  label: string;
  hint?: string;
  button: string;
  look?: 'primary' | 'secondary';
  isOptional?: boolean;
};

/** One field and one button. What is typed stays when the action is refused, with scripts and without. */
export function RemarkForm({ action, about, label, hint, button, look = 'secondary', isOptional }: Props) {
  const [answer, send, isSending] = useActionState(action, null);
  const id = useId();
  const described = [hint ? `${id}-hint` : '', answer ? `${id}-error` : ''].filter(Boolean).join(' ');
  return (
    <form
      action={send}
      onSubmit={(event) => {
        event.preventDefault();
        const data = new FormData(event.currentTarget);
        if (!isSending) startTransition(() => send(data));
      }}
      className="max-w-xl"
      aria-busy={isSending}
    >
      <input type="hidden" name="about" value={about} />
      <label htmlFor={id} className="mb-1 block font-medium text-sm">
        {label}
        {isOptional ? <span className="font-normal text-muted"> (optional)</span> : null}
      </label>
      <textarea
        id={id}
        name="text"
        rows={2}
        required={!isOptional}
        defaultValue={answer?.text}
        aria-invalid={answer ? true : undefined}
        aria-describedby={described || undefined}
        className="min-h-11 w-full border border-line-strong bg-paper px-3 py-2 text-base aria-invalid:border-2 aria-invalid:border-notice"
      />
      {hint ? (
        <p id={`${id}-hint`} className="mt-1 text-muted text-sm">
          {hint}
        </p>
      ) : null}
      {answer ? (
        <p id={`${id}-error`} role="alert" className="mt-1 font-medium text-notice text-sm">
          {answer.message}
        </p>
      ) : null}
      <Button type="submit" look={look} className="mt-3">
        {button}
      </Button>
    </form>
  );
}
