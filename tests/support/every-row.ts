import pg from 'pg';

/** Every row of every table of Apogee, by table, and the jobs that wait: for whether two databases hold the same. */
export async function everyRow(url: string): Promise<Record<string, string[]>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query("SET timezone TO 'UTC'");
    const { rows: tables } = await client.query<{ name: string }>(`
      SELECT table_name AS name FROM information_schema.tables
      WHERE table_schema = 'public' AND table_type = 'BASE TABLE' AND table_name <> '_prisma_migrations'`);
    const all: Record<string, string[]> = {};
    for (const { name } of tables) {
      const { rows } = await client.query<{ row: string }>(
        `SELECT to_jsonb(t)::text AS row FROM "${name}" t ORDER BY 1`,
      );
      all[name] = rows.map(({ row }) => row);
    }
    const { rows: jobs } = await client.query<{ row: string }>(`
      SELECT jsonb_build_array(t.identifier, j.payload, j.run_at, j.max_attempts, j.key, j.priority, j.flags)::text AS row
      FROM graphile_worker._private_jobs j JOIN graphile_worker._private_tasks t ON t.id = j.task_id ORDER BY 1`);
    return { ...all, jobs: jobs.map(({ row }) => row) };
  } finally {
    await client.end();
  }
}
