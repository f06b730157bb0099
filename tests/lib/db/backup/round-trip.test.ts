import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { createAccount } from '@/lib/auth/accounts';
import { actorOf } from '@/lib/auth/actor';
import { addApiKey } from '@/lib/auth/api-keys';
import { listEvents, newestFirst } from '@/lib/catalogue/queries';
import { makeBackup } from '@/lib/db/backup/make-backup';
import { checkBackup } from '@/lib/db/backup/read-backup';
import { restoreBackup } from '@/lib/db/backup/restore-backup';
import { closeDb, db } from '@/lib/db/client';
import { migrate, migrationNames } from '@/lib/db/migrations';
import { rereadEnv } from '@/lib/env';
import { everything } from '@/lib/filter/schema';
import { anotherServer } from '../../../support/another-server';
import { atServer, databaseUrl, testDatabase } from '../../../support/database';
import { everyRow } from '../../../support/every-row';
import { recorded } from '../../../support/factories';
import { signedIn } from '../../../support/sign-in';
import { subscribed } from '../../../support/subscribers';

// Each database that is restored into is migrated first.
vi.setConfig({ testTimeout: 120_000 });
testDatabase({ template: 'template_seeded' });

const folder = mkdtempSync(path.join(tmpdir(), 'apogee-backup-'));
const file = path.join(folder, 'all.sql.gz');
const account = { name: 'Ed', email: 'ed@example.org', password: 'correct horse battery', role: 'editor' };
const now = new Date('2026-11-24T12:00:00Z');
const quiet = { tell: () => {} };
const made = { apogee: '0.1.0', authSecret: 'a secret of at least 32 characters', now, ...quiet };
let another: Awaited<ReturnType<typeof anotherServer>>;
let home = '';

/** Texts that a format of tabs and lines could stumble over. */
const nasty = 'tab\t, line\n\\.\nbackslash \\ and \\N, quote \', "; 平壌 \u{1F680} -- {"rows": 1}\r\n\\.';

beforeAll(async () => {
  home = process.env.DATABASE_URL ?? '';
  another = await anotherServer();
  await createAccount(account);
  await signedIn(account);
  await addApiKey('newsroom', 'analyst');
  await subscribed({ filter: { class: ['CM'] } });
  const event = await recorded({ localDate: '2026-05-01', notes: nasty });
  await db().event.update({ where: { slug: event.slug }, data: { notes: nasty } });
  await db().apiKey.create({ data: { name: 'revoked', role: 'viewer', keyHash: 'x', revokedAt: now } });
  await makeBackup(home, file, made);
});
afterAll(async () => {
  await closeDb();
  await another.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** An empty database, on the other server or on ours. */
let emptied = 0;
async function emptyDatabase(on: 'here' | 'there' = 'there'): Promise<string> {
  emptied += 1;
  const name = `test_restored_${process.pid}_${emptied}`;
  if (on === 'here') {
    await atServer(`CREATE DATABASE ${name}`);
    return databaseUrl(name);
  }
  const client = new pg.Client({ connectionString: another.url });
  await client.connect();
  await client.query(`CREATE DATABASE ${name}`);
  await client.end();
  const url = new URL(another.url);
  url.pathname = `/${name}`;
  return url.href;
}

async function point(url: string): Promise<void> {
  await closeDb();
  process.env.DATABASE_URL = url;
  rereadEnv();
}

beforeEach(() => point(home));

test('everything goes to another server and back, row by row, with the jobs that wait', async () => {
  await closeDb();
  const before = await everyRow(home);
  expect(Object.keys(before).length).toBeGreaterThan(20);
  for (const table of ['events', 'revisions', 'accounts', 'sessions', 'api_keys', 'subscriptions', 'jobs'])
    expect(before[table], table).not.toEqual([]);

  const there = await emptyDatabase();
  await restoreBackup(there, await checkBackup(file), { replace: false, ...quiet });
  expect(await everyRow(there)).toEqual(before);

  const back = path.join(folder, 'back.sql.gz');
  await makeBackup(there, back, made);
  const here = await emptyDatabase('here');
  await restoreBackup(here, await checkBackup(back), { replace: false, ...quiet });
  expect(await everyRow(here)).toEqual(before);
});

const hasPsql = spawnSync('psql', ['--version']).status === 0;
test.runIf(hasPsql)('who has no Apogee puts a backup in with psql alone', async () => {
  const there = await emptyDatabase();
  await migrate(there);
  const flags = ['--single-transaction', '--quiet', '-v', 'ON_ERROR_STOP=1', '-o', '/dev/null', '-d', there];
  const psql = spawnSync('psql', flags, { input: gunzipSync(readFileSync(file)), encoding: 'utf8' });
  expect(psql).toMatchObject({ status: 0, stderr: '' });
  const other = await emptyDatabase();
  await restoreBackup(other, await checkBackup(file), { replace: false, ...quiet });
  expect(await everyRow(there)).toEqual(await everyRow(other));
});

test('after it people sign in, sessions and "as known on" are what they were, and new rows get new numbers', async () => {
  const cookie = await signedIn(account);
  const asKnownOn = new Date().toISOString().slice(0, 10);
  const all = { sort: newestFirst, limit: 1000, offset: 0 };
  const known = await listEvents({ ...everything, asKnownOn }, all);
  const later = path.join(folder, 'later.sql.gz');
  await makeBackup(home, later, made);

  const there = await emptyDatabase();
  await restoreBackup(there, await checkBackup(later), { replace: false, ...quiet });
  await point(there);
  expect(await actorOf(cookie)).toMatchObject({ name: 'Ed', role: 'editor' });
  await signedIn(account);
  expect(await listEvents({ ...everything, asKnownOn }, all)).toEqual(known);
  await recorded({ localDate: '2026-06-01' });
  await expect(db().revision.deleteMany()).rejects.toThrow(/append-only/);
});

test('a backup is of one moment, and can be made while events are recorded', async () => {
  const busy = path.join(folder, 'busy.sql.gz');
  let writing: Promise<unknown> | undefined;
  await makeBackup(home, busy, {
    ...made,
    tell: (table) => {
      if (table === 'catalogue') writing = recorded({ localDate: '2026-07-01' });
    },
  });
  await writing;
  const there = await emptyDatabase();
  await restoreBackup(there, await checkBackup(busy), { replace: false, ...quiet });
  const { events = [], revisions = [] } = await everyRow(there);
  const ids = new Set(events.map((row) => (JSON.parse(row) as { id: number }).id));
  expect(revisions.every((row) => ids.has((JSON.parse(row) as { event_id: number }).event_id))).toBe(true);
});

test('a file is readable by its owner alone, never written over, and there only when it is whole', async () => {
  expect(statSync(file).mode & 0o777).toBe(0o600);
  await expect(makeBackup(home, file, made)).rejects.toThrow(/is there already/);
  const nowhere = path.join(folder, 'no/such/file');
  await expect(makeBackup(home, nowhere, made)).rejects.toThrow(/^There is no folder/);
  await expect(makeBackup(home, '/proc/backup', made)).rejects.toThrow(/\/proc/);
  await expect(makeBackup(await emptyDatabase(), `${file}.2`, made)).rejects.toThrow(/nothing to back up/);
});

test('a database that holds something is left alone without --replace, and told of; with it, its version never goes back', async () => {
  const there = await emptyDatabase();
  await restoreBackup(there, await checkBackup(file), { replace: false, ...quiet });
  await point(there);
  await recorded({ localDate: '2026-08-01' });
  await closeDb();
  const held = await everyRow(there);
  const again = restoreBackup(there, await checkBackup(file), { replace: false, ...quiet });
  await expect(again).rejects.toThrow(/--replace.* 1 users.* \d+ events/);
  expect(await everyRow(there)).toEqual(held);

  await restoreBackup(there, await checkBackup(file), { replace: true, ...quiet });
  const { catalogue: [row = ''] = [], ...rest } = await everyRow(there);
  const versionOf = (text: string) => (JSON.parse(text) as { version: number }).version;
  expect(versionOf(row)).toBe(versionOf(held.catalogue?.[0] ?? '') + 1);
  await closeDb();
  const { catalogue: _, ...first } = await everyRow(home);
  expect(rest.countries).toEqual(first.countries);
  expect(rest.events?.length).toBeLessThan(held.events?.length ?? 0);
});

test('beneath a running Apogee nothing is restored', async () => {
  const there = await emptyDatabase();
  await migrate(there);
  const other = new pg.Client({ connectionString: there });
  await other.connect();
  const attempt = restoreBackup(there, await checkBackup(file), { replace: true, ...quiet });
  await expect(attempt).rejects.toThrow(/in use \(connections: 1\)/);
  await other.end();
});

const packed = () => readFileSync(file);
const script = () => gunzipSync(packed()).toString();
test.each<[string, () => Buffer | string, RegExp]>([
  ['cut short', () => packed().subarray(0, packed().length - 40_000), /damaged: it ends too early/],
  ['without its last line', () => gzipSync(script().replace(/-- \{"rows.*\n$/, '')), /ends too early/],
  ['with a changed value', () => gzipSync(script().replace('Munchon', 'Munchen')), /checksum/],
  ['with a changed byte', () => Buffer.from(packed()).fill(7, 20_000, 20_001), /damaged/],
  ['that is something else', () => 'id,name\n1,x\n', /is no backup of Apogee/],
  ['that is something else, gzipped', () => gzipSync('id,name\n1,x\n'), /is no backup of Apogee/],
  ['that is empty', () => '', /ends too early|no backup/],
])('a file %s is refused in one line', async (_, content, words) => {
  const broken = path.join(folder, 'broken');
  writeFileSync(broken, content());
  const check = checkBackup(broken);
  await expect(check).rejects.toMatchObject({ code: 'invalid', message: expect.stringMatching(words) });
  await expect(check).rejects.not.toThrow(/\n/);
});

test('no file, and a folder, are told of', async () => {
  await expect(checkBackup(path.join(folder, 'none'))).rejects.toThrow(/^There is no file/);
  await expect(checkBackup(folder)).rejects.toThrow(/is a folder/);
});

test('rows that the database refuses leave everything as it was', async () => {
  const there = await emptyDatabase();
  await restoreBackup(there, await checkBackup(file), { replace: false, ...quiet });
  const held = await everyRow(there);
  const { header, trailer } = await checkBackup(file);
  const wrong = { file, header, trailer: { ...trailer, rows: { ...trailer.rows, revisions: 1 } } };
  await expect(restoreBackup(there, wrong, { replace: true, ...quiet })).rejects.toThrow(/revisions/);
  expect(await everyRow(there)).toEqual(held);
  await restoreBackup(there, await checkBackup(file), { replace: true, ...quiet });
});

test('a file of a newer schema is refused, one of an older goes into a new database and is migrated', async () => {
  const backup = await checkBackup(file);
  const newer = {
    ...backup,
    header: { ...backup.header, migrations: [...backup.header.migrations, '2099_x'] },
  };
  const there = await emptyDatabase();
  await expect(restoreBackup(there, newer, { replace: true, ...quiet })).rejects.toThrow(
    /2099_x.*Update Apogee/,
  );

  const names = await migrationNames();
  const old = await emptyDatabase();
  await migrate(old, undefined, names[1]);
  const oldFile = path.join(folder, 'old.sql.gz');
  await makeBackup(old, oldFile, made);
  await restoreBackup(there, await checkBackup(oldFile), { replace: false, ...quiet });
  expect(await migrate(there)).toEqual([]);
  const older = restoreBackup(there, await checkBackup(oldFile), { replace: true, ...quiet });
  await expect(older).rejects.toThrow(/older schema.*Restore it where nothing has been set up yet/);
});
