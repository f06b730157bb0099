import pg from 'pg';

const queries = {
  columns: `
    SELECT table_name, column_name, udt_name, is_nullable, column_default, datetime_precision
    FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> '_prisma_migrations' ORDER BY 1, 2`,
  enums: `
    SELECT t.typname, e.enumlabel FROM pg_enum e JOIN pg_type t ON t.oid = e.enumtypid
    JOIN pg_namespace n ON n.oid = t.typnamespace WHERE n.nspname = 'public' ORDER BY t.typname, e.enumsortorder`,
  indexes: `
    SELECT indexname, indexdef FROM pg_indexes
    WHERE schemaname = 'public' AND tablename <> '_prisma_migrations' ORDER BY 1`,
  foreignKeys: `
    SELECT conname, conrelid::regclass::text AS "table", pg_get_constraintdef(oid) AS definition FROM pg_constraint
    WHERE contype = 'f' AND connamespace = 'public'::regnamespace ORDER BY 1, 2`,
};

export type Schema = Record<keyof typeof queries, unknown[]>;

/** Everything that schema.prisma can say about a database, as the server's own catalogue has it. */
export async function readSchema(url: string): Promise<Schema> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const schema: Schema = { columns: [], enums: [], indexes: [], foreignKeys: [] };
    for (const [part, statement] of Object.entries(queries)) {
      schema[part as keyof Schema] = (await client.query(statement)).rows;
    }
    return schema;
  } finally {
    await client.end();
  }
}
