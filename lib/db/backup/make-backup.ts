import { createHash } from 'node:crypto';
import { existsSync, rmSync, statSync } from 'node:fs';
import { open, rename } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { appliedMigrations } from '@/lib/db/migrations';
import { AppError } from '@/lib/errors';
import {
  addJobs,
  type BackupHeader,
  copyLine,
  firstLine,
  inPublic,
  jobsTable,
  makeJobsTable,
  quoted,
  readJobs,
  sessionSettings,
  type TableColumns,
} from './format';
import { listTables, readSequences } from './tables';

type Options = Pick<BackupHeader, 'apogee' | 'authSecret'> & {
  now: Date;
  /** Told of each table once it is written. */
  tell: (table: string, rows: number) => void;
};

/**
 * Write everything that the database at `url` holds into `file` (see ./format.ts), as it stands at one moment: beside a
 * running Apogee nothing is half in it. Rows pass through as they come, so that memory does not grow with them.
 * The file can be read by its owner alone, and is there once it is whole.
 * @returns its size in bytes
 * @throws AppError `invalid` in one plain line, where the file is there already or cannot be written, or where the database is
 *   none of Apogee's
 */
export async function makeBackup(url: string, file: string, options: Options): Promise<number> {
  if (existsSync(file)) throw new AppError('invalid', `${file} is there already. Name a new file.`);
  const migrations = await appliedMigrations(url);
  if (migrations.length === 0)
    throw new AppError('invalid', 'The database has no schema of Apogee: there is nothing to back up.');

  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const partial = `${file}.partial`;
  try {
    const target = await open(partial, 'wx', 0o600).catch((error) => refuseToWrite(partial, error));
    try {
      const script = writeScript(client, migrations, options);
      await pipeline(
        Readable.from(script, { objectMode: false }),
        createGzip(),
        target.createWriteStream({ flush: true }),
      );
    } catch (error) {
      rmSync(partial, { force: true });
      throw isFileError(error) ? refuseToWrite(partial, error) : error;
    }
    await rename(partial, file);
    return statSync(file).size;
  } finally {
    await client.end();
  }
}

async function* writeScript(
  client: pg.Client,
  migrations: string[],
  { apogee, authSecret, now, tell }: Options,
): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  const lines = (...texts: string[]) => {
    const bytes = Buffer.from(`${texts.join('\n')}\n`);
    hash.update(bytes);
    return bytes;
  };
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY');
  await client.query(sessionSettings.join(' '));
  const { rows: facts } = await client.query<{ postgres: string; version: number }>(
    "SELECT current_setting('server_version') AS postgres, version FROM catalogue",
  );
  const header: BackupHeader = {
    madeAt: now.toISOString(),
    apogee,
    postgres: facts[0]?.postgres.split(' ')[0] ?? '',
    migrations,
    catalogueVersion: facts[0]?.version ?? 0,
    authSecret,
  };
  yield lines(firstLine, `-- ${JSON.stringify(header)}`, ...sessionSettings);
  yield lines('DELETE FROM "public"."catalogue";');

  const rows: Record<string, number> = {};
  const sequences = await readSequences(client);
  const copy = async function* (table: TableColumns, select: string): AsyncGenerator<Buffer> {
    yield lines(copyLine(table));
    const stream = client.query(copyTo(`COPY (${select}) TO STDOUT`));
    for await (const chunk of stream) {
      hash.update(chunk);
      yield chunk;
    }
    yield lines('\\.');
    rows[table.table] = stream.rowCount;
    tell(table.table, stream.rowCount);
  };
  for (const table of await listTables(client)) {
    yield* copy(table, `SELECT ${table.columns.map(quoted).join(', ')} FROM ${inPublic(table.table)}`);
  }
  yield lines(makeJobsTable);
  yield* copy(jobsTable, readJobs);
  yield lines(addJobs);
  for (const [name, last] of Object.entries(sequences)) {
    if (last !== null) yield lines(`SELECT setval('${inPublic(name)}', ${last});`);
  }
  await client.query('COMMIT');
  yield Buffer.from(`-- ${JSON.stringify({ rows, sequences, sha256: hash.digest('hex') })}\n`);
}

/** Not the database's connection, which fails by other codes. */
function isFileError(error: unknown): error is NodeJS.ErrnoException {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return ['ENOSPC', 'EDQUOT', 'EFBIG', 'EROFS', 'EIO'].includes(code);
}

function refuseToWrite(file: string, error: NodeJS.ErrnoException): never {
  const folder = path.dirname(file);
  const why: Record<string, string> = {
    ENOENT: `There is no folder ${folder}.`,
    ENOTDIR: `${folder} is no folder.`,
    EEXIST: `${file} is there already: another backup is being written, or was broken off. Remove it if none is.`,
    ENOSPC: `There is no room for the backup in ${folder}.`,
  };
  throw new AppError('invalid', why[error.code ?? ''] ?? `${folder} cannot be written (${error.code}).`);
}
