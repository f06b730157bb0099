import { env, rereadEnv } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { reasonToBuild } from '@/lib/process/build';
import { KeptChild } from '@/lib/process/children';
import { nameRunningDatabase, runCommand } from '@/lib/process/command';
import { freePort } from '@/lib/process/port';
import { answering, webPlan } from '@/lib/process/services';
import { Shutdown } from '@/lib/process/shutdown';

/** Serve the pages and nothing else: on a database that is migrated, from a build that is there. */
await runCommand(async () => {
  const { pendingMigrations } = await import('@/lib/db/migrations');
  const { reachDatabase } = await import('@/lib/db/reach');
  process.env.PORT = String(await freePort(env().PORT));
  rereadEnv();
  const url = await nameRunningDatabase();
  await reachDatabase(url);
  const pending = await pendingMigrations(url);
  if (pending.length > 0) {
    throw new AppError(
      'unavailable',
      `The database lacks ${pending.length} migrations. Run: npm run migrate`,
    );
  }
  const reason = reasonToBuild();
  if (reason) throw new AppError('unavailable', `Run npm run build first: ${reason}.`);

  const shutdown = new Shutdown();
  const child = new KeptChild(webPlan(env(), false));
  shutdown.add('web', () => child.end());
  if (await answering(env().PORT, () => shutdown.begun)) console.log(`  ready at ${env().APP_URL}`);
});
