import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { actorOfApiKey } from '@/lib/auth/api-keys';
import { testDatabase } from '../support/database';

testDatabase();

/** What `npm run key -- …` writes, and how it ends. */
async function key(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const command = ['--conditions=react-server', '--import', 'tsx', '--no-deprecation', 'bin/key.ts', ...args];
  const options = { env: { ...process.env, DATABASE_URL: process.env.DATABASE_URL } };
  return promisify(execFile)(process.execPath, command, options).then(
    (output) => ({ code: 0, ...output }),
    (failure: { code: number; stdout: string; stderr: string }) => failure,
  );
}

const bearer = (apiKey: string) => new Headers({ authorization: `Bearer ${apiKey}` });

test('a key is printed once, works with its role, and no longer once it is revoked', async () => {
  const made = await key('add', 'newsroom', '--role', 'analyst');
  expect(made.code).toBe(0);
  const apiKey = made.stdout.trim();
  expect(apiKey).toMatch(/^apg_[\w-]{43}$/);
  expect((await actorOfApiKey(bearer(apiKey))).actor).toMatchObject({ name: 'newsroom', role: 'analyst' });

  const listed = await key('list');
  expect(listed.stdout).toMatch(/^newsroom {2}analyst {2}made \d{4}-\d\d-\d\d {2}last used \d{4}-/m);
  expect(listed.stdout).not.toContain(apiKey);

  expect((await key('revoke', 'newsroom')).code).toBe(0);
  await expect(actorOfApiKey(bearer(apiKey))).rejects.toMatchObject({ code: 'unauthenticated' });
}, 60_000);

test('a mistake is told in plain words, with exit code 1', async () => {
  expect(await key('add', 'x', '--role', 'boss')).toMatchObject({
    code: 1,
    stdout: '',
    stderr: 'Give a role: --role viewer|analyst|editor|admin\n',
  });
  expect(await key('revoke', 'nobody')).toMatchObject({ code: 1, stderr: 'There is no key "nobody".\n' });
  expect((await key('add', 'x', '--rule', 'admin')).stderr).toMatch(/^Usage:\n/);
}, 60_000);

test('a database that cannot be reached is told in one line, without a trace', async () => {
  const own = process.env.DATABASE_URL;
  process.env.DATABASE_URL = 'postgres://user:secret@127.0.0.1:1/none';
  expect(await key('list')).toMatchObject({
    code: 1,
    stderr: 'DATABASE_URL: no PostgreSQL answers at 127.0.0.1:1.\n',
  });
  process.env.DATABASE_URL = own;
}, 60_000);
