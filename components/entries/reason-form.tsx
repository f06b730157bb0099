'use client';

import { startTransition, useActionState, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { ErrorCode } from '@/lib/errors';

/** What an action that did not go through says, and the reason that was typed; without a code it was not tried yet. */
export type ReasonAnswer = { code: ErrorCode | null; message: string; reason: string };

type Props = {
  action: (before: ReasonAnswer, data: FormData) => Promise<ReasonAnswer>;
  /** Sent along unseen. */
  fields: Record<string, string>;
  button: string;
  placeholder: string;
};

/** One thing to be done, and why. */
export function ReasonForm({ action, fields, button, placeholder }: Props) {
  const [answer, send, isSending] = useActionState(action, { code: null, message: '', reason: '' });
  const [reason, setReason] = useState(answer.reason);
  const name = `reason-${fields.id}`;
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
      {Object.entries(fields).map(([key, value]) => (
        <input key={key} type="hidden" name={key} value={value} />
      ))}
      {answer.code ? <Notice tone="problem" title={answer.message} /> : null}
      <label htmlFor={name} className="mb-1 block font-medium text-sm">
        Reason for the change
      </label>
      <input
        id={name}
        name="reason"
        value={reason}
        placeholder={placeholder}
        onChange={(event) => setReason(event.target.value)}
        autoComplete="off"
        className="mb-4 min-h-11 w-full border border-line-strong bg-paper px-3 py-2 text-base"
      />
      <Button type="submit" disabled={isSending}>
        {button}
      </Button>
    </form>
  );
}
