import { existsSync } from 'node:fs';
import path from 'node:path';
import { AppError } from '@/lib/errors';
import { projectDir } from './project';

/**
 * Take what `.env` says into the environment. A variable that is set already wins.
 * @throws AppError `unavailable` where the file is there and cannot be read
 */
export function loadEnvironmentFile(file: string = path.join(projectDir, '.env')): void {
  if (!existsSync(file)) return;
  try {
    process.loadEnvFile(file);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : error;
    throw new AppError('unavailable', `${file} cannot be read (${code}).`);
  }
}
