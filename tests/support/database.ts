import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, inject } from 'vitest';
import { closeDb } from '@/lib/db/client';
import { rereadEnv } from '@/lib/env';

/**
 * Give this test file a database of its own, and point `db()` at it. Call it at the top of the file.
 * @param sessionZone the zone that new sessions of the database are in. Not UTC by default, so that a value which
 *   depends on it is found
 */
export function testDatabase({ template = 'template_lists', sessionZone = 'America/New_York' } = {}): void {
  const name = `test_${randomBytes(6).toString('hex')}`;
  beforeAll(async () => {
    await atServer(`CREATE DATABASE ${name} TEMPLATE ${template}`);
    await atServer(`ALTER DATABASE ${name} SET timezone TO '${sessionZone}'`);
    process.env.DATABASE_URL = databaseUrl(name);
    rereadEnv();
  });
  afterAll(async () => {
    await closeDb();
    await atServer(`DROP DATABASE ${name} WITH (FORCE)`);
  });
}

/** What a bare client, in the database's own session zone, reads from this file's database. */
export async function rowsOf(statement: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

export function databaseUrl(name: string): string {
  const url = new URL(inject('serverUrl'));
  url.pathname = `/${name}`;
  return url.href;
}

/** Run one statement on the server, outside any test database. */
export async function atServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject('serverUrl') });
  await client.connect();
  await client.query(statement);
  await client.end();
}
