'use client';

import { useActionState } from 'react';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { emptySubscribeForm, type SubscribeState } from '@/lib/alerts/subscribe-form';
import { missileClasses } from '@/lib/catalogue/classes';

/** Address and classes. Without JavaScript it is sent and answered like any form. */
export function SubscribeForm({
  subscribe,
  classes,
}: {
  subscribe: (state: SubscribeState, form: FormData) => Promise<SubscribeState>;
  classes: string[];
}) {
  const [state, action, isSending] = useActionState(subscribe, { ...emptySubscribeForm, classes });
  if (state.sent) {
    return (
      <Notice title="Look in your inbox">
        A mail is on its way to {state.email}. Its link leads to a page with one button; alerts begin when
        that is pressed. The link is good for two days.
      </Notice>
    );
  }
  return (
    // What was typed stands in the defaults; the key makes a refused form take them up.
    <form action={action} key={JSON.stringify(state)} className="grid max-w-xl gap-6" noValidate>
      {state.message ? (
        <Notice tone="problem" title="That did not work">
          {state.message}
        </Notice>
      ) : null}
      <TextField
        label="Email"
        name="email"
        type="email"
        autoComplete="email"
        required
        defaultValue={state.email}
        error={state.errors.email}
      />
      <ClassChoices ticked={state.classes} error={state.errors.filter} />
      <div>
        <Button type="submit" disabled={isSending}>
          Subscribe
        </Button>
      </div>
    </form>
  );
}

function ClassChoices({ ticked, error }: { ticked: string[]; error?: string }) {
  return (
    <fieldset>
      <legend className="font-medium text-sm">Which missiles</legend>
      <p className="mt-1 text-muted text-sm">Tick none to be told of every test.</p>
      <ul className="mt-2 border-line border-t">
        {missileClasses.map(({ id, name }) => (
          <li key={id} className="border-line border-b">
            <label className="flex min-h-11 cursor-pointer items-center gap-3 text-sm">
              <input
                type="checkbox"
                name="class"
                value={id}
                defaultChecked={ticked.includes(id)}
                className="size-4 accent-accent"
              />
              <span
                aria-hidden="true"
                className="size-2.5"
                style={{ background: `var(--class-${id.toLowerCase()})` }}
              />
              {id === 'unknown' ? 'Missiles of unknown class' : pluralName(name)}
            </label>
          </li>
        ))}
      </ul>
      {error ? <p className="mt-1 font-medium text-notice text-sm">{error}</p> : null}
    </fieldset>
  );
}

const pluralName = (name: string) => `${name.charAt(0).toUpperCase()}${name.slice(1)}s`;
