import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { otherSupervisor, supervisorFile } from '@/lib/db/supervisor';
import { AppError } from '@/lib/errors';

/**
 * Take the data folder for this process: two supervisors on one folder would run two workers and stop each
 * other's database.
 * @returns how to let go of it
 * @throws AppError `unavailable` where another one that is alive holds it
 */
export function lockDataFolder(dataDir: string): () => void {
  const file = supervisorFile(dataDir);
  const holder = otherSupervisor(dataDir);
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
