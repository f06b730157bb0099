import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { projectDir, typescriptFlags } from '@/lib/process/project';

export type RunningApogee = {
  baseUrl: string;
  setupLink: string;
  /** Everything that was printed on standard output until now. */
  output: () => string;
  /** Every address off this machine that any of its processes tried to reach until now. */
  connections: () => string[];
  /** SIGTERM. @returns the exit code */
  stop: () => Promise<number | null>;
};

const recorder = path.join(projectDir, 'tests/e2e/support/record-connections.cjs');

/** Run bin/start.ts on a free port until it says that it is ready. */
export async function startApogee(env: Record<string, string>): Promise<RunningApogee> {
  const record = path.join(mkdtempSync(path.join(tmpdir(), 'apogee-record-')), 'connections');
  const child = spawn(process.execPath, [...typescriptFlags, 'bin/start.ts'], {
    cwd: projectDir,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PORT: '0',
      DATABASE_URL: '',
      APP_URL: '',
      LOG_LEVEL: 'warn',
      NODE_OPTIONS: `--require=${recorder}`,
      APOGEE_RECORD_FILE: record,
      ...env,
    },
  });
  const exited = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  let output = '';
  const ready = new Promise<void>((resolve) => {
    child.stdout.on('data', (part) => {
      output += part;
      if (/^ {2}ready .*\n(?: {2}No account.*\n)?\n/m.test(output)) resolve();
    });
  });
  const early = exited.then((code) => {
    throw new Error(`Apogee ended with code ${code} before it was ready:\n${output}`);
  });
  await Promise.race([ready, early]);
  early.catch(() => {});
  return {
    baseUrl: /^ {2}ready +(\S+)/m.exec(output)?.[1] ?? '',
    setupLink: /(\S+\/setup\?\S+)/.exec(output)?.[1] ?? '',
    output: () => output,
    connections: () =>
      existsSync(record) ? readFileSync(record, 'utf8').trim().split('\n').filter(Boolean) : [],
    stop: () => {
      child.kill('SIGTERM');
      return exited;
    },
  };
}
