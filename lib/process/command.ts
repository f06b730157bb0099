import { env, rereadEnv } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { loadEnvironmentFile } from './environment-file';
import { plainWords } from './plain-words';

/**
 * Run a command of bin/: with `.env` taken in, and one plain line and exit code 1 where it fails.
 * @param work what the command does
 */
export async function runCommand(work: () => Promise<void>): Promise<void> {
  // Whoever reads along may have had enough: `npm run import -- FILE --dry-run | head`. The work goes on to its end.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  try {
    loadEnvironmentFile();
    await work();
  } catch (error) {
    console.error(plainWords(error));
    process.exitCode = 1;
  }
}

/**
 * Name the database for this process where the environment does not: the embedded one, if it runs.
 * @throws AppError `unavailable` where there is none
 */
export async function nameRunningDatabase(): Promise<string> {
  const { DATABASE_URL, DATA_DIR } = env();
  if (DATABASE_URL) return DATABASE_URL;
  const { runningEmbeddedUrl } = await import('@/lib/db/embedded');
  const url = runningEmbeddedUrl(DATA_DIR);
  if (!url) {
    throw new AppError(
      'unavailable',
      `No database: DATABASE_URL is not set, and no embedded one runs in ${DATA_DIR} (npm start starts it).`,
    );
  }
  process.env.DATABASE_URL = url;
  rereadEnv();
  return url;
}
