import type { Client } from 'pg';
import type { TableColumns } from './format';

/**
 * Apogee's tables with the columns that can be written, each after those that it refers to; none where the database has no
 * schema yet. Read from the database itself, so that a table added later is carried too.
 */
export async function listTables(client: Client): Promise<TableColumns[]> {
  const { rows: tables } = await client.query<TableColumns>(`
    SELECT c.relname AS "table", array_agg(a.attname::text ORDER BY a.attnum) AS columns
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND c.relname <> '_prisma_migrations'
      AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
    GROUP BY c.relname ORDER BY c.relname`);
  const { rows: references } = await client.query<Reference>(`
    SELECT DISTINCT conrelid::regclass::text AS "from", confrelid::regclass::text AS "to"
    FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace AND conrelid <> confrelid`);
  return inOrder(tables, references);
}

type Reference = { from: string; to: string };

function inOrder(tables: TableColumns[], references: Reference[]): TableColumns[] {
  const ordered: TableColumns[] = [];
  const waiting = new Map(tables.map((table) => [table.table, table]));
  while (waiting.size > 0) {
    const ready = [...waiting.values()].filter(({ table }) =>
      references.every(({ from, to }) => from !== table || !waiting.has(to)),
    );
    if (ready.length === 0)
      throw new Error(`The tables ${[...waiting.keys()].join(', ')} refer to each other in a circle.`);
    ordered.push(...ready);
    for (const { table } of ready) waiting.delete(table);
  }
  return ordered;
}

/** How many rows each table has, those without any left out. */
export async function countRows(client: Client, tables: TableColumns[]): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { table } of tables) {
    const { rows } = await client.query<{ n: number }>(`SELECT count(*)::int AS n FROM "public"."${table}"`);
    if (rows[0]?.n) counts[table] = rows[0].n;
  }
  return counts;
}

/** The last value of each sequence; null where none was given out. */
export async function readSequences(client: Client): Promise<Record<string, number | null>> {
  const { rows } = await client.query<{ name: string; last: string | null }>(
    "SELECT sequencename AS name, last_value AS last FROM pg_sequences WHERE schemaname = 'public' ORDER BY 1",
  );
  return Object.fromEntries(rows.map(({ name, last }) => [name, last === null ? null : Number(last)]));
}
