import { openDatabaseForCommand } from '@/lib/db/resolve';
import { startWorker } from '@/lib/jobs/run-worker';
import { log } from '@/lib/log';
import { loadEnvironmentFile } from '@/lib/process/environment-file';
import { plainWords } from '@/lib/process/plain-words';

// Read first of all: it is another as soon as the parent has ended.
const parent = process.ppid;
/** So long what is under way may take once the worker is to end: a database that is gone would hold it for ever. */
const patienceMs = 60_000;

/** `npm run worker`: makes alerts and sends their mails until SIGTERM, SIGINT, or the end of its parent. */
async function main(): Promise<void> {
  loadEnvironmentFile();
  const database = await openDatabaseForCommand();
  try {
    const worker = await startWorker();
    const stop = (why: string) => {
      log().info({ why }, 'the worker finishes what is under way');
      setTimeout(() => process.exit(1), patienceMs).unref();
      worker.stop().catch((error) => log().error({ err: error }, 'the worker did not end well'));
    };
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => stop(signal));
    onParentsEnd(() => stop('its parent has ended'));
    await worker.ended;
  } finally {
    await database.close();
  }
}

/** A supervisor that is killed cannot pass the signal on: the worker would run on unseen. */
function onParentsEnd(stop: () => void): void {
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    stop();
  }, 1000);
  timer.unref();
  process.once('disconnect', stop);
}

main().then(
  () => process.exit(0),
  (error) => {
    console.error(plainWords(error));
    process.exit(1);
  },
);
