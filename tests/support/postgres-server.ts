import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { loadReferenceLists } from '@/lib/catalogue/starter';
import { closeDb } from '@/lib/db/client';
import { openEmbedded } from '@/lib/db/embedded';
import { migrate } from '@/lib/db/migrations';
import { rereadEnv } from '@/lib/env';

declare module 'vitest' {
  interface ProvidedContext {
    /** The server's address, with the database left open: `databaseUrl(name)` fills it in. */
    serverUrl: string;
  }
}

/** Vitest's global setup: one real PostgreSQL for the run, with the template that each test file's database is cloned from. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'apogee-test-'));
  const server = await openEmbedded(dataDir);
  await makeTemplate(server.url, 'template_lists');
  project.provide('serverUrl', server.url);
  return async () => {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}

/** A migrated database with countries, classes, systems and sites, and no event. */
async function makeTemplate(serverUrl: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  await client.query(`CREATE DATABASE ${name}`);
  await client.end();
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  await migrate(url.href);
  process.env.DATABASE_URL = url.href;
  rereadEnv();
  await loadReferenceLists();
  await closeDb();
}
