'use client';

import { useActionState } from 'react';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';

export type SetupAnswer = {
  name: string;
  email: string;
  message: string | null;
  /** By the name of the field. */
  errors: Record<string, string>;
};

type Props = {
  action: (before: SetupAnswer, data: FormData) => Promise<SetupAnswer>;
  token: string;
  /** The fewest characters of a password. */
  minLength: number;
};

export function SetupForm({ action, token, minLength }: Props) {
  const [answer, send, isSending] = useActionState(action, {
    name: '',
    email: '',
    message: null,
    errors: {},
  });
  const { errors } = answer;
  return (
    <form action={send} className="grid max-w-sm gap-5">
      {answer.message ? <Notice tone="problem" title={answer.message} /> : null}
      <input type="hidden" name="token" value={token} />
      <TextField
        key={`name ${answer.name}`}
        label="Name"
        name="name"
        hint="Stands beside what you record, for those who sign in."
        autoComplete="name"
        required
        defaultValue={answer.name}
        error={errors.name}
      />
      <TextField
        key={`email ${answer.email}`}
        label="Email"
        name="email"
        type="email"
        autoComplete="username"
        required
        defaultValue={answer.email}
        error={errors.email}
      />
      <TextField
        label="Password"
        name="password"
        type="password"
        hint={`At least ${minLength} characters: a few words will do.`}
        autoComplete="new-password"
        required
        error={errors.password}
      />
      <div>
        <Button type="submit" disabled={isSending}>
          Create account
        </Button>
      </div>
    </form>
  );
}
