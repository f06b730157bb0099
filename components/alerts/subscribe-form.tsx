'use client';

import { useActionState } from 'react';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { emptySubscribeForm, type SubscribeState } from '@/lib/alerts/subscribe-form';
import { missileClasses } from '@/lib/catalogue/classes';

/** Address, classes and countries. Without JavaScript it is sent and answered like any form. */
export function SubscribeForm({
  subscribe,
  countries,
  ticked,
}: {
  subscribe: (state: SubscribeState, form: FormData) => Promise<SubscribeState>;
  countries: { id: string; name: string }[];
  ticked: { countries: string[]; classes: string[] };
}) {
  const [state, action, isSending] = useActionState(subscribe, { ...emptySubscribeForm, ...ticked });
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
      <Choices
        legend="Which missiles"
        hint="Tick none to be told of every class."
        name="class"
        options={classOptions}
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

type Option = { id: string; name: string; colour?: string };

const classOptions: Option[] = missileClasses.map(({ id, name }) => ({
  id,
  name: id === 'unknown' ? 'Missiles of unknown class' : pluralName(name),
  colour: `var(--class-${id.toLowerCase()})`,
}));

function Choices({
  legend,
  hint,
  name,
  options,
  ticked,
  error,
}: {
  legend: string;
  hint: string;
  name: string;
  options: Option[];
  ticked: string[];
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
              {option.colour ? (
                <span aria-hidden="true" className="size-2.5" style={{ background: option.colour }} />
              ) : null}
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
