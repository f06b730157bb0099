import { changeParts, type EventFormValues, type ListName } from '@/lib/catalogue/event-form';
import type { EventChoices } from '@/lib/catalogue/event-form-input';
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
};

export type FormAction =
  | { type: 'change'; name: string; value: string; choices: EventChoices }
  | { type: 'step'; step: string }
  | { type: 'undo' }
  | { type: 'restore'; values: EventFormValues };

export function initialFormState(values: EventFormValues): FormState {
  const keysOf = (list: ListName) => values[list].map((_, place) => `${list}-${place}`);
  const keys = {
    salvos: keysOf('salvos'),
    assessments: keysOf('assessments'),
    citations: keysOf('citations'),
  };
  return { values, keys, nextKey: 0, removed: null, goTo: null };
}

export function formReducer(state: FormState, action: FormAction): FormState {
  if (action.type === 'restore')
    return {
      ...initialFormState(action.values),
      keys: freshKeys(action.values, state.nextKey),
      nextKey: state.nextKey + 1,
    };
  if (action.type === 'undo')
    return state.removed ? { ...state.removed.before, removed: null, goTo: null } : state;
  if (action.type === 'step') return stepped(state, action.step);
  return { ...state, values: typed(state.values, action), goTo: null };
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
