import pg from 'pg';
import { env } from '@/lib/env';
import { randomToken, tokenHash } from '@/lib/secrets';

/**
 * A fresh one-time link to /setup; earlier ones stop working. Made with a bare client, as the start reads with one:
 * Prisma's takes a second to load.
 * @returns null where there is an account already
 */
export async function makeSetupLink(databaseUrl: string): Promise<string | null> {
  const token = randomToken();
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('BEGIN');
    await client.query('LOCK TABLE setup_links IN EXCLUSIVE MODE');
    await client.query('DELETE FROM setup_links');
    const { rowCount } = await client.query(
      'INSERT INTO setup_links (token_hash) SELECT $1 WHERE NOT EXISTS (SELECT 1 FROM users)',
      [tokenHash(token)],
    );
    await client.query('COMMIT');
    return rowCount ? `${env().APP_URL}/setup?token=${token}` : null;
  } finally {
    await client.end();
  }
}
