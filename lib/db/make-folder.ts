import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { AppError } from '@/lib/errors';

/**
 * Make a folder under the data folder, with its parents, and see that it can be written.
 * @throws AppError `unavailable` in one plain line
 */
export function makeFolder(folder: string, mode = 0o755): void {
  try {
    makeWithParents(folder, mode);
    // Found now rather than half-way: a folder that is there may still be read-only.
    const probe = path.join(folder, `.probe-${randomBytes(4).toString('hex')}`);
    writeFileSync(probe, '');
    rmSync(probe);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    throw new AppError(
      'unavailable',
      `The data folder ${folder} cannot be written (${code}). Set DATA_DIR to one that can.`,
    );
  }
}

/** Not `recursive: true`, which never returns under /proc (Node 20). */
function makeWithParents(folder: string, mode: number): void {
  if (existsSync(folder)) return;
  makeWithParents(path.dirname(folder), 0o755);
  mkdirSync(folder, { mode });
}
