import { parseArgs } from 'node:util';
import { addApiKey, listApiKeys, revokeApiKey } from '@/lib/auth/api-keys';
import { type Role, roles } from '@/lib/catalogue/vocabulary';
import { openDatabaseForCommand } from '@/lib/db/resolve';
import { AppError } from '@/lib/errors';
import { loadEnvironmentFile } from '@/lib/process/environment-file';
import { plainWords } from '@/lib/process/plain-words';

const usage = `Usage:
  npm run key -- add NAME --role ${roles.join('|')}
  npm run key -- list
  npm run key -- revoke NAME`;

/** API keys: made, listed and revoked from the command line. */
async function main(): Promise<void> {
  loadEnvironmentFile();
  const { positionals, values } = readArguments();
  const [action, name] = positionals;
  if (action === 'list') return withDatabase(list);
  if (action === 'add' && name) {
    const role = roleOf(values.role);
    return withDatabase(() => add(name, role));
  }
  if (action === 'revoke' && name) {
    return withDatabase(async () => {
      await revokeApiKey(name);
      console.log(`The key "${name}" no longer works.`);
    });
  }
  throw new AppError('invalid', usage);
}

function readArguments() {
  try {
    return parseArgs({ allowPositionals: true, options: { role: { type: 'string' } } });
  } catch {
    throw new AppError('invalid', usage);
  }
}

async function add(name: string, role: Role): Promise<void> {
  const key = await addApiKey(name, role);
  // The key alone on standard output, so that it can be piped; the words go beside it.
  console.error(`The key "${name}" with the role ${role}. It is shown this once:`);
  console.log(key);
}

async function list(): Promise<void> {
  const keys = await listApiKeys();
  if (keys.length === 0) console.log('There are no keys. Make one: npm run key -- add NAME --role analyst');
  const day = (date: Date | null) => date?.toISOString().slice(0, 10);
  for (const key of keys) {
    const use = key.revokedAt
      ? `revoked ${day(key.revokedAt)}`
      : `last used ${day(key.lastUsedAt) ?? 'never'}`;
    console.log(`${key.name}  ${key.role}  made ${day(key.createdAt)}  ${use}`);
  }
}

function roleOf(value: string | undefined): Role {
  const role = roles.find((candidate) => candidate === value);
  if (!role) throw new AppError('invalid', `Give a role: --role ${roles.join('|')}`);
  return role;
}

async function withDatabase(work: () => Promise<void>): Promise<void> {
  const { close } = await openDatabaseForCommand();
  try {
    await work();
  } finally {
    await close();
  }
}

main().catch((error: unknown) => {
  console.error(plainWords(error));
  process.exitCode = 1;
});
