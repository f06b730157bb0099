import pg from 'pg';

/** What a start has to know of a database: how much is in it, and whether somebody can sign in. */
export type StartState = { events: number; contextItems: number; hasAccount: boolean };

/** Read with a bare client: Prisma's takes a second to load, and most starts have no other need of it. */
export async function readStartState(url: string): Promise<StartState> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<StartState>(`
      SELECT (SELECT count(*) FROM events)::int AS events, (SELECT count(*) FROM context_items)::int AS "contextItems",
        EXISTS (SELECT 1 FROM users) AS "hasAccount"`);
    return rows[0] ?? { events: 0, contextItems: 0, hasAccount: false };
  } finally {
    await client.end();
  }
}
