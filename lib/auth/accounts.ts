import { randomUUID } from 'node:crypto';
import { hashPassword } from 'better-auth/crypto';
import type { Role } from '@/lib/catalogue/vocabulary';
import { db, type Tx } from '@/lib/db/client';
import { AppError, invalidField } from '@/lib/errors';
import { parse } from '@/lib/parse';
import { accountEmail, accountInput, accountRole, password as passwordRule } from './account-input';

export type Account = { id: string; name: string; email: string; role: Role; createdAt: Date };

/**
 * Make an account that signs in with a password.
 * @throws AppError `invalid` with a message a field, also where the address has an account already
 */
export async function createAccount(
  input: { name: string; email: string; password: string; role: string },
  tx?: Tx,
): Promise<Account> {
  const { name, email, password } = parse(accountInput, input);
  const role = parse(accountRole, input.role);
  const hash = await hashPassword(password);
  const write = async (client: Tx) => {
    if (await client.user.findUnique({ where: { email } }))
      throw invalidField('email', `There is an account for ${email} already.`);
    const id = randomUUID();
    const user = await client.user.create({ data: { id, name, email, role, emailVerified: true } });
    await client.account.create({
      data: { id: randomUUID(), accountId: id, providerId: 'credential', userId: id, password: hash },
    });
    return user;
  };
  // A busy machine takes longer than Prisma waits of itself.
  return tx ? write(tx) : db().$transaction(write, { maxWait: 20_000, timeout: 20_000 });
}

/** By name. */
export async function listAccounts(): Promise<Account[]> {
  return db().user.findMany({ orderBy: { name: 'asc' } });
}

/** Give an account another role, from its next click on. @throws AppError `not-found`, `invalid` */
export async function setRole(email: string, role: string): Promise<void> {
  const newRole = parse(accountRole, role);
  await db().user.update({ where: { id: (await accountOf(email)).id }, data: { role: newRole } });
}

/** Give an account another password, and end its sessions. @throws AppError `not-found`, `invalid` */
export async function setPassword(email: string, password: string): Promise<void> {
  const hash = await hashPassword(parse(passwordRule, password));
  const { id } = await accountOf(email);
  await db().$transaction([
    db().account.updateMany({ where: { userId: id, providerId: 'credential' }, data: { password: hash } }),
    db().session.deleteMany({ where: { userId: id } }),
  ]);
}

/** Remove an account and its sessions. What it recorded keeps its name. @throws AppError `not-found` */
export async function removeAccount(email: string): Promise<void> {
  await db().user.delete({ where: { id: (await accountOf(email)).id } });
}

async function accountOf(email: string): Promise<Account> {
  const address = parse(accountEmail, email);
  const user = await db().user.findUnique({ where: { email: address } });
  if (!user) throw new AppError('not-found', `There is no account for ${address}.`);
  return user;
}
