import type { Actor } from '@/lib/catalogue/permissions';
import type { Role } from '@/lib/catalogue/vocabulary';
import { db, Prisma } from '@/lib/db/client';
import { AppError } from '@/lib/errors';
import { randomToken, tokenHash } from '@/lib/secrets';

/** An API key as it is listed: never the key itself, of which only a hash is kept. */
export type ListedKey = {
  name: string;
  role: Role;
  createdAt: Date;
  lastUsedAt: Date | null;
  revokedAt: Date | null;
};

/**
 * Make a key. @returns the key, which can be read here and never again
 * @throws AppError `conflict` where the name is taken, by a revoked key too: revisions speak of it
 */
export async function addApiKey(name: string, role: Role): Promise<string> {
  const key = `apg_${randomToken()}`;
  try {
    await db().apiKey.create({ data: { name, role, keyHash: tokenHash(key) } });
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002') {
      throw new AppError('conflict', `There is a key "${name}" already. Choose another name.`);
    }
    throw error;
  }
  return key;
}

export function listApiKeys(): Promise<ListedKey[]> {
  return db().apiKey.findMany({
    select: { name: true, role: true, createdAt: true, lastUsedAt: true, revokedAt: true },
    orderBy: { createdAt: 'asc' },
  });
}

/** @throws AppError `not-found`, `conflict` where it was revoked before */
export async function revokeApiKey(name: string, now: Date = new Date()): Promise<void> {
  const key = await db().apiKey.findUnique({ where: { name } });
  if (!key) throw new AppError('not-found', `There is no key "${name}".`);
  if (key.revokedAt) throw new AppError('conflict', `The key "${name}" was revoked before.`);
  await db().apiKey.update({ where: { name }, data: { revokedAt: now } });
}

/**
 * Whose key a request carries, as `Authorization: Bearer KEY`.
 * @throws AppError `unauthenticated` for none, an unknown one, or a revoked one
 */
export async function actorOfApiKey(
  headers: Headers,
  now: Date = new Date(),
): Promise<{ keyId: number; actor: Actor }> {
  const key = /^Bearer +(\S+)$/i.exec(headers.get('authorization') ?? '')?.[1];
  if (!key) throw new AppError('unauthenticated', 'This takes an API key: Authorization: Bearer KEY.');
  const row = await db().apiKey.findUnique({ where: { keyHash: tokenHash(key) } });
  if (!row || row.revokedAt) {
    throw new AppError('unauthenticated', 'This API key is not known here, or has been revoked.');
  }
  await db().apiKey.update({ where: { id: row.id }, data: { lastUsedAt: now } });
  return { keyId: row.id, actor: { kind: 'key', id: String(row.id), name: row.name, role: row.role } };
}
