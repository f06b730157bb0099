import { fork } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectDir } from '@/lib/process/project';

const preload = path.join(projectDir, 'lib/process/end-with-parent.mjs');
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'apogee-child-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A process with the preload that runs `script`, started by us on behalf of the supervisor `supervisorPid`. */
function child(script: string, supervisorPid: number) {
  const file = path.join(folder, `${supervisorPid}.mjs`);
  writeFileSync(file, script);
  return fork(file, [], {
    execArgv: ['--import', preload],
    env: { ...process.env, APOGEE_SUPERVISOR_PID: String(supervisorPid) },
  });
}

test('a process that the supervisor has started ends as soon as the supervisor is gone', async () => {
  const kept = child(`process.send('here'); setInterval(() => {}, 1000);`, process.pid);
  await new Promise((resolve) => kept.once('message', resolve));
  kept.disconnect();
  expect(await new Promise((resolve) => kept.once('exit', (_, signal) => resolve(signal)))).toBe('SIGTERM');
});

test('what such a process forks waits for its own messages', async () => {
  const forked = child(
    `process.on('message', (words) => process.send(words + ' back')); process.send('waiting');`,
    1,
  );
  await new Promise((resolve) => forked.once('message', resolve));
  // It has nothing to do by now: only its channel keeps it.
  const answer = new Promise((resolve) => {
    forked.once('message', resolve);
    forked.once('exit', () => resolve('it has ended'));
  });
  setImmediate(() => forked.send('there and', () => {}));
  expect(await answer).toBe('there and back');
  forked.kill();
});
