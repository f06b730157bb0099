import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { migrate, noFilters, pendingMigrations, readDatamodel } from '@/lib/db/migrations';
import { openSchemaEngine } from '@/lib/db/schema-engine';
import { projectDir } from '@/lib/process/project';
import { atServer, databaseUrl } from '@/tests/support/database';
import { readSchema } from '@/tests/support/read-schema';

const name = 'test_migrations';
const other = 'test_migrations_diff';
const url = () => databaseUrl(name);

beforeEach(async () => {
  for (const database of [name, other]) {
    await atServer(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
    await atServer(`CREATE DATABASE ${database}`);
  }
});
afterAll(async () => {
  for (const database of [name, other]) await atServer(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
});

describe('migrations', () => {
  it('give the same database as schema.prisma', async () => {
    await migrate(url());
    const { engine, close } = await openSchemaEngine(databaseUrl(other), await readDatamodel());
    const { stdout } = await engine.diff({
      from: { tag: 'empty' },
      to: { tag: 'schemaDatamodel', files: [{ path: 'schema.prisma', content: await readDatamodel() }] },
      script: true,
      exitCode: null,
      filters: noFilters,
    });
    await close();
    await run(databaseUrl(other), stdout ?? '');
    const [fromMigrations, fromSchema] = [await readSchema(url()), await readSchema(databaseUrl(other))];
    expect(fromSchema.columns.length).toBeGreaterThan(100);
    expect(fromMigrations).toEqual(fromSchema);
  });

  it('apply once: a second run has nothing to do', async () => {
    const all = await pendingMigrations(url());
    expect(all).toContain('20261123000000_first');
    expect(await migrate(url())).toEqual(all);
    expect(await migrate(url())).toEqual([]);
    expect(await pendingMigrations(url())).toEqual([]);
  });
});

describe('a migration that fails half-way', () => {
  let dir: string;
  beforeAll(() => {
    dir = mkdtempSync(path.join(tmpdir(), 'apogee-migrations-'));
    cpSync(path.join(projectDir, 'prisma/migrations'), dir, { recursive: true });
    mkdirSync(path.join(dir, '20990101000000_second'));
  });
  afterAll(() => rmSync(dir, { recursive: true, force: true }));
  const write = (sql: string) => writeFileSync(path.join(dir, '20990101000000_second/migration.sql'), sql);

  it('leaves nothing, is named, and goes through by the same command once it is mended', async () => {
    write('CREATE TABLE half (id int); SELECT 1 / 0;');
    await expect(migrate(url(), dir)).rejects.toThrow(/20990101000000_second/);
    expect(await run(url(), "SELECT to_regclass('half') AS name")).toEqual([{ name: null }]);
    write('CREATE TABLE half (id int);');
    expect(await migrate(url(), dir)).toEqual(['20990101000000_second']);
    expect(await run(url(), "SELECT to_regclass('half')::text AS name")).toEqual([{ name: 'half' }]);
  });
});

async function run(at: string, statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: at });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}
