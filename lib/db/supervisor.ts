import { readFileSync } from 'node:fs';
import path from 'node:path';
import { isRunning } from './is-running';

const word = 'bin/start';

/** Where the supervisor (bin/start) that serves a data folder notes its process. */
export function supervisorFile(dataDir: string): string {
  return path.join(dataDir, 'apogee.pid');
}

/** The process of another supervisor that is alive and holds the data folder; undefined where there is none. */
export function otherSupervisor(dataDir: string): number | undefined {
  let pid: number;
  try {
    pid = Number(readFileSync(supervisorFile(dataDir), 'utf8'));
  } catch {
    return undefined;
  }
  return pid > 0 && pid !== process.pid && isRunning(pid, word) ? pid : undefined;
}
