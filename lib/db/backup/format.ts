import { z } from 'zod';

/**
 * A backup is one gzipped SQL script of the data alone, in the words of pg_dump, read and written as a stream:
 *
 *     -- Apogee backup 1
 *     -- {"madeAt": …, "apogee": "0.1.0", "postgres": "18.4", "migrations": […], "catalogueVersion": 7, "authSecret": …}
 *     SET …; DELETE FROM "public"."catalogue";
 *     COPY "public"."events" ("id", "slug", …) FROM stdin;
 *     1	kp-1984-04-09	…
 *     \.
 *     …                                                        a COPY a table, none before one that it refers to
 *     SELECT …                                                 the sequences, and the jobs that wait
 *     -- {"rows": {"events": 201, …}, "sequences": {"events_id_seq": 201, …}, "sha256": …}
 *
 * The last line's checksum is of everything before it. Apogee's own restore reads the rows and the two lines of JSON and runs
 * nothing that stands in the file; the statements are for whoever has no Apogee: into a database that has the same
 * migrations and no rows, `zcat FILE | psql --single-transaction -v ON_ERROR_STOP=1` does the same.
 */
export const firstLine = '-- Apogee backup 1';

export const backupHeader = z.object({
  madeAt: z.iso.datetime(),
  /** The Apogee that wrote the file. */
  apogee: z.string(),
  /** The server that the rows come from. */
  postgres: z.string(),
  /** The names of the migrations that the schema had, in order. */
  migrations: z.array(z.string()).min(1),
  catalogueVersion: z.number().int(),
  /** What sessions are signed with and the links in mails are made from; null where it was not known to the backup. */
  authSecret: z.string().nullable(),
});
export type BackupHeader = z.output<typeof backupHeader>;

export const backupTrailer = z.object({
  rows: z.record(z.string(), z.number().int()),
  /** The last value of each sequence; null where none was given out. */
  sequences: z.record(z.string(), z.number().int().nullable()),
  sha256: z.string(),
});
export type BackupTrailer = z.output<typeof backupTrailer>;

/** A table and those of its columns that are written: not the generated ones. */
export type TableColumns = { table: string; columns: string[] };

export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

export function inPublic(name: string): string {
  return `"public".${quoted(name)}`;
}

/** The line before a table's rows; the statement that takes them in, but for its case. */
export function copyLine({ table, columns }: TableColumns): string {
  const schema = table === jobsTable.table ? '"pg_temp"' : '"public"';
  return `COPY ${schema}.${quoted(table)} (${columns.map(quoted).join(', ')}) FROM stdin;`;
}

const copyPattern = /^COPY "(?:public|pg_temp)"\."(\w+)" \(((?:"\w+"(?:, )?)+)\) FROM stdin;$/;

/** The table and the columns that a line announces; null where it announces none. */
export function readCopyLine(line: string): TableColumns | null {
  const [, table, columns] = copyPattern.exec(line) ?? [];
  return table && columns ? { table, columns: columns.slice(1, -1).split('", "') } : null;
}

/** The jobs that wait go through a table of their own, which is gone with the session: the queue's tables are the queue's. */
export const jobsTable: TableColumns = {
  table: 'waiting_jobs',
  columns: ['task', 'payload', 'queue', 'run_at', 'max_attempts', 'key', 'priority', 'flags'],
};

export const readJobs = `
  SELECT t.identifier, j.payload, q.queue_name, j.run_at, j.max_attempts, j.key, j.priority,
    (SELECT array_agg(flag) FROM jsonb_object_keys(j.flags) AS flag)
  FROM graphile_worker._private_jobs j
  JOIN graphile_worker._private_tasks t ON t.id = j.task_id
  LEFT JOIN graphile_worker._private_job_queues q ON q.id = j.job_queue_id
  WHERE j.attempts < j.max_attempts ORDER BY j.id`;

export const makeJobsTable =
  'CREATE TEMP TABLE "waiting_jobs" (task text, payload json, queue text, run_at timestamptz, max_attempts int, key text, priority int, flags text[]);';

export const addJobs =
  'SELECT count(graphile_worker.add_job(task, payload, queue, run_at, max_attempts, key, priority, flags)) FROM "waiting_jobs";';

/** How values are written as text, whatever the server's settings are. */
export const sessionSettings = [
  "SET client_encoding TO 'UTF8';",
  "SET timezone TO 'UTC';",
  "SET datestyle TO 'ISO, YMD';",
  "SET intervalstyle TO 'postgres';",
  "SET bytea_output TO 'hex';",
  'SET extra_float_digits TO 1;',
  'SET statement_timeout TO 0;',
  'SET idle_in_transaction_session_timeout TO 0;',
];
