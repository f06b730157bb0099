import { expect, test } from 'vitest';
import { AppError, invalidField } from '@/lib/errors';
import { problemResponse } from '@/lib/http/problem';
import { TooManyError } from '@/lib/http/too-many-error';

test('what was thrown on purpose is answered in its own words', async () => {
  const response = problemResponse(invalidField('salvos.0.countMin', 'is below 1'));
  expect(response.headers.get('content-type')).toBe('application/problem+json');
  expect(await response.json()).toEqual({
    type: 'urn:apogee:problem:invalid',
    title: 'Not as it has to be',
    status: 400,
    detail: 'is below 1',
    errors: [{ path: 'salvos.0.countMin', message: 'is below 1' }],
  });
});

test.each([
  ['unauthenticated', 401],
  ['forbidden', 403],
  ['not-found', 404],
  ['conflict', 409],
  ['gone', 410],
  ['unavailable', 503],
] as const)('%s is %i', (code, status) => {
  expect(problemResponse(new AppError(code, 'so')).status).toBe(status);
});

test('too many says when to come back', () => {
  const response = problemResponse(new TooManyError(90));
  expect(response.status).toBe(429);
  expect(response.headers.get('retry-after')).toBe('90');
});

test('of an error that nobody foresaw only a reference is told', async () => {
  const response = problemResponse(new Error('password=hunter2 at /srv/apogee/lib/x.ts:3'));
  const text = await response.text();
  expect(response.status).toBe(500);
  expect(text).toMatch(/reference [0-9a-f-]{36}/);
  expect(text).not.toMatch(/hunter2|\.ts/);
});
