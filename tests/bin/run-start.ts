import { spawn } from 'node:child_process';
import { projectDir, typescriptFlags } from '@/lib/process/project';

export type Ended = { code: number | null; stdout: string; stderr: string };

/** Run bin/start.ts as a process of its own, until it ends; it is killed after 15 s. */
export function runStart(
  env: Record<string, string>,
  as: { uid?: number; gid?: number } = {},
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...typescriptFlags, 'bin/start.ts'], {
      cwd: projectDir,
      ...as,
      env: { PATH: process.env.PATH, NODE_ENV: 'test', DATABASE_URL: '', SMTP_URL: '', APP_URL: '', ...env },
      timeout: 15_000,
      killSignal: 'SIGKILL',
    });
    const ended: Ended = { code: null, stdout: '', stderr: '' };
    child.stdout.on('data', (part) => {
      ended.stdout += part;
    });
    child.stderr.on('data', (part) => {
      ended.stderr += part;
    });
    child.once('error', reject);
    child.once('close', (code) => resolve({ ...ended, code }));
  });
}
