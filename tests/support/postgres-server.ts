import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { loadReferenceLists, loadStarterCatalogue } from '@/lib/catalogue/starter';
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

/** Vitest's global setup: one real PostgreSQL for the run, with the templates that each test file's database is cloned from. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'apogee-test-'));
  const server = await openEmbedded(dataDir);
  await makeTemplates(server.url);
  project.provide('serverUrl', server.url);
  return async () => {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}

/**
 * `template_lists`: a migrated database with countries, classes, systems and sites, and no event.
 * `template_seeded`: the same with the starter catalogue.
 */
async function makeTemplates(serverUrl: string): Promise<void> {
  await atServer(serverUrl, 'CREATE DATABASE template_lists');
  const lists = databaseOn(serverUrl, 'template_lists');
  await migrate(lists);
  await loadInto(lists, loadReferenceLists);
  await atServer(serverUrl, 'CREATE DATABASE template_seeded TEMPLATE template_lists');
  await loadInto(databaseOn(serverUrl, 'template_seeded'), loadStarterCatalogue);
}

async function loadInto(url: string, load: () => Promise<unknown>): Promise<void> {
  process.env.DATABASE_URL = url;
  rereadEnv();
  await load();
  await closeDb();
}

async function atServer(serverUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  await client.query(statement);
  await client.end();
}

function databaseOn(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}
