'use client';

import { useActionState } from 'react';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';

export type SignInAnswer = { email: string; message: string | null };

type Props = {
  action: (before: SignInAnswer, data: FormData) => Promise<SignInAnswer>;
  /** Where to go from here: a path of this site. */
  next: string;
};

export function SignInForm({ action, next }: Props) {
  const [answer, send, isSending] = useActionState(action, { email: '', message: null });
  return (
    <form action={send} className="grid max-w-sm gap-5">
      {answer.message ? <Notice tone="problem" title={answer.message} /> : null}
      <input type="hidden" name="next" value={next} />
      <TextField
        label="Email"
        name="email"
        type="email"
        autoComplete="username"
        required
        defaultValue={answer.email}
        key={answer.email}
      />
      <TextField label="Password" name="password" type="password" autoComplete="current-password" required />
      <div>
        <Button type="submit" disabled={isSending}>
          Sign in
        </Button>
      </div>
    </form>
  );
}
