import { loadEnvironmentFile } from '@/lib/process/environment-file';
import { plainWords } from '@/lib/process/plain-words';
import { Shutdown } from '@/lib/process/shutdown';
import { startEverything } from '@/lib/process/start-everything';

process.env.NEXT_TELEMETRY_DISABLED ??= '1';
process.env.CHECKPOINT_DISABLE ??= '1';

const shutdown = new Shutdown();
try {
  loadEnvironmentFile();
  await startEverything({ dev: process.argv.includes('--dev'), shutdown });
} catch (error) {
  // What is being ended fails, and that is no news.
  if (!shutdown.begun) {
    console.error(plainWords(error));
    await shutdown.end();
    process.exit(1);
  }
}
