import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import {
  assessmentFields,
  blankCitation,
  blankEvent,
  citationFields,
  salvoFields,
} from '@/lib/catalogue/event-form';

test('the form sends every field that it is read by, those that it does not show among them', () => {
  const values = { ...blankEvent('KP'), citations: [blankCitation()] };
  const markup = execFileSync(process.execPath, ['--import', 'tsx', 'tests/app/desk/render-form.tsx'], {
    input: JSON.stringify(values),
    env: { ...process.env, NODE_OPTIONS: '' },
    encoding: 'utf8',
  });
  const names = new Set([...markup.matchAll(/ name="([^"]+)"/g)].map(([, name]) => name));
  const wanted = [
    ...['country', 'localDate', 'statusReason', 'notes', 'reason'],
    ...salvoFields.map((field) => `salvos.0.${field}`),
    ...assessmentFields.map((field) => `assessments.0.${field}`),
    ...citationFields.map((field) => `citations.0.${field}`),
  ];
  expect(wanted.filter((name) => !names.has(name))).toEqual([]);
});
