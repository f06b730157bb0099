import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, expect, it } from 'vitest';
import { openEmbedded, runningEmbeddedUrl } from '@/lib/db/embedded';

const dataDir = mkdtempSync(path.join(tmpdir(), 'apogee-embedded-'));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

it('starts, is adopted by a second opener, stops, and keeps its data', async () => {
  expect(runningEmbeddedUrl(dataDir)).toBeUndefined();
  const first = await openEmbedded(dataDir);
  expect(first.started).toBe(true);
  await query(first.url, 'CREATE TABLE kept AS SELECT 1 AS n');

  const second = await openEmbedded(dataDir);
  expect(second).toMatchObject({ started: false, url: first.url });
  await second.stop();
  expect(runningEmbeddedUrl(dataDir)).toBe(first.url);

  await first.stop();
  expect(runningEmbeddedUrl(dataDir)).toBeUndefined();
  const again = await openEmbedded(dataDir);
  expect(await query(again.url, 'SELECT n FROM kept')).toEqual([{ n: 1 }]);
  await again.stop();
});

it('is ended by a supervisor that found it running, and left alone by the command that had started it', async () => {
  const command = await openEmbedded(dataDir);
  const supervisor = await openEmbedded(dataDir, { adopt: true });
  expect(supervisor).toMatchObject({ started: false, url: command.url });
  const told = new Promise<string>((resolve) => supervisor.onEnd(resolve));
  await supervisor.stop();
  expect(runningEmbeddedUrl(dataDir)).toBeUndefined();

  const later = await openEmbedded(dataDir);
  const holder = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)', 'bin/start']);
  writeFileSync(path.join(dataDir, 'apogee.pid'), `${holder.pid}\n`);
  await later.stop();
  expect(runningEmbeddedUrl(dataDir)).toBe(later.url);
  holder.kill();
  rmSync(path.join(dataDir, 'apogee.pid'));

  const next = await openEmbedded(dataDir, { adopt: true });
  const ended = new Promise<string>((resolve) => next.onEnd(resolve));
  await later.stop();
  expect(await ended).toMatch(/shut down/);
  expect(await Promise.race([told, 'untold'])).toBe('untold');
});

async function query(url: string, statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}
