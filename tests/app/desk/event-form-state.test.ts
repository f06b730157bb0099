import { expect, test } from 'vitest';
import { type FormState, formReducer, initialFormState } from '@/components/desk/event-form-state';
import { blankEvent } from '@/lib/catalogue/event-form';
import type { EventChoices } from '@/lib/catalogue/event-form-input';

const choices: EventChoices = {
  countries: [{ id: 'KP', name: 'North Korea', timeZone: 'Asia/Seoul' }],
  systems: [
    { id: 'hwasong-11a', name: 'Hwasong-11A', class: 'SRBM', country: 'KP', aliases: ['KN-23'] },
    { id: 'hwasong-15', name: 'Hwasong-15', class: 'ICBM', country: 'KP', aliases: [] },
  ],
  sites: [],
  assessors: [],
};
const type = (state: FormState, name: string, value: string) =>
  formReducer(state, { type: 'change', name, value, choices });
const step = (state: FormState, what: string) => formReducer(state, { type: 'step', step: what });
const start = () => initialFormState(blankEvent('KP'));
const distances = (state: FormState) => state.values.salvos.map((salvo) => salvo.distanceKm);

test('the class follows the system, until somebody chooses another', () => {
  let state = type(start(), 'salvos.0.system', 'KN-23');
  expect(state.values.salvos[0]?.class).toBe('SRBM');
  state = type(state, 'salvos.0.system', 'Hwasong-15');
  expect(state.values.salvos[0]?.class).toBe('ICBM');
  state = type(type(state, 'salvos.0.class', 'IRBM'), 'salvos.0.system', 'KN-23');
  expect(state.values.salvos[0]?.class).toBe('IRBM');
});

test('a salvo is duplicated beside itself, removed, and brought back by undo', () => {
  let state = type(step(start(), 'add salvos'), 'salvos.0.distanceKm', '150');
  state = step(state, 'duplicate salvos 0');
  expect(distances(state)).toEqual(['150', '150', '']);
  expect(state.goTo).toBe('salvos.1.system');
  expect(new Set(state.keys.salvos).size).toBe(3);
  const removed = step(state, 'remove salvos 0');
  expect(distances(removed)).toEqual(['150', '']);
  expect(removed.keys.salvos).toEqual(state.keys.salvos.slice(1));
  expect(removed.removed?.sentence).toBe('Salvo 1 is removed.');
  const undone = formReducer(removed, { type: 'undo' });
  expect(undone.values).toEqual(state.values);
  expect(undone.keys).toEqual(state.keys);
});

test('fields of assessments and of the event itself take what is typed', () => {
  let state = type(start(), 'assessments.0.citation.url', 'https://example.org');
  state = type(state, 'localDate', '2020-04-14');
  expect(state.values.assessments[0]?.['citation.url']).toBe('https://example.org');
  expect(state.values.localDate).toBe('2020-04-14');
});
