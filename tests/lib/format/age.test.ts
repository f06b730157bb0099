import { expect, test } from 'vitest';
import { formatAge } from '@/lib/format/dates';

const now = new Date('2026-11-03T12:00:00Z');
test.each([
  ['2026-11-03T12:00:05Z', 'just now'],
  ['2026-11-03T11:59:01Z', 'just now'],
  ['2026-11-03T11:59:00Z', '1 minute ago'],
  ['2026-11-03T11:00:01Z', '59 minutes ago'],
  ['2026-11-03T11:00:00Z', '1 hour ago'],
  ['2026-11-01T12:00:01Z', '47 hours ago'],
  ['2026-11-01T12:00:00Z', '2 days ago'],
  ['2023-02-07T12:00:00Z', '1,365 days ago'],
])('%s is %s', (instant, words) => {
  expect(formatAge(new Date(instant), now)).toBe(words);
});
