import { db } from '@/lib/db/client';
import { AppError } from '@/lib/errors';
import { tokenHash } from '@/lib/secrets';
import { type Account, createAccount } from './accounts';

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
