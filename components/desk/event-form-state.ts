import type { EditSince } from '@/lib/catalogue/edit-since';
import { changeParts, type EventFormValues, type ListName } from '@/lib/catalogue/event-form';
import type { EventChoices } from '@/lib/catalogue/event-form-input';
import { type MergeRow, mergeForms } from '@/lib/catalogue/event-form-merge';
import { applyPatch, type FormPatch } from '@/lib/catalogue/event-form-patch';
import { findNamed } from '@/lib/catalogue/names';

/** The form as it is being typed. `keys` tell its parts apart while they come and go. */
export type FormState = {
  values: EventFormValues;
  keys: Record<ListName, string[]>;
  nextKey: number;
  /** The part that was removed last, and the form before it. */
  removed: { sentence: string; before: Omit<FormState, 'removed'> } | null;
  /** The name of the field to go to after a step. */
  goTo: string | null;
  /** The event that is edited, as what is typed is based on it; empty for a new one. */
  opened: Opened;
  /** What others changed meanwhile, once a save has met it. */
  meanwhile: { by: string; rows: MergeRow[] } | null;
};

export type Opened = { slug: string; revision: string };
const nothingOpened: Opened = { slug: '', revision: '' };

export type FormAction =
  | { type: 'change'; name: string; value: string; choices: EventChoices }
  | { type: 'step'; step: string }
  | { type: 'undo' }
  | { type: 'restore'; values: EventFormValues; revision: string }
  | { type: 'merge'; since: EditSince }
  | { type: 'choose'; patch: FormPatch };

/** The form that the server answered with: where somebody else saved first, both brought together. */
export function answeredFormState({
  values,
  since,
  ...opened
}: Opened & { values: EventFormValues; since: EditSince | null }): FormState {
  const state = initialFormState(values, opened);
  return since ? merged(state, since) : state;
}

export function initialFormState(values: EventFormValues, opened: Opened = nothingOpened): FormState {
  const keysOf = (list: ListName) => values[list].map((_, place) => `${list}-${place}`);
  const keys = {
    salvos: keysOf('salvos'),
    assessments: keysOf('assessments'),
    citations: keysOf('citations'),
  };
  return { values, keys, nextKey: 0, removed: null, goTo: null, opened, meanwhile: null };
}

export function formReducer(state: FormState, action: FormAction): FormState {
  if (action.type === 'restore')
    return replaced(state, action.values, { ...state.opened, revision: action.revision });
  if (action.type === 'merge') return merged(state, action.since);
  if (action.type === 'choose') {
    const values = applyPatch(state.values, action.patch);
    if (action.patch.kind === 'set') return { ...state, values, goTo: null };
    return { ...replaced(state, values, state.opened), meanwhile: state.meanwhile };
  }
  if (action.type === 'undo')
    return state.removed ? { ...state.removed.before, removed: null, goTo: null } : state;
  if (action.type === 'step') return stepped(state, action.step);
  return { ...state, values: typed(state.values, action), goTo: null };
}

/** Another form in the place of this one: its parts are other parts. */
function replaced(state: FormState, values: EventFormValues, opened: Opened): FormState {
  return {
    ...initialFormState(values, opened),
    keys: freshKeys(values, state.nextKey),
    nextKey: state.nextKey + 1,
  };
}

function merged(state: FormState, { slug, revision, by, opened, now }: EditSince): FormState {
  const { values, rows } = mergeForms(opened, state.values, now);
  return {
    ...replaced(state, values, { slug, revision: String(revision) }),
    meanwhile: { by, rows },
  };
}

function freshKeys(values: EventFormValues, turn: number): FormState['keys'] {
  const keysOf = (list: ListName) => values[list].map((_, place) => `${list}-restored-${turn}-${place}`);
  return { salvos: keysOf('salvos'), assessments: keysOf('assessments'), citations: keysOf('citations') };
}

const firstField = { salvos: 'system', assessments: 'assessor', citations: 'publisher' };
const partName = { salvos: 'Salvo', assessments: 'Assessment', citations: 'Citation' };

function stepped(state: FormState, step: string): FormState {
  const [verb, list, place = ''] = step.split(' ') as [string, ListName, string?];
  const values = changeParts(state.values, step);
  if (!values) return state;
  const index = Number(place);
  const key = `${list}-new-${state.nextKey}`;
  const old = state.keys[list];
  const keys = {
    add: [...old, key],
    duplicate: [...old.slice(0, index + 1), key, ...old.slice(index + 1)],
    remove: old.filter((_, at) => at !== index),
  }[verb];
  const { removed: _, ...before } = state;
  const goTo = { add: values[list].length - 1, duplicate: index + 1 }[verb];
  return {
    ...before,
    values,
    keys: { ...state.keys, [list]: keys ?? old },
    nextKey: state.nextKey + 1,
    removed: verb === 'remove' ? { sentence: `${partName[list]} ${index + 1} is removed.`, before } : null,
    goTo: goTo === undefined ? 'undo-removal' : `${list}.${goTo}.${firstField[list]}`,
  };
}

function typed(
  values: EventFormValues,
  { name, value, choices }: { name: string; value: string; choices: EventChoices },
): EventFormValues {
  const [list, place, ...rest] = name.split('.');
  if (place === undefined) return { ...values, [name]: value };
  const field = rest.join('.');
  const index = Number(place);
  if (list === 'salvos') {
    const salvos = values.salvos.map((salvo, at) =>
      at === index
        ? {
            ...salvo,
            [field]: value,
            ...(field === 'system' ? classOf(value, salvo, values.country, choices) : {}),
          }
        : salvo,
    );
    return { ...values, salvos };
  }
  const put = <Part extends object>(parts: Part[]) =>
    parts.map((part, at) => (at === index ? { ...part, [field]: value } : part));
  if (list === 'assessments') return { ...values, assessments: put(values.assessments) };
  return { ...values, citations: put(values.citations) };
}

/** The class follows the system until somebody chooses another one. */
function classOf(
  system: string,
  salvo: { system: string; class: string },
  country: string,
  { systems }: EventChoices,
): { class?: string } {
  const before = findNamed(salvo.system, systems, country)?.class ?? '';
  const isUntouched = salvo.class === '' || salvo.class === before;
  return isUntouched ? { class: findNamed(system, systems, country)?.class ?? '' } : {};
}
