import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { appliedMigrations, migrate, migrationNames } from '@/lib/db/migrations';
import { AppError } from '@/lib/errors';
import {
  addJobs,
  type BackupHeader,
  type BackupTrailer,
  copyLine,
  inPublic,
  jobsTable,
  makeJobsTable,
  sessionSettings,
  type TableColumns,
} from './format';
import { type CheckedBackup, readBackup } from './read-backup';
import { countRows, listTables } from './tables';

type Options = {
  /** Whether what the database holds now may be deleted. */
  replace: boolean;
  /** The folder of migrations, in Prisma's form: Apogee's own. */
  migrationsDir?: string;
  /** Told of each table once it is taken in. */
  tell: (table: string, rows: number) => void;
};

/**
 * Put what is in a backup into the database at `url`, in the place of what is there, in one transaction: where anything is
 * amiss, the database holds what it held.
 * The schema is brought to that of the file, then to the newest. The catalogue's version never goes back where readers may
 * have seen a higher one: it stands for what they have in their caches.
 * @throws AppError `invalid` or `conflict` in one plain line: a file that is no backup, damaged, or of a newer Apogee; a database that is in
 *   use, or holds something and `replace` is not given
 */
export async function restoreBackup(
  url: string,
  { file, header, trailer }: CheckedBackup,
  options: Options,
): Promise<void> {
  const known = await migrationNames(options.migrationsDir);
  refuseNewer(header, known);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await refuseWhereInUse(client);
    if (!options.replace) await refuseWhereFilled(client);
    await migrateTo(url, header, options.migrationsDir);
    await client.query(sessionSettings.join(' '));
    await client.query('BEGIN');
    try {
      await putIn(client, file, trailer, options.tell);
      await client.query('COMMIT');
    } catch (error) {
      await client.query('ROLLBACK');
      throw error;
    }
    if (header.migrations.length < known.length) await migrate(url, options.migrationsDir);
    await client.query('ANALYZE');
  } finally {
    await client.end();
  }
}

async function putIn(
  client: pg.Client,
  file: string,
  trailer: BackupTrailer,
  tell: Options['tell'],
): Promise<void> {
  const tables = await listTables(client);
  const names = tables.map(({ table }) => inPublic(table));
  const { rows: before } = await client.query<{ version: number }>('SELECT version FROM catalogue');
  await client.query(`TRUNCATE ${names.join(', ')}`);
  await client.query('DELETE FROM graphile_worker._private_jobs');
  // A trigger says what a change has to do or must not do; these rows have been through that.
  for (const name of names) await client.query(`ALTER TABLE ${name} DISABLE TRIGGER USER`);
  await client.query(makeJobsTable);

  for await (const part of readBackup(file)) {
    if (part.kind !== 'table') continue;
    checkColumns(part, [...tables, jobsTable]);
    const target = client.query(copyFrom(copyLine(part).replace(' FROM stdin;', ' FROM STDIN')));
    await pipeline(Readable.from(part.rows, { objectMode: false }), target);
    if (target.rowCount !== trailer.rows[part.table])
      throw new AppError('invalid', `The rows of ${part.table} are not as many as the backup says.`);
    tell(part.table, target.rowCount);
  }
  await client.query(addJobs);
  await client.query(makeJobsTable.replace(/^CREATE TEMP TABLE ("\w+").*$/, 'DROP TABLE pg_temp.$1'));
  for (const [name, last] of Object.entries(trailer.sequences)) {
    if (last !== null) await client.query('SELECT setval($1::regclass, $2)', [inPublic(name), last]);
  }
  for (const name of names) await client.query(`ALTER TABLE ${name} ENABLE TRIGGER USER`);
  await client.query('UPDATE catalogue SET version = $1 + 1 WHERE version <= $1 AND $1 > 0', [
    before[0]?.version ?? 0,
  ]);
}

/** The names in the file become part of a statement: only those of the schema do. */
function checkColumns({ table, columns }: TableColumns, known: TableColumns[]): void {
  const own = known.find((one) => one.table === table)?.columns ?? [];
  const stranger = columns.find((column) => !own.includes(column));
  if (own.length === 0 || stranger)
    throw new AppError(
      'invalid',
      `The backup has ${stranger ? `a column ${stranger} in` : ''} ${table}, which this schema has not.`,
    );
}

function refuseNewer({ apogee, migrations }: BackupHeader, known: string[]): void {
  const stranger = migrations.find((name, index) => known[index] !== name);
  if (stranger) {
    throw new AppError(
      'invalid',
      `The backup is of another Apogee (${apogee}): its schema has ${stranger}, which this one does not know. Update Apogee first.`,
    );
  }
}

/** Beneath a running Apogee nothing is restored: pages would mix the two, and the worker would send what it has in hand. */
async function refuseWhereInUse(client: pg.Client): Promise<void> {
  // A connection that was closed just now is seen a little longer.
  for (const deadline = Date.now() + 2000; ; await new Promise((resolve) => setTimeout(resolve, 50))) {
    const { rows } = await client.query<{ others: number }>(`
      SELECT count(*)::int AS others FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()
        AND usesysid IS NOT NULL AND coalesce(backend_type, 'client backend') = 'client backend'`);
    const others = rows[0]?.others ?? 0;
    if (others === 0) return;
    if (Date.now() > deadline) {
      throw new AppError(
        'conflict',
        `The database is in use (connections: ${others}). Stop Apogee first: npm start, or every web and worker process.`,
      );
    }
  }
}

async function refuseWhereFilled(client: pg.Client): Promise<void> {
  const tables = await listTables(client);
  const { catalogue: _, ...counts } = await countRows(client, tables);
  const held = Object.entries(counts).map(([table, rows]) => `${rows} ${table.replaceAll('_', ' ')}`);
  if (held.length > 0) {
    throw new AppError(
      'conflict',
      `The database is not empty. With --replace all of it would be deleted: ${held.join(', ')}.`,
    );
  }
}

async function migrateTo(url: string, { migrations }: BackupHeader, dir?: string): Promise<void> {
  const tooNew = (await appliedMigrations(url)).filter((name) => !migrations.includes(name));
  if (tooNew.length > 0) {
    throw new AppError(
      'conflict',
      `The backup is of an older schema than the database (${tooNew.join(', ')}). Restore it where nothing has been set up yet: into an empty database, or a DATA_DIR that is not there.`,
    );
  }
  await migrate(url, dir, migrations.at(-1));
}
