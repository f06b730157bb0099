import { expect, test } from 'vitest';
import { makeSetupLink } from '@/lib/auth/make-setup-link';
import { setUp, setupState } from '@/lib/auth/setup-link';
import { databaseUrl } from '@/lib/db/client';
import { rowsOf, testDatabase } from '../../support/database';

testDatabase();

const first = { name: 'Ad Min', email: 'admin@example.org', password: 'correct horse battery' };
const tokenIn = (link: string | null) => new URL(link ?? '').searchParams.get('token') ?? '';

test('a newer link replaces the older one, and only hashes are kept', async () => {
  const older = tokenIn(await makeSetupLink(databaseUrl()));
  const newer = tokenIn(await makeSetupLink(databaseUrl()));
  expect(await setupState(older)).toBe('wrong-link');
  expect(await setupState(newer)).toBe('open');
  expect(await setupState('')).toBe('wrong-link');
  expect(JSON.stringify(await rowsOf('SELECT * FROM setup_links'))).not.toContain(newer);
});

test('a mistake in the form does not use up the link', async () => {
  const token = tokenIn(await makeSetupLink(databaseUrl()));
  await expect(setUp(token, { ...first, password: 'short' })).rejects.toMatchObject({
    errors: [{ path: 'password' }],
  });
  expect(await setupState(token)).toBe('open');
});

test('of two tabs with the same link one makes the admin, the other is told so', async () => {
  const token = tokenIn(await makeSetupLink(databaseUrl()));
  const results = await Promise.allSettled([
    setUp(token, first),
    setUp(token, { ...first, email: 'second@example.org' }),
  ]);
  expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await rowsOf('SELECT role FROM users')).toEqual([{ role: 'admin' }]);
  expect(await setupState(token)).toBe('done');
  await expect(setUp(token, first)).rejects.toMatchObject({ code: 'gone' });
});

test('there is no link once there is an account', async () => {
  expect(await makeSetupLink(databaseUrl())).toBeNull();
});
