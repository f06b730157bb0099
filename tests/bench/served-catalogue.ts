import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadEvents } from '@/lib/catalogue/commands';
import { seeder } from '@/lib/catalogue/permissions';
import { eventInput } from '@/lib/catalogue/schema';
import { loadReferenceLists } from '@/lib/catalogue/starter';
import { openEmbedded } from '@/lib/db/embedded';
import { migrate } from '@/lib/db/migrations';
import { rereadEnv } from '@/lib/env';
import { addDays } from '@/lib/format/dates';
import { parse } from '@/lib/parse';

const projectDir = path.resolve(import.meta.dirname, '../..');
const next = path.join(projectDir, 'node_modules/next/dist/bin/next');

/** Do something with a production server on a catalogue of its own; both are gone afterwards. Builds where there is no build. */
export async function withServedCatalogue<T>(work: (url: string) => Promise<T>): Promise<T> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'apogee-bench-'));
  const database = await openEmbedded(dataDir);
  let server: ChildProcess | undefined;
  try {
    process.env.DATABASE_URL = database.url;
    rereadEnv();
    await migrate(database.url);
    await loadReferenceLists();
    await loadRounds();
    if (!existsSync(path.join(projectDir, '.next/BUILD_ID'))) build();
    const port = await freePort();
    server = serve(port, database.url);
    const url = `http://127.0.0.1:${port}`;
    await answering(url, server);
    return await work(url);
  } finally {
    await ended(server);
    await database.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Two hundred rounds over ten years: about as many as are known of North Korea. */
async function loadRounds(): Promise<void> {
  const classes = ['SRBM', 'SRBM', 'MRBM', 'IRBM', 'ICBM', 'CM', 'SLV', 'unknown'] as const;
  const rounds = Array.from({ length: 200 }, (_, index) => {
    const localDate = addDays('2015-01-01', index * 18);
    const event = {
      country: 'KP',
      localDate,
      status: 'confirmed',
      salvos: [
        { class: classes[index % classes.length], countMin: 1 + (index % 3), distanceKm: 100 + index },
      ],
      citations: [{ publisher: 'Bench', url: 'https://example.org/report' }],
    };
    return { ...parse(eventInput, event), slug: `kp-${localDate}` };
  });
  await loadEvents(rounds, { actor: seeder, reason: 'bench' });
}

function build(): void {
  const result = spawnSync(process.execPath, [next, 'build'], { cwd: projectDir, stdio: 'inherit' });
  if (result.status !== 0) throw new Error('The build failed.');
}

function serve(port: number, databaseUrl: string): ChildProcess {
  return spawn(process.execPath, [next, 'start', '--port', String(port)], {
    cwd: projectDir,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production', PORT: String(port), DATABASE_URL: databaseUrl },
  });
}

async function answering(url: string, server: ChildProcess): Promise<void> {
  for (const deadline = Date.now() + 60_000; Date.now() < deadline; ) {
    if (server.exitCode !== null) break;
    const answer = await fetch(`${url}/api/v1/nothing`).catch(() => null);
    if (answer) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('The server did not start.');
}

function ended(server: ChildProcess | undefined): Promise<void> {
  return new Promise((resolve) => {
    if (!server || server.exitCode !== null || server.signalCode !== null) return resolve();
    server.once('exit', () => resolve());
    server.kill('SIGTERM');
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
