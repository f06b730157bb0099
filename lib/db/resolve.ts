import { existsSync } from 'node:fs';
import path from 'node:path';
import { env, rereadEnv } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { closeDb } from './client';
import { openEmbedded, runningEmbeddedUrl } from './embedded';
import { migrate } from './migrations';
import { reachDatabase } from './reach';

/**
 * Point this process's `db()` at the database that Apogee uses, for a command: `DATABASE_URL`, or the embedded server
 * of `DATA_DIR`. Where that runs already, beside `npm start`, it is shared; where it does not, it is started, brought
 * up to date, and ended by `close`.
 * @throws AppError `unavailable` in one plain line
 */
export async function openDatabaseForCommand(): Promise<{ close(): Promise<void> }> {
  const { DATABASE_URL, DATA_DIR } = env();
  if (DATABASE_URL) {
    await reachDatabase(DATABASE_URL);
    return { close: closeDb };
  }

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

/**
 * The address of the same database, as it is: nothing is migrated. For what has to work on any schema.
 * @param mayMake whether an embedded database may be made where there is none
 * @throws AppError `unavailable` in one plain line
 */
export async function openDatabaseAsItIs({ mayMake }: { mayMake: boolean }): Promise<{
  url: string;
  close(): Promise<void>;
}> {
  const { DATABASE_URL, DATA_DIR } = env();
  if (DATABASE_URL) {
    await reachDatabase(DATABASE_URL);
    return { url: DATABASE_URL, close: async () => {} };
  }
  if (!mayMake && !existsSync(path.join(DATA_DIR, 'postgres/PG_VERSION')))
    throw new AppError('unavailable', `There is no database in ${DATA_DIR}, and DATABASE_URL is not set.`);
  const server = await openEmbedded(DATA_DIR);
  return { url: server.url, close: server.stop };
}

function use(url: string): void {
  process.env.DATABASE_URL = url;
  rereadEnv();
}
