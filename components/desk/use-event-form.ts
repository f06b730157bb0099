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
import { whenUnreachable } from '@/components/ui/when-unreachable';
import { checkEventForm, type EventChoices } from '@/lib/catalogue/event-form-input';
import { countOf } from './error-summary';
import type { EventFormAction, EventFormAnswer } from './event-form-answer';
import { answeredFormState, formReducer } from './event-form-state';
import { useShortcuts, useWarningBeforeLeaving } from './form-habits';
import { conflictErrors } from './merge-errors';
import { useUnsavedCopy } from './use-unsaved-copy';

const unreachable = (before: EventFormAnswer): EventFormAnswer => ({
  ...before,
  errors: [],
  code: 'unavailable',
  message: 'The server could not be reached. Nothing you typed is lost: save again once you are back online.',
  since: null,
});

/** Everything about the event's form but how it looks: what is typed, what is wrong with it, and saving it. */
export function useEventForm(action: EventFormAction, opened: EventFormAnswer, choices: EventChoices) {
  const [posted, post] = useActionState(action, opened);
  const [answer, send, isSending] = useActionState(whenUnreachable(action, unreachable), posted);
  const [state, tell] = useReducer(formReducer, answer, answeredFormState);
  const { values, meanwhile, goTo } = state;
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set());
  const [isChanged, setChanged] = useState(false);
  const [attempt, setAttempt] = useState(0);
  const [fromServer, setFromServer] = useState({ answer, errors: answer.errors, turn: 0 });
  if (fromServer.answer !== answer) {
    setFromServer({ answer, errors: answer.errors, turn: fromServer.turn + 1 });
    if (answer.since) tell({ type: 'merge', since: answer.since });
  }
  const form = useRef<HTMLFormElement>(null);
  const summary = useRef<HTMLDivElement>(null);
  const copy = { values, revision: state.opened.revision };
  const unsaved = useUnsavedCopy(state.opened.slug || 'new', opened.values, copy, isChanged);

  const checked = useMemo(() => checkEventForm(values, choices).errors, [values, choices]);
  const shown = checked.filter((error) => seen.has(error.path));
  const all = [
    ...shown,
    ...fromServer.errors.filter((error) => !shown.some((other) => other.path === error.path)),
  ];
  const atFields = [...conflictErrors(meanwhile, values), ...all];
  // Where both saved, the list of what changed says so; the message speaks of it until something else is wrong.
  const isConflict = answer.since !== null;
  const message =
    (isConflict ? null : answer.message) ?? (attempt > 0 && all.length > 0 ? countOf(all) : null);

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
  const see = useCallback(
    (name: string) => setSeen((before) => (before.has(name) ? before : new Set([...before, name]))),
    [],
  );

  const save = () => {
    if (isSending) return;
    setAttempt((count) => count + 1);
    setSeen((before) => new Set([...before, ...checked.map((error) => error.path)]));
    if (checked.length > 0 || !form.current) return;
    const data = new FormData(form.current);
    // The form says already what was chosen; what was typed after that must stand.
    for (const name of [...data.keys()]) if (name.startsWith('choice.')) data.delete(name);
    startTransition(() => send(data));
  };

  // A new answer or a new attempt: whoever cannot see the page hears what is wrong, and is taken there.
  const occasion = attempt + fromServer.turn;
  useEffect(() => {
    if (occasion > 0) summary.current?.focus();
  }, [occasion]);
  // An address can lead to one field of the form.
  useEffect(() => document.getElementById(location.hash.slice(1))?.focus(), []);
  useEffect(() => {
    if (goTo) document.getElementById(goTo)?.focus();
  }, [goTo]);
  useWarningBeforeLeaving(isChanged && !isSending);
  useShortcuts(save, step);

  return {
    answer,
    state,
    tell,
    post,
    isSending,
    form,
    summary,
    errors: Object.fromEntries(atFields.map((error) => [error.path, error.message])),
    listed: all,
    message,
    change,
    step,
    see,
    save,
    unsaved: {
      found: unsaved.found !== null,
      restore: () => {
        if (unsaved.found) tell({ type: 'restore', ...unsaved.found });
        setChanged(true);
        unsaved.settle(false);
      },
      discard: () => unsaved.settle(true),
    },
  };
}
