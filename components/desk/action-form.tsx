'use client';

import { type ReactNode, startTransition, useActionState } from 'react';
import { Notice } from '@/components/ui/notice';

/** What an action that did not go through says; null before it was tried. */
export type ActionAnswer = { message: string } | null;

type Props = {
  action: (before: ActionAnswer, data: FormData) => Promise<ActionAnswer>;
  /** Sent along unseen. */
  fields: Record<string, string>;
  className?: string;
  children: ReactNode;
};

/** A small form of one or two buttons. What is typed into it stays when the action is refused. */
export function ActionForm({ action, fields, className, children }: Props) {
  const [answer, send, isSending] = useActionState(action, null);
  return (
    <form
      action={send}
      onSubmit={(event) => {
        event.preventDefault();
        const data = new FormData(event.currentTarget);
        if (!isSending) startTransition(() => send(data));
      }}
      className={className}
      aria-busy={isSending}
    >
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      {answer ? <Notice tone="problem" title={answer.message} /> : null}
    </form>
  );
}
