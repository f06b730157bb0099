import { db } from '@/lib/db/client';
import { env } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { randomToken, tokenHash } from '@/lib/secrets';
import { type Account, createAccount } from './accounts';

/**
 * A fresh one-time link to /setup; earlier ones stop working.
 * @returns null where there is an account already
 */
export async function makeSetupLink(): Promise<string | null> {
  const token = randomToken();
  const made = await db().$transaction(async (tx) => {
    await tx.$executeRaw`LOCK TABLE setup_links IN EXCLUSIVE MODE`;
    if ((await tx.user.count()) > 0) return false;
    await tx.setupLink.deleteMany();
    await tx.setupLink.create({ data: { tokenHash: tokenHash(token) } });
    return true;
  });
  return made ? `${env().APP_URL}/setup?token=${token}` : null;
}

/** What /setup has to show: the form, that it is done already, or that the link does not work. */
export async function setupState(token: string): Promise<'open' | 'done' | 'wrong-link'> {
  if ((await db().user.count()) > 0) return 'done';
  const link = await db().setupLink.findUnique({ where: { tokenHash: tokenHash(token) } });
  return link ? 'open' : 'wrong-link';
}

/**
 * Make the first account, an admin, and use up the link, in one transaction: of two tabs one wins.
 * @throws AppError `invalid` with a message a field, `gone` where the link is wrong or used
 */
export async function setUp(
  token: string,
  input: { name: string; email: string; password: string },
): Promise<Account> {
  return db().$transaction(
    async (tx) => {
      await tx.$executeRaw`LOCK TABLE setup_links IN EXCLUSIVE MODE`;
      const { count } = await tx.setupLink.deleteMany({ where: { tokenHash: tokenHash(token) } });
      if (count === 0 || (await tx.user.count()) > 0)
        throw new AppError('gone', 'This link has been used, or a newer one was made.');
      await tx.setupLink.deleteMany();
      return createAccount({ ...input, role: 'admin' }, tx);
    },
    { timeout: 20_000 },
  );
}
