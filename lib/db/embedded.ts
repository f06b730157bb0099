import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, closeSync, existsSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import pg from 'pg';
import { AppError } from '@/lib/errors';
import { binariesFolder, clusterFolder, type RunAs, unprivilegedUser } from './embedded-places';
import { isRunning } from './is-running';
import { makeFolder } from './make-folder';
import { otherSupervisor } from './supervisor';

/** A PostgreSQL server of our own: its address, and how to end it. */
export type EmbeddedServer = {
  url: string;
  started: boolean;
  stop: () => Promise<void>;
  /** Called if a server that we started ends by itself, with the last line of its log. */
  onEnd: (tell: (lastWords: string) => void) => void;
};

/**
 * The PostgreSQL server out of npm, with its cluster under `dataDir`/postgres: made if there is none, started
 * if it does not run. It listens on the loopback address only, on a free port.
 * @param adopt for the supervisor, which outlives every command: a server that was already running, left by one that
 *   was killed, is its own from then on, and ended by `stop`
 * @returns `started` false where a server was already running on that cluster; unless adopted, `stop` leaves it alone
 * @throws AppError `unavailable` in one plain line
 */
export async function openEmbedded(
  dataDir: string,
  { adopt = false }: { adopt?: boolean } = {},
): Promise<EmbeddedServer> {
  makeFolder(dataDir);
  const runAs = unprivilegedUser();
  const cluster = clusterFolder(dataDir, runAs);
  const binaries = binariesFolder(runAs);
  const password = keptPassword(dataDir);
  if (!existsSync(path.join(cluster, 'PG_VERSION'))) initialise(cluster, binaries, password, runAs);

  const running = runningServer(cluster);
  if (running) {
    const url = urlOf(running.port, password);
    await reached(url);
    const found = { url, started: false, stop: async () => {}, onEnd: () => {} };
    return adopt ? { ...found, ...adopted(running.pid, logFileOf(dataDir)) } : found;
  }
  const server = await start(cluster, binaries, password, runAs, logFileOf(dataDir));
  // A supervisor that came meanwhile has made it its own.
  return { ...server, stop: async () => (otherSupervisor(dataDir) ? undefined : server.stop()) };
}

/** The address of the server that runs on `dataDir`'s cluster now, if one does. */
export function runningEmbeddedUrl(dataDir: string): string | undefined {
  const cluster = path.join(dataDir, 'postgres');
  if (!existsSync(path.join(cluster, 'PG_VERSION'))) return undefined;
  const running = runningServer(cluster);
  return running && urlOf(running.port, keptPassword(dataDir));
}

async function start(
  cluster: string,
  binaries: string,
  password: string,
  runAs: RunAs,
  logFile: string,
): Promise<EmbeddedServer> {
  const port = await freePort();
  const log = openSync(logFile, 'a', 0o600);
  // A session of its own: Ctrl-C reaches only the supervisor, which ends web and worker first.
  const server = spawn(
    path.join(binaries, 'bin/postgres'),
    ['-D', cluster, '-p', String(port), '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
    { ...runAs, cwd: cluster, detached: true, stdio: ['ignore', log, log], env: serverEnv() },
  );
  closeSync(log);
  server.unref();
  const url = urlOf(port, password);
  const ended = new Promise<never>((_, reject) => {
    const fail = () =>
      reject(new AppError('unavailable', `The database did not start: ${lastLine(logFile)} (${logFile})`));
    server.once('exit', fail).once('error', fail);
  });
  ended.catch(() => {});
  await Promise.race([reached(url), ended]);
  let stopping = false;
  return {
    url,
    started: true,
    stop: () => {
      stopping = true;
      return stop(server);
    },
    onEnd: (tell) => server.once('exit', () => stopping || tell(lastLine(logFile))),
  };
}

/** A fast shutdown (SIGINT): sessions are ended, everything committed is on disk. */
function stop(server: ReturnType<typeof spawn>): Promise<void> {
  return new Promise((resolve) => {
    if (server.exitCode !== null || server.signalCode !== null) return resolve();
    server.ref(); // or the process would end before the server does
    server.once('exit', () => resolve());
    server.kill('SIGINT');
  });
}

/** The same of a server that is nobody's child any more. */
function adopted(pid: number, logFile: string): Pick<EmbeddedServer, 'stop' | 'onEnd'> {
  const ended = async () => {
    while (isRunning(pid, 'postgres')) await new Promise((resolve) => setTimeout(resolve, 50));
  };
  let watch: NodeJS.Timeout | undefined;
  return {
    stop: () => {
      clearInterval(watch);
      if (isRunning(pid, 'postgres')) process.kill(pid, 'SIGINT');
      return ended();
    },
    onEnd: (tell) => {
      watch = setInterval(() => {
        if (isRunning(pid, 'postgres')) return;
        clearInterval(watch);
        tell(lastLine(logFile));
      }, 1000);
      watch.unref();
    },
  };
}

function initialise(cluster: string, binaries: string, password: string, runAs: RunAs): void {
  makeFolder(cluster, 0o700);
  const passwordFile = path.join(cluster, '..', `.initdb-${randomBytes(6).toString('hex')}`);
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (runAs.uid !== undefined && runAs.gid !== undefined) {
    chownSync(cluster, runAs.uid, runAs.gid);
    chownSync(passwordFile, runAs.uid, runAs.gid);
  }
  const flags = [
    `--pgdata=${cluster}`,
    '--username=postgres',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
  ];
  const result = spawnSync(path.join(binaries, 'bin/initdb'), flags, {
    ...runAs,
    cwd: '/',
    encoding: 'utf8',
    env: serverEnv(),
  });
  rmSync(passwordFile, { force: true });
  if (result.status === 0) return;
  rmSync(cluster, { recursive: true, force: true });
  const why = result.error?.message ?? result.stderr.trim().split('\n').at(-1);
  throw new AppError('unavailable', `The database could not be set up in ${cluster}: ${why}`);
}

/** The server speaks English and counts in UTC, whatever the machine does. */
function serverEnv(): NodeJS.ProcessEnv {
  return { NODE_ENV: process.env.NODE_ENV, PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' };
}

function urlOf(port: number, password: string): string {
  return `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
}

/** PostgreSQL notes its process and port in postmaster.pid, and removes the file when it ends. */
function runningServer(cluster: string): { pid: number; port: number } | undefined {
  const file = path.join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, 'utf8').split('\n');
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  return pid && port && isRunning(pid, 'postgres') ? { pid, port } : undefined;
}

/** Wait until the server answers: it takes connections some tenths of a second after it starts. */
async function reached(url: string): Promise<void> {
  for (const deadline = Date.now() + 30_000; ; ) {
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => {});
    try {
      await client.connect();
      return;
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 25));
    } finally {
      await client.end().catch(() => {});
    }
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}

function keptPassword(dataDir: string): string {
  const file = path.join(dataDir, 'postgres-password');
  if (!existsSync(file)) writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600 });
  return readFileSync(file, 'utf8').trim();
}

function logFileOf(dataDir: string): string {
  return path.join(dataDir, 'postgres.log');
}

function lastLine(file: string): string {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
  return lines.at(-1) ?? 'it said nothing';
}
