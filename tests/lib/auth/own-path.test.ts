import { expect, test } from 'vitest';
import { ownPath } from '@/lib/auth/own-path';

test('only paths of this site are gone to after signing in', () => {
  expect(ownPath('/desk/events/new?x=1#a')).toBe('/desk/events/new?x=1#a');
  for (const foreign of [
    null,
    undefined,
    '',
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    'javascript:alert(1)',
  ])
    expect(ownPath(foreign)).toBe('/desk');
});
