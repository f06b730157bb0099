import { env } from '@/lib/env';
import { runCommand } from '@/lib/process/command';

/** Bring the database to the newest schema: DATABASE_URL, or the embedded one, which need not be running. */
await runCommand(async () => {
  const { migrate } = await import('@/lib/db/migrations');
  const { reachDatabase } = await import('@/lib/db/reach');
  const { openEmbedded } = await import('@/lib/db/embedded');
  const { DATABASE_URL, DATA_DIR } = env();
  const server = DATABASE_URL ? undefined : await openEmbedded(DATA_DIR);
  try {
    const url = server?.url ?? DATABASE_URL ?? '';
    await reachDatabase(url);
    const applied = await migrate(url);
    console.log(
      applied.length ? `Applied: ${applied.join(', ')}` : 'Nothing to do: the schema is the newest.',
    );
  } finally {
    await server?.stop();
  }
});
