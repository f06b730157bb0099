import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { openEmbedded } from '@/lib/db/embedded';

/** The machine's own PostgreSQL, in Debian's usual place. */
const debian = '/usr/lib/postgresql';

/**
 * A second PostgreSQL server: the machine's own, of another version than ours, where there is one; else another of ours.
 * It lives until `stop`.
 */
export async function anotherServer(): Promise<{ url: string; stop: () => Promise<void> }> {
  const [version] = existsSync(debian) ? readdirSync(debian) : [];
  const dir = mkdtempSync(path.join(tmpdir(), 'apogee-another-'));
  const remove = () => rmSync(dir, { recursive: true, force: true });
  if (!version || process.getuid?.() !== 0) {
    const { url, stop } = await openEmbedded(dir);
    return { url, stop: () => stop().then(remove) };
  }
  const bin = path.join(debian, version, 'bin');
  const runAs = { uid: idOf('-u'), gid: idOf('-g') };
  const cluster = path.join(dir, 'cluster');
  mkdirSync(cluster);
  for (const folder of [dir, cluster]) chownSync(folder, runAs.uid, runAs.gid);
  execFileSync(
    path.join(bin, 'initdb'),
    ['-D', cluster, '-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--locale=C'],
    {
      ...runAs,
      cwd: '/',
      stdio: 'ignore',
    },
  );
  const port = await freePort();
  const flags = [
    '-D',
    cluster,
    '-p',
    String(port),
    '-c',
    'listen_addresses=127.0.0.1',
    '-c',
    'unix_socket_directories=',
  ];
  const server = spawn(path.join(bin, 'postgres'), flags, { ...runAs, cwd: '/', stdio: 'ignore' });
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  await answered(url);
  const stop = () =>
    new Promise<void>((resolve) => {
      server.once('exit', () => resolve(remove()));
      server.kill('SIGINT');
    });
  return { url, stop };
}

async function answered(url: string): Promise<void> {
  for (const deadline = Date.now() + 20_000; ; ) {
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

function idOf(flag: string): number {
  return Number(spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' }).stdout);
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}
