import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { AppError } from '@/lib/errors';

const projectDir = path.resolve(import.meta.dirname, '../..');
const migrationsDir = path.join(projectDir, 'prisma/migrations');

/** Nothing in the database is left out when it is compared or changed. */
export const noFilters = { externalTables: [], externalEnums: [] };

/** The text of prisma/schema.prisma. */
export function readDatamodel(): Promise<string> {
  return readFile(path.join(projectDir, 'prisma/schema.prisma'), 'utf8');
}

/**
 * Bring the database at `url` to the newest schema: ours, then the job queue's own.
 * PostgreSQL runs a migration file as one transaction, so one that failed has left nothing behind: it is marked
 * as rolled back, and tried again.
 * @param dir the folder of migrations, in Prisma's form
 * @param last the migration after which to stop: for a backup of an older schema
 * @returns the names of the migrations that were applied now
 * @throws AppError `unavailable` with the name of the migration that failed and the server's words
 */
export async function migrate(url: string, dir: string = migrationsDir, last?: string): Promise<string[]> {
  try {
    const pending = await pendingMigrations(url, dir);
    const applied = pending.length > 0 ? await applyMigrations(url, dir, last) : [];
    const { runMigrations } = await import('graphile-worker');
    await runMigrations({ connectionString: url });
    return applied;
  } catch (error) {
    throw new AppError('unavailable', `The database could not be migrated: ${words(error)}`, [], {
      cause: error,
    });
  }
}

/** The engine takes a second to begin, so it is loaded where there is something for it to do. */
async function applyMigrations(url: string, dir: string, last: string | undefined): Promise<string[]> {
  const { openSchemaEngine } = await import('./schema-engine');
  const { engine, close } = await openSchemaEngine(url, await readDatamodel());
  try {
    const migrationsList = await readMigrations(dir, last);
    const history = await engine.diagnoseMigrationHistory({
      migrationsList,
      optInToShadowDatabase: false,
      filters: noFilters,
    });
    for (const migrationName of history.failedMigrationNames) {
      await engine.markMigrationRolledBack({ migrationName });
    }
    const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters: noFilters });
    return appliedMigrationNames;
  } finally {
    await close();
  }
}

/**
 * The names of the migrations that the database at `url` still lacks, without changing anything.
 * @param dir the folder of migrations, in Prisma's form
 */
export async function pendingMigrations(url: string, dir: string = migrationsDir): Promise<string[]> {
  const applied = new Set(await appliedMigrations(url));
  return (await migrationNames(dir)).filter((name) => !applied.has(name));
}

/** The names of the migrations that the database at `url` has, in order; none where it was never migrated. */
export async function appliedMigrations(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows: tables } = await client.query("SELECT to_regclass('_prisma_migrations') AS name");
    if (!tables[0]?.name) return [];
    const { rows } = await client.query<{ name: string }>(
      'SELECT migration_name AS name FROM _prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY 1',
    );
    return rows.map((row) => row.name);
  } finally {
    await client.end();
  }
}

/** The names of all migrations, in order. @param dir the folder of migrations, in Prisma's form */
export async function migrationNames(dir: string = migrationsDir): Promise<string[]> {
  const entries = await readdir(dir, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** The engine wraps the server's message in several lines of JSON and advice. */
function words(error: unknown): string {
  const message = error instanceof Error ? error.message : JSON.stringify(error);
  return message.replace(/\s+/g, ' ').trim();
}

async function readMigrations(baseDir: string, last?: string) {
  const names = await migrationNames(baseDir);
  const migrationDirectories = await Promise.all(
    names
      .filter((name) => last === undefined || name <= last)
      .map(async (name) => ({
        path: name,
        migrationFile: {
          path: 'migration.sql',
          content: {
            tag: 'ok' as const,
            value: await readFile(path.join(baseDir, name, 'migration.sql'), 'utf8'),
          },
        },
      })),
  );
  const lockfile = { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' };
  return { baseDir, lockfile, shadowDbInitScript: '', migrationDirectories };
}
