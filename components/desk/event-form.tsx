'use client';

import {
  startTransition,
  useActionState,
  useCallback,
  useEffect,
  useMemo,
  useReducer,
  useRef,
  useState,
} from 'react';
import { Button } from '@/components/ui/button';
import { whenUnreachable } from '@/components/ui/when-unreachable';
import type { EventFormValues } from '@/lib/catalogue/event-form';
import { checkEventForm, type EventChoices, zoneOf } from '@/lib/catalogue/event-form-input';
import type { ErrorCode, FieldError } from '@/lib/errors';
import { AssessmentFields } from './assessment-fields';
import { ChoiceLists } from './choice-lists';
import { CitationFields } from './citation-fields';
import { CompactSelect, CompactText, CompactTextArea } from './compact-fields';
import { DoubtsAt } from './doubts-at';
import { DoubtsSummary } from './doubts-summary';
import { countOf, ErrorSummary } from './error-summary';
import { formReducer, initialFormState } from './event-form-state';
import { useShortcuts, useWarningBeforeLeaving } from './form-habits';
import { FormPart } from './form-part';
import { assessorsOf, SalvoFields } from './salvo-fields';
import { UnsavedCopyOffer } from './unsaved-copy-offer';
import { useDoubts } from './use-doubts';
import { useUnsavedCopy } from './use-unsaved-copy';

/** What the server answers: everything that was typed, and what is wrong with it. */
export type EventFormAnswer = {
  values: EventFormValues;
  errors: FieldError[];
  code: ErrorCode | null;
  message: string | null;
  /** Of the draft, as its writer last saw it; empty for a new event. */
  revision: string;
};

type Props = {
  action: (before: EventFormAnswer, data: FormData) => Promise<EventFormAnswer>;
  initial: EventFormValues;
  choices: EventChoices;
  /** The draft that is edited, as it was opened. */
  draft?: { slug: string; revision: number };
};

export function EventForm({ action, initial, choices, draft }: Props) {
  const [posted, post] = useActionState(action, {
    values: initial,
    errors: [],
    code: null,
    message: null,
    revision: String(draft?.revision ?? ''),
  });
  const [answer, send, isSending] = useActionState(whenUnreachable(action, unreachable), posted);
  const [{ values, keys, removed, goTo }, tell] = useReducer(formReducer, answer.values, initialFormState);
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set());
  const [isChanged, setChanged] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const [fromServer, setFromServer] = useState({ answer, errors: answer.errors, turn: 0 });
  if (fromServer.answer !== answer)
    setFromServer({ answer, errors: answer.errors, turn: fromServer.turn + 1 });
  const form = useRef<HTMLFormElement>(null);
  const summary = useRef<HTMLDivElement>(null);
  const id = draft?.slug ?? 'new';
  const unsaved = useUnsavedCopy(id, initial, values, isChanged);
  const doubts = useDoubts(draft?.slug ?? '', values);

  const checked = useMemo(() => checkEventForm(values, choices).errors, [values, choices]);
  const shown = checked.filter((error) => seen.has(error.path));
  const all = [
    ...shown,
    ...fromServer.errors.filter((error) => !shown.some((other) => other.path === error.path)),
  ];
  const errors = Object.fromEntries(all.map((error) => [error.path, error.message]));
  const message = answer.message ?? (attempt > 0 && all.length > 0 ? countOf(all) : null);

  const change = useCallback(
    (name: string, value: string) => {
      setChanged(true);
      setFromServer((before) => ({
        ...before,
        errors: before.errors.filter((error) => error.path !== name),
      }));
      tell({ type: 'change', name, value, choices });
    },
    [choices],
  );
  const step = useCallback((what: string) => {
    setChanged(true);
    tell({ type: 'step', step: what });
  }, []);

  const save = () => {
    if (isSending) return;
    setAttempt((count) => count + 1);
    setSeen((before) => new Set([...before, ...checked.map((error) => error.path)]));
    if (checked.length > 0 || !form.current) return;
    const data = new FormData(form.current);
    startTransition(() => send(data));
  };

  // A new answer or a new attempt: whoever cannot see the page hears what is wrong, and is taken there.
  const occasion = attempt + fromServer.turn;
  useEffect(() => {
    if (occasion > 0) summary.current?.focus();
  }, [occasion]);
  useEffect(() => {
    if (goTo) document.getElementById(goTo)?.focus();
  }, [goTo]);
  useWarningBeforeLeaving(isChanged && !isSending);
  useShortcuts(save, step);

  const timeZone = zoneOf(values.country, choices);
  const field = (name: 'country' | 'localDate' | 'statusReason' | 'notes' | 'reason') => ({
    name,
    value: values[name],
    error: errors[name],
    onChange: change,
  });
  const sections = [
    { list: 'salvos', title: 'Salvo', keys: keys.salvos },
    { list: 'assessments', title: 'Assessment', keys: keys.assessments },
    { list: 'citations', title: 'Citation', keys: keys.citations },
  ] as const;

  return (
    <form
      ref={form}
      action={post}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
      onBlur={(event) => {
        const name = event.target.getAttribute('name');
        if (name) setSeen((before) => (before.has(name) ? before : new Set([...before, name])));
      }}
    >
      {/* Enter in a field saves: the first button of a form is the one that Enter presses. */}
      <button type="submit" name="step" value="save" tabIndex={-1} aria-hidden="true" className="sr-only" />
      <input type="hidden" name="slug" value={draft?.slug ?? ''} />
      <input type="hidden" name="revision" value={answer.revision} />
      {message ? (
        <ErrorSummary ref={summary} message={message} errors={all} help={helpFor(answer.code, draft?.slug)} />
      ) : null}
      {unsaved.found ? (
        <UnsavedCopyOffer
          onRestore={() => {
            if (unsaved.found) tell({ type: 'restore', values: unsaved.found });
            setChanged(true);
            unsaved.settle(false);
          }}
          onDiscard={() => unsaved.settle(true)}
        />
      ) : null}

      <div className="grid grid-cols-2 gap-x-4 gap-y-3 py-4 lg:grid-cols-12">
        <CompactSelect {...field('country')} width="col-span-2 lg:col-span-4" needed>
          <option value="">choose</option>
          {choices.countries.map((country) => (
            <option key={country.id} value={country.id}>
              {country.name}
            </option>
          ))}
        </CompactSelect>
        <CompactText
          {...field('localDate')}
          placeholder="2020-04-14"
          hint={`The day there; 1984-09 or 1984 where no more is known. ${precisionHint(values.localDate)}`}
          width="col-span-2 lg:col-span-4"
          needed
        />
      </div>
      <DoubtsAt doubts={doubts} part="" />

      {sections.map((section) => (
        <section key={section.list} aria-label={`${section.title}s`}>
          {section.keys.map((key, place) => (
            <FormPart
              key={key}
              title={section.title}
              list={section.list}
              place={place}
              canRemove={section.list !== 'salvos' || section.keys.length > 1}
              onStep={step}
            >
              {section.list === 'salvos' && values.salvos[place] ? (
                <SalvoFields
                  place={place}
                  salvo={values.salvos[place]}
                  localDate={values.localDate}
                  timeZone={timeZone}
                  assessors={assessorsOf(values.assessments)}
                  errors={errors}
                  onChange={change}
                />
              ) : null}
              {section.list === 'assessments' && values.assessments[place] ? (
                <AssessmentFields
                  place={place}
                  assessment={values.assessments[place]}
                  timeZone={timeZone}
                  errors={errors}
                  onChange={change}
                />
              ) : null}
              {section.list === 'citations' && values.citations[place] ? (
                <div className="grid grid-cols-2 gap-x-4 gap-y-3 lg:grid-cols-12">
                  <CitationFields
                    prefix={`citations.${place}.`}
                    values={values.citations[place]}
                    errors={errors}
                    onChange={change}
                  />
                </div>
              ) : null}
              <DoubtsAt doubts={doubts} part={`${section.list}.${place}`} />
            </FormPart>
          ))}
          <div className="border-line border-t py-3">
            <Button
              type="submit"
              look="secondary"
              name="step"
              value={`add ${section.list}`}
              aria-keyshortcuts={
                { salvos: 'Alt+S', assessments: 'Alt+A', citations: undefined }[section.list]
              }
              onClick={(event) => {
                event.preventDefault();
                step(`add ${section.list}`);
              }}
            >
              {`Add ${section.title.toLowerCase()}`}
            </Button>
          </div>
        </section>
      ))}

      <div className="grid grid-cols-2 gap-x-4 gap-y-3 border-line border-t py-4 lg:grid-cols-12">
        <CompactTextArea {...field('notes')} rows={3} width="col-span-2 lg:col-span-8" />
        <CompactTextArea
          {...field('statusReason')}
          rows={3}
          hint="Where it is to be published as disputed: why."
          width="col-span-2 lg:col-span-4"
        />
        <CompactText
          {...field('reason')}
          placeholder={draft ? 'correction' : 'first report'}
          width="col-span-2 lg:col-span-4"
        />
      </div>

      <DoubtsSummary doubts={doubts} />

      <div className="sticky bottom-0 flex flex-wrap items-center gap-x-6 gap-y-2 border-ink border-t bg-paper py-3">
        <Button type="submit" name="step" value="save" disabled={isSending} aria-keyshortcuts="Control+S">
          Save draft
        </Button>
        {removed ? (
          <p role="status" className="text-sm">
            {removed.sentence}{' '}
            <button
              id="undo-removal"
              type="button"
              className="min-h-11 underline underline-offset-4"
              onClick={() => tell({ type: 'undo' })}
            >
              Undo
            </button>
          </p>
        ) : null}
        <p className="hidden text-muted text-sm lg:block">
          Ctrl+S saves, Alt+S adds a salvo, Alt+A adds an assessment. Nobody is told before it is published.
        </p>
      </div>

      <ChoiceLists choices={choices} country={values.country} />
    </form>
  );
}

const unreachable = (before: EventFormAnswer): EventFormAnswer => ({
  ...before,
  errors: [],
  code: 'unavailable',
  message: 'The server could not be reached. Nothing you typed is lost: save again once you are back online.',
});

function precisionHint(localDate: string): string {
  const known = { 10: 'Known to the day.', 7: 'Known to the month.', 4: 'Known to the year.' }[
    localDate.trim().length
  ];
  return known ?? '';
}

function helpFor(code: ErrorCode | null, slug: string | undefined) {
  if (code === 'unauthenticated')
    return { href: '/sign-in', title: 'Sign in in another tab, then save again here' };
  if (code === 'conflict' && slug)
    return {
      href: `/desk/events/${slug}`,
      title: 'See it as it is now, in another tab. Saving again here puts yours in its place.',
    };
  return undefined;
}
