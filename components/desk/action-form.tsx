'use client';

import { type ReactNode, startTransition, useActionState } from 'react';
import { Notice } from '@/components/ui/notice';
import { whenUnreachable } from '@/components/ui/when-unreachable';

/** What an action that did not go through says; null before it was tried. */
export type ActionAnswer = { message: string } | null;

type Props = {
  action: (before: ActionAnswer, data: FormData) => Promise<ActionAnswer>;
  /** Sent along unseen. */
  fields: Record<string, string>;
  className?: string;
  children: ReactNode;
};

const unreachable = (): ActionAnswer => ({
  message: 'The server could not be reached. Try again once you are back online.',
});

/** A small form of one or two buttons. What is typed into it stays when the action is refused. */
export function ActionForm({ action, fields, className, children }: Props) {
  const [posted, post] = useActionState(action, null);
  const [answer, send, isSending] = useActionState(whenUnreachable(action, unreachable), posted);
  return (
    <form
      action={post}
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
