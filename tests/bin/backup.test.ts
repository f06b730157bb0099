import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkBackup } from '@/lib/db/backup/read-backup';
import { projectDir, typescriptFlags } from '@/lib/process/project';
import { testDatabase } from '../support/database';
import { recorded } from '../support/factories';

testDatabase();

const folder = mkdtempSync(path.join(tmpdir(), 'apogee-bin-backup-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string) => path.join(folder, name);
const secret = 'the secret of the old machine, 32 characters';

type Ended = { code: number; stdout: string; stderr: string };

/** `npm run backup` or `npm run restore`, with the arguments and the settings given. */
async function run(
  command: 'backup' | 'restore',
  args: string[],
  env: Record<string, string>,
): Promise<Ended> {
  const options = {
    cwd: projectDir,
    env: { PATH: process.env.PATH, NODE_ENV: 'test' as const, DATABASE_URL: '', ...env },
  };
  return promisify(execFile)(
    process.execPath,
    [...typescriptFlags, `bin/${command}.ts`, ...args],
    options,
  ).then(
    (output) => ({ code: 0, ...output }),
    (failure: Ended) => failure,
  );
}

function expectOneLine({ code, stderr }: Ended, words: RegExp): void {
  expect(stderr).toMatch(words);
  expect(stderr.trim().split('\n')).toHaveLength(1);
  expect(code).toBe(1);
}

beforeAll(async () => {
  await recorded();
});

test('a server’s data goes into an embedded database on a machine where nothing is set up, with the secret', async () => {
  const old = { DATABASE_URL: process.env.DATABASE_URL ?? '', DATA_DIR: at('old'), AUTH_SECRET: secret };
  const backup = await run('backup', [at('all.sql.gz')], old);
  expect(backup).toMatchObject({ code: 0, stderr: '', stdout: expect.stringMatching(/^ {2}events +1$/m) });

  const elsewhere = { DATA_DIR: at('new') };
  const restored = await run('restore', [at('all.sql.gz')], elsewhere);
  expect(restored).toMatchObject({ code: 0, stderr: '', stdout: expect.stringMatching(/^ {2}events +1$/m) });
  expect(readFileSync(at('new/auth-secret'), 'utf8')).toBe(secret);

  const back = await run('backup', [at('back.sql.gz')], elsewhere);
  expect(back).toMatchObject({ code: 0 });
  const [first, second] = [await checkBackup(at('all.sql.gz')), await checkBackup(at('back.sql.gz'))];
  expect(second.trailer.rows).toEqual(first.trailer.rows);
  expect(second.header).toMatchObject({ authSecret: secret, migrations: first.header.migrations });

  expectOneLine(await run('restore', [at('all.sql.gz')], elsewhere), /not empty\. With --replace.* 1 events/);
  expect(await run('restore', [at('all.sql.gz'), '--replace'], elsewhere)).toMatchObject({ code: 0 });
}, 240_000);

test('every mistake is told in one line, with exit code 1', async () => {
  const env = { DATABASE_URL: process.env.DATABASE_URL ?? '', DATA_DIR: at('old'), AUTH_SECRET: secret };
  expectOneLine(await run('backup', [], env), /^Say where to: npm run backup -- FILE/);
  expectOneLine(await run('restore', ['a', 'b'], env), /^Say what from: npm run restore -- FILE/);
  expectOneLine(await run('backup', [folder], env), /is there already/);
  expectOneLine(await run('backup', [at('no/such/folder/x')], env), /^There is no folder/);
  expectOneLine(
    await run('backup', [at('x')], { ...env, DATABASE_URL: '', DATA_DIR: at('nothing') }),
    /^There is no database in/,
  );
  expectOneLine(
    await run('backup', [at('x')], { ...env, DATABASE_URL: 'postgres://u:p@127.0.0.1:1/x' }),
    /no PostgreSQL answers/,
  );
  writeFileSync(at('text'), 'id,name\n');
  expectOneLine(await run('restore', [at('text')], env), /is no backup of Apogee/);
  const otherSecret = { ...env, AUTH_SECRET: 'another secret that is long enough, too' };
  expectOneLine(await run('restore', [at('all.sql.gz')], otherSecret), /^AUTH_SECRET is not the one/);
  const other = new pg.Client({ connectionString: env.DATABASE_URL });
  await other.connect();
  expectOneLine(await run('restore', [at('all.sql.gz'), '--replace'], env), /in use/);
  await other.end();
}, 240_000);
