import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { Logger, run } from 'graphile-worker';
import pg from 'pg';
import { beat } from '@/lib/alerts/heartbeat';
import { databaseUrl, sessionOptions } from '@/lib/db/client';
import { log } from '@/lib/log';
import { closeRenderer } from '@/lib/mail/render';
import { closeMailer, mailer } from '@/lib/mail/transport';
import { taskList, timetable } from './tasks';

const concurrency = 4;
const beatSeconds = 10;

/** A worker that has begun. `stop` finishes what is under way; `ended` settles when it is over, however that came. */
export type RunningWorker = { stop: () => Promise<void>; ended: Promise<void> };

/**
 * Begin to work on the job queue of `db()`'s database: alerts, their mails, and the timetable.
 * @throws AppError `unavailable` where the mail settings cannot be used
 */
export async function startWorker(): Promise<RunningWorker> {
  const { kind } = mailer();
  const pool = new pg.Pool({
    connectionString: databaseUrl(),
    options: sessionOptions,
    max: concurrency + 2,
  });
  const onLoss = (error: Error) => log().error({ err: error }, 'a database connection was lost');
  pool.on('error', onLoss);
  pool.on('connect', (client) => client.on('error', onLoss));
  const stopping = new AbortController();
  const runner = await run({
    pgPool: pool,
    taskList: taskList(stopping.signal),
    crontab: timetable,
    concurrency,
    pollInterval: 2000,
    noHandleSignals: true,
    gracefulShutdownAbortTimeout: 60_000,
    logger: queueLogger(),
  });
  // What was due while no worker ran does not wait for the timetable.
  await runner.addJob('deliver', {}, { jobKey: 'deliver-start' });
  const stopBeating = await startBeating();
  log().info({ mail: kind }, 'the worker has begun');

  const ended = runner.promise.finally(async () => {
    stopBeating();
    closeMailer();
    closeRenderer();
    await pool.end();
  });
  return {
    ended,
    stop: async () => {
      // Two reasons to end may come at once: a signal, and the supervisor's end.
      if (!stopping.signal.aborted) {
        stopping.abort();
        await runner.stop();
      }
      await ended;
    },
  };
}

async function startBeating(): Promise<() => void> {
  const workerId = `${hostname()}-${process.pid}-${randomBytes(3).toString('hex')}`;
  await beat(workerId, new Date());
  const timer = setInterval(() => {
    beat(workerId, new Date()).catch((error) => log().error({ err: error }, 'the heartbeat was not written'));
  }, beatSeconds * 1000);
  return () => clearInterval(timer);
}

/** The job queue's lines, among ours. What it says of each job that went well is for debugging. */
function queueLogger(): Logger {
  return new Logger((scope) => (level, message, meta) => {
    const fields = { ...scope, ...(meta?.error ? { err: meta.error } : {}) };
    if (level === 'error') log().error(fields, message);
    else if (level === 'warning') log().warn(fields, message);
    else log().debug(fields, message);
  });
}
