'use client';

import { startTransition, useActionState } from 'react';
import { ClassSwatch } from '@/components/charts/class-swatch';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { whenUnreachable } from '@/components/ui/when-unreachable';
import { emptySubscribeForm, type SubscribeState, typedSubscription } from '@/lib/alerts/subscribe-form';
import { missileClasses } from '@/lib/catalogue/classes';

/** Address, classes and countries. Without JavaScript it is sent and answered like any form. */
export function SubscribeForm({
  subscribe,
  countries,
  ticked,
}: {
  subscribe: Subscribe;
  countries: { id: string; name: string }[];
  ticked: { countries: string[]; classes: string[] };
}) {
  const [posted, post] = useActionState(subscribe, { ...emptySubscribeForm, ...ticked });
  const [state, send, isSending] = useActionState(subscribeFromHere(subscribe), posted);
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
    <form
      action={post}
      onSubmit={(event) => {
        event.preventDefault();
        const data = new FormData(event.currentTarget);
        if (!isSending) startTransition(() => send(data));
      }}
      key={JSON.stringify(state)}
      className="grid max-w-xl gap-6"
      noValidate
    >
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
      <Choices
        legend="Which missiles"
        hint="Tick none to be told of every class."
        name="class"
        options={classOptions}
        isClass
        ticked={state.classes}
        error={state.errors.filter}
      />
      <Choices
        legend="Whose tests"
        hint="Tick none to be told of every country’s."
        name="country"
        options={countries}
        ticked={state.countries}
      />
      <div>
        <Button type="submit" disabled={isSending}>
          Subscribe
        </Button>
      </div>
    </form>
  );
}

type Subscribe = (state: SubscribeState, form: FormData) => Promise<SubscribeState>;

/** Where the server cannot be reached, what was typed stands in the answer as it does in the server's own. */
function subscribeFromHere(subscribe: Subscribe): Subscribe {
  return (before, form) =>
    whenUnreachable(subscribe, () => ({
      ...before,
      ...typedSubscription(form),
      errors: {},
      message: 'The server could not be reached. Try again once you are back online.',
    }))(before, form);
}

type Option = { id: string; name: string };

const classOptions: Option[] = missileClasses.map(({ id, name }) => ({
  id,
  name: id === 'unknown' ? 'Missiles of unknown class' : pluralName(name),
}));

function Choices({
  legend,
  hint,
  name,
  options,
  ticked,
  isClass = false,
  error,
}: {
  legend: string;
  hint: string;
  name: string;
  options: Option[];
  ticked: string[];
  /** Whether each has the mark of its class. */
  isClass?: boolean;
  error?: string | undefined;
}) {
  return (
    <fieldset>
      <legend className="font-medium text-sm">{legend}</legend>
      <p className="mt-1 text-muted text-sm">{hint}</p>
      <ul className="mt-2 border-line border-t">
        {options.map((option) => (
          <li key={option.id} className="border-line border-b">
            <label className="flex min-h-11 cursor-pointer items-center gap-3 text-sm">
              <input
                type="checkbox"
                name={name}
                value={option.id}
                defaultChecked={ticked.includes(option.id)}
                className="size-4 accent-accent"
              />
              {isClass ? <ClassSwatch id={option.id} /> : null}
              {option.name}
            </label>
          </li>
        ))}
      </ul>
      {error ? <p className="mt-1 font-medium text-notice text-sm">{error}</p> : null}
    </fieldset>
  );
}

function pluralName(name: string): string {
  return `${name.charAt(0).toUpperCase()}${name.slice(1)}s`;
}
