'use client';

import { startTransition, useActionState, useEffect, useRef, useState } from 'react';
import { CompactText } from '@/components/desk/compact-fields';
import { ErrorSummary } from '@/components/desk/error-summary';
import { useWarningBeforeLeaving } from '@/components/desk/form-habits';
import { Button } from '@/components/ui/button';
import { blankCitation, citationPlaces, type EntryFormValues } from '@/lib/catalogue/entry-form';
import type { ClassId, EntryKind } from '@/lib/catalogue/vocabulary';
import type { ErrorCode, FieldError } from '@/lib/errors';
import { ContextFields } from './context-fields';
import { NamedFields } from './named-fields';

/** What the server answers: everything that was typed, and what is wrong with it. */
export type EntryFormAnswer = {
  kind: EntryKind;
  values: EntryFormValues;
  errors: FieldError[];
  code: ErrorCode | null;
  message: string | null;
  /** The last edit that the form's writer has seen: see `lastEdit`. */
  seen: string;
};

type Props = {
  action: (before: EntryFormAnswer, data: FormData) => Promise<EntryFormAnswer>;
  kind: EntryKind;
  /** Empty for a new entry. */
  id: string;
  initial: EntryFormValues;
  seen: number;
  countries: { id: string; name: string }[];
  /** Of a system: how many salvos of record it has of each class. */
  salvos?: { class: ClassId; salvos: number }[];
};

/** The form of a system, a site, an assessor or a context item. */
export function EntryForm({ action, kind, id, initial, seen, countries, salvos = [] }: Props) {
  const [answer, send, isSending] = useActionState(action, {
    kind,
    values: initial,
    errors: [],
    code: null,
    message: null,
    seen: String(seen),
  });
  const [values, setValues] = useState(answer.values);
  const [isChanged, setChanged] = useState(false);
  const [fixed, setFixed] = useState<{ answer: EntryFormAnswer; names: string[] }>({ answer, names: [] });
  if (fixed.answer !== answer) setFixed({ answer, names: [] });
  const summary = useRef<HTMLDivElement>(null);

  const errors = answer.errors.filter(({ path }) => !fixed.names.includes(path));
  const errorAt = Object.fromEntries(errors.map(({ path, message }) => [path, message]));
  const change = (name: string, value: string) => {
    setChanged(true);
    setFixed((before) => ({ ...before, names: [...before.names, name] }));
    setValues((before) => ({ ...before, [name]: value }));
  };
  const field = (name: string) => ({
    name,
    value: values[name] ?? '',
    error: errorAt[name],
    onChange: change,
  });

  // A new answer: whoever cannot see the page hears what is wrong, and is taken there.
  useEffect(() => {
    if (answer.message) summary.current?.focus();
  }, [answer]);
  useWarningBeforeLeaving(isChanged && !isSending);

  return (
    <form
      action={send}
      noValidate
      aria-busy={isSending}
      onSubmit={(event) => {
        event.preventDefault();
        const data = new FormData(event.currentTarget);
        if (!isSending) startTransition(() => send(data));
      }}
    >
      {/* Enter in a field saves: the first button of a form is the one that Enter presses. */}
      <button type="submit" name="step" value="save" tabIndex={-1} aria-hidden="true" className="sr-only" />
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="seen" value={answer.seen} />
      {answer.message ? (
        <ErrorSummary ref={summary} message={answer.message} errors={errors} help={helpFor(answer.code)} />
      ) : null}
      {kind === 'context' ? (
        <ContextFields
          values={values}
          errors={errorAt}
          field={field}
          countries={countries}
          onAddCitation={() => {
            const place = Math.max(...citationPlaces(values)) + 1;
            setValues((before) => ({ ...before, ...blankCitation(place) }));
            setChanged(true);
          }}
        />
      ) : (
        <NamedFields
          kind={kind}
          values={values}
          initial={initial}
          isNew={id === ''}
          field={field}
          countries={countries}
          salvos={salvos}
        />
      )}
      <div className="grid grid-cols-2 gap-x-4 gap-y-3 border-line border-t py-4 lg:grid-cols-12">
        <CompactText
          {...field('reason')}
          placeholder={id === '' ? 'first entry' : 'correction'}
          hint="Stands in the history, of this entry and of every event that it changes."
          width="col-span-2 lg:col-span-8"
        />
      </div>
      <p className="border-ink border-t py-4">
        <Button type="submit" name="step" value="save" disabled={isSending}>
          {id === '' ? 'Add' : 'Save'}
        </Button>
      </p>
    </form>
  );
}

function helpFor(code: ErrorCode | null) {
  return code === 'unauthenticated'
    ? { href: '/sign-in', title: 'Sign in in another tab, then save again here' }
    : undefined;
}
