import { parseArgs } from 'node:util';
import { createAccount, listAccounts, removeAccount, setPassword, setRole } from '@/lib/auth/accounts';
import { openDatabaseForCommand } from '@/lib/db/resolve';
import { AppError } from '@/lib/errors';
import { loadEnvironmentFile } from '@/lib/process/environment-file';
import { randomToken } from '@/lib/secrets';

const usage = `npm run user -- add EMAIL --role ROLE [--name NAME] [--password PASSWORD]
npm run user -- list
npm run user -- role EMAIL ROLE
npm run user -- password EMAIL [--password PASSWORD]
npm run user -- remove EMAIL
ROLE is viewer, analyst (records), editor (publishes, withdraws) or admin.`;

try {
  loadEnvironmentFile();
  await run();
} catch (error) {
  console.error(sentenceOf(error));
  process.exitCode = 1;
}

async function run(): Promise<void> {
  const { positionals, values } = readArguments();
  const [command = '', email = '', role = ''] = positionals;
  const needed = { add: 2, list: 1, role: 3, password: 2, remove: 2 }[command];
  if (needed === undefined || positionals.length !== needed || (command === 'add' && !values.role))
    throw new AppError('invalid', usage);

  const database = await openDatabaseForCommand();
  try {
    if (command === 'list') await list();
    if (command === 'add') await add(email, values);
    if (command === 'role') await setRole(email, role);
    if (command === 'remove') await removeAccount(email);
    if (command === 'password') await changePassword(email, values.password);
    if (command === 'role') console.log(`${email} is ${role} now.`);
    if (command === 'remove') console.log(`${email} is removed.`);
  } finally {
    await database.close();
  }
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { role: { type: 'string' }, name: { type: 'string' }, password: { type: 'string' } },
    });
  } catch {
    throw new AppError('invalid', usage);
  }
}

async function list(): Promise<void> {
  const accounts = await listAccounts();
  if (accounts.length === 0) console.log('There is no account yet.');
  for (const { email, role, name } of accounts) console.log(`${role.padEnd(8)} ${email}  ${name}`);
}

async function add(
  email: string,
  { role = '', name, password }: { role?: string; name?: string; password?: string },
): Promise<void> {
  const made = password ?? randomToken().slice(0, 20);
  const account = await createAccount({
    email,
    role,
    name: name ?? email.split('@')[0] ?? email,
    password: made,
  });
  console.log(`${account.email} is ${account.role} now.`);
  if (password === undefined) console.log(`Password, shown this once: ${made}`);
}

async function changePassword(email: string, password: string | undefined): Promise<void> {
  const made = password ?? randomToken().slice(0, 20);
  await setPassword(email, made);
  console.log(`${email} has a new password, and is signed out everywhere.`);
  if (password === undefined) console.log(`Password, shown this once: ${made}`);
}

function sentenceOf(error: unknown): string {
  if (error instanceof AppError) return error.errors[0]?.message ?? error.message;
  if (!(error instanceof Error)) return String(error);
  // Prisma puts the call and its place above what went wrong.
  const [last = error.message] = error.message.trim().split('\n').slice(-1);
  return error.name.startsWith('Prisma') ? `The database did not answer: ${last.trim()}` : last;
}
