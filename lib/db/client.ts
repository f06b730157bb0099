import { PrismaPg } from '@prisma/adapter-pg';
import { env } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { PrismaClient } from './generated/client';

export { Prisma } from './generated/client';

/** A client inside `$transaction`. */
export type Tx = Parameters<Parameters<PrismaClient['$transaction']>[0]>[0];

// Next loads this module more than once (pages, route handlers); the pool is kept on the process.
const kept = globalThis as { apogeeDb?: PrismaClient };

/** The process's one Prisma client, on `DATABASE_URL`. */
export function db(): PrismaClient {
  kept.apogeeDb ??= createClient(databaseUrl());
  return kept.apogeeDb;
}

/** Close the process's client, if there is one. */
export async function closeDb(): Promise<void> {
  const client = kept.apogeeDb;
  kept.apogeeDb = undefined;
  await client?.$disconnect();
}

/** @throws AppError `unavailable` where no server is named: bin/ names the embedded one. */
export function databaseUrl(): string {
  const url = env().DATABASE_URL;
  if (!url) throw new AppError('unavailable', 'DATABASE_URL is not set in this process.');
  return url;
}

/** Times are read from the server's text, which has to be as drivers expect it, whatever the database is set to. */
export const sessionOptions = '-c timezone=UTC -c datestyle=ISO';

/**
 * A Prisma client on `url`. The session zone is set to UTC: in any other, the adapter shifts
 * `timestamptz` values by the zone's offset, on write and on read (prisma/prisma issue 28629).
 */
export function createClient(url: string): PrismaClient {
  const adapter = new PrismaPg({ connectionString: url, options: sessionOptions });
  return new PrismaClient({ adapter });
}
