import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isRunning } from '@/lib/db/is-running';
import { AppError } from '@/lib/errors';

const word = 'bin/start';

/**
 * Take the data folder for this process: two supervisors on one folder would run two workers and stop each
 * other's database.
 * @returns how to let go of it
 * @throws AppError `unavailable` where another one that is alive holds it
 */
export function lockDataFolder(dataDir: string): () => void {
  const file = path.join(dataDir, 'apogee.pid');
  const holder = holderOf(file);
  if (holder) {
    throw new AppError(
      'unavailable',
      `Apogee runs already on ${dataDir} (process ${holder}). Stop that one, or set DATA_DIR and PORT for a second.`,
    );
  }
  if (existsSync(file)) rmSync(file); // of one that was killed
  writeFileSync(file, `${process.pid}\n`, { flag: 'wx' });
  return () => rmSync(file, { force: true });
}

function holderOf(file: string): number | undefined {
  let pid: number;
  try {
    pid = Number(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
  return pid > 0 && pid !== process.pid && isRunning(pid, word) ? pid : undefined;
}
