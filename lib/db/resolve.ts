import { env, rereadEnv } from '@/lib/env';
import { closeDb } from './client';
import { openEmbedded, runningEmbeddedUrl } from './embedded';
import { migrate } from './migrations';

/**
 * Point this process's `db()` at the database that Apogee uses, for a command: `DATABASE_URL`, or the embedded server
 * of `DATA_DIR`. Where that runs already, beside `npm start`, it is shared; where it does not, it is started, brought
 * up to date, and ended by `close`.
 * @throws AppError `unavailable` in one plain line
 */
export async function openDatabaseForCommand(): Promise<{ close(): Promise<void> }> {
  const { DATABASE_URL, DATA_DIR } = env();
  if (DATABASE_URL) return { close: closeDb };

  const running = runningEmbeddedUrl(DATA_DIR);
  if (running) {
    use(running);
    return { close: closeDb };
  }
  const server = await openEmbedded(DATA_DIR);
  use(server.url);
  const close = async () => {
    await closeDb();
    await server.stop();
  };
  try {
    await migrate(server.url);
  } catch (error) {
    await close();
    throw error;
  }
  return { close };
}

function use(url: string): void {
  process.env.DATABASE_URL = url;
  rereadEnv();
}
