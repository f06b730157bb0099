import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { alertsStoppedSince } from '@/lib/alerts/heartbeat';
import { confirmToken } from '@/lib/alerts/links';
import { confirmSubscription, requestSubscription } from '@/lib/alerts/subscriptions';
import { db } from '@/lib/db/client';
import { testDatabase } from '../../support/database';
import { recorded } from '../../support/factories';
import { testMailServer } from '../../support/smtp';
import { newestSubscription } from '../../support/subscribers';

testDatabase();
const server = testMailServer();
const started: ChildProcess[] = [];

afterAll(() => {
  for (const child of started) child.kill('SIGKILL');
});

function run(script: string, ...args: string[]): { child: ChildProcess; output: () => string } {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', '--conditions=react-server', path.join('bin', script), ...args],
    { env: process.env, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  started.push(child);
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk) => {
      text += String(chunk);
    });
  }
  return { child, output: () => text };
}

test('the worker mails the confirmation and the alert, beats, and ends with 0 on SIGTERM', async () => {
  const { child, output } = run('worker.ts');
  await requestSubscription({ email: 'ana@example.org' });
  await expect.poll(() => server().received.length, { timeout: 30_000, message: output() }).toBe(1);
  const { id, confirmExpiresAt } = await newestSubscription('ana@example.org');
  await confirmSubscription(confirmToken(id, confirmExpiresAt ?? new Date()));

  await recorded();
  await expect.poll(() => server().received.length, { timeout: 15_000, message: output() }).toBe(2);
  expect(server().received[1]?.mail.subject).toMatch(/^\[PRELIMINARY\] North Korea/);
  expect(await alertsStoppedSince(new Date())).toBeNull();

  child.kill('SIGTERM');
  const [code] = await once(child, 'exit');
  expect({ code, output: code === 0 ? '' : output() }).toEqual({ code: 0, output: '' });
}, 60_000);

test('mail:test prints the server’s answer, or the plain reason', async () => {
  const good = run('mail-test.ts', 'ana@example.org');
  expect(await once(good.child, 'close')).toEqual([0, null]);
  expect(good.output()).toMatch(/^ana@example\.org: 250 /);
  expect(server().received[0]?.mail.subject).toBe('A test mail from Apogee');

  server().refusals.set('bob@example.org', { code: 550, words: 'No such user here' });
  const bad = run('mail-test.ts', 'bob@example.org');
  expect(await once(bad.child, 'close')).toEqual([1, null]);
  expect(bad.output()).toBe('The mail server answered to RCPT TO: 550 No such user here\n');
}, 60_000);

test('the worker ends with its parent, however that ended', async () => {
  const command = `"${process.execPath}" --import tsx --conditions=react-server bin/worker.ts >/dev/null 2>&1 & echo $!; wait`;
  const parent = spawn('sh', ['-c', command], { stdio: ['ignore', 'pipe', 'ignore'] });
  const [line] = await once(parent.stdout, 'data');
  const pid = Number(String(line));
  await expect
    .poll(() => db().workerHeartbeat.count({ where: { workerId: { contains: `-${pid}-` } } }), {
      timeout: 30_000,
    })
    .toBe(1);
  parent.kill('SIGKILL');
  await expect.poll(() => isRunning(pid), { timeout: 15_000 }).toBe(false);
}, 60_000);

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
