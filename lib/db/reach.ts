import pg from 'pg';
import { AppError } from '@/lib/errors';

const patienceMs = 5000;

/**
 * Connect once, to find out before anything else whether the server can be used.
 * @returns the server's version: "18.4"
 * @throws AppError `unavailable` saying in one line what is wrong, never with the password in it
 */
export async function reachDatabase(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: patienceMs });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ server_version: string }>('SHOW server_version');
    return rows[0]?.server_version.split(' ')[0] ?? 'of unknown version';
  } catch (error) {
    throw new AppError('unavailable', `DATABASE_URL: ${refusal(new URL(url), error)}`, [], { cause: error });
  } finally {
    await client.end().catch(() => {});
  }
}

function refusal(url: URL, error: unknown): string {
  const server = `${url.hostname || 'localhost'}:${url.port || 5432}`;
  const user = decodeURIComponent(url.username);
  const { code, message } = firstOf(error);
  switch (code) {
    case 'ECONNREFUSED':
      return `no PostgreSQL answers at ${server}.`;
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return `the host ${url.hostname} is not known.`;
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
    case 'ETIMEDOUT':
      return `${server} cannot be reached.`;
    case '28P01':
      return `the server at ${server} refuses the password of user "${user}".`;
    case '28000':
      return `the server at ${server} does not let user "${user}" in: ${message}.`;
    case '3D000':
      return `there is no database "${decodeURIComponent(url.pathname.slice(1))}" at ${server}. Make it first.`;
    default:
      return `the server at ${server} cannot be used: ${message.split('\n')[0]}.`;
  }
}

/** Where a host has several addresses, each has failed with an error of its own. */
function firstOf(error: unknown): { code: unknown; message: string } {
  const first = error instanceof AggregateError ? error.errors[0] : error;
  if (!(first instanceof Error)) return { code: undefined, message: String(first) };
  return { code: 'code' in first ? first.code : undefined, message: first.message };
}
