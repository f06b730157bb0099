import { expect, test } from 'vitest';
import { clientNetwork, consumeLimit } from '@/lib/http/rate-limits';
import { TooManyError } from '@/lib/http/too-many-error';
import { rowsOf, testDatabase } from '../../support/database';

testDatabase();

test('the eleventh sign-in to one account within a quarter of an hour is refused, and says when to come back', async () => {
  for (let n = 0; n < 10; n += 1) await consumeLimit('sign-in-address', 'ana@example.org');
  const refusal = await consumeLimit('sign-in-address', ' Ana@Example.org').catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(TooManyError);
  expect(refusal).toMatchObject({ code: 'too-many' });
  expect((refusal as TooManyError).retryAfterSeconds).toBeGreaterThan(890);
  expect((refusal as TooManyError).retryAfterSeconds).toBeLessThanOrEqual(900);
});

test('another address and another limit have counts of their own', async () => {
  await consumeLimit('sign-in-address', 'ed@example.org');
  await consumeLimit('subscribe-address', 'ana@example.org');
});

test('uses at the same time are all counted', async () => {
  const uses = Array.from({ length: 12 }, () => consumeLimit('subscribe-address', 'many@example.org'));
  const results = await Promise.allSettled(uses);
  expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(5);
});

test('no address stands in the table', async () => {
  const rows = await rowsOf('SELECT key FROM rate_limits');
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.some((row) => String(row.key).includes('@'))).toBe(false);
});

const from = (value: string) => clientNetwork(new Headers({ 'x-forwarded-for': value }));

test('a network is an IPv4 address or the first half of an IPv6 address', () => {
  expect(from('203.0.113.7')).toBe('203.0.113.7');
  expect(from('::ffff:203.0.113.7')).toBe('203.0.113.7');
  expect(from('203.0.113.7:4711')).toBe('203.0.113.7');
  expect(from('2001:db8:1:2:3:4:5:6')).toBe('2001:db8:1:2::/64');
  expect(from('2001:0db8::6')).toBe('2001:db8:0:0::/64');
  expect(from('::1')).toBe('0:0:0:0::/64');
  expect(from('nonsense')).toBe('unknown');
  expect(clientNetwork(new Headers())).toBe('unknown');
});

test('what a client claims stands left of what the proxy in front has seen, and is not believed', () => {
  expect(from('198.51.100.1, 203.0.113.7')).toBe('203.0.113.7');
});
