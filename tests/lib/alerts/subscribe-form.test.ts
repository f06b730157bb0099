import { expect, test } from 'vitest';
import { toTick, typedSubscription } from '@/lib/alerts/subscribe-form';
import { subscribeUrl } from '@/lib/alerts/subscribe-url';
import { everything } from '@/lib/filter/schema';

test('countries and classes are read as they were ticked', () => {
  const form = new FormData();
  form.set('email', 'ana@example.org');
  form.append('country', 'KP');
  form.append('class', 'CM');
  form.append('class', 'ICBM');
  expect(typedSubscription(form)).toEqual({
    email: 'ana@example.org',
    countries: ['KP'],
    classes: ['CM', 'ICBM'],
  });
});

test('a link carries the country and the classes of a filter over, and what it ticks is known', () => {
  const filter = { ...everything, country: ['KP'], class: ['CM' as const], from: '2020-01-01', q: 'KN-23' };
  expect(subscribeUrl(filter)).toBe('/subscribe?country=KP&class=CM');
  expect(subscribeUrl({ ...everything, q: 'KN-23' })).toBe('/subscribe');
  expect(toTick(['KP,IR', 'XX'], ['IR', 'KP', 'PK'])).toEqual(['IR', 'KP']);
  expect(toTick(undefined, ['IR'])).toEqual([]);
});
