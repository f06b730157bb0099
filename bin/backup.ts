import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { AppError } from '@/lib/errors';
import { formatNumber } from '@/lib/format/numbers';
import { runCommand } from '@/lib/process/command';
import { projectDir } from '@/lib/process/project';
import { knownAuthSecret } from '@/lib/secrets';

const usage = 'Say where to: npm run backup -- FILE (for example apogee-2026-11-24.sql.gz)';

/**
 * `npm run backup -- FILE`: everything that Apogee holds, accounts included, in one file for `npm run restore`. It may run
 * beside a running Apogee; lib/db/backup/format.ts says what the file is.
 */
await runCommand(async () => {
  const file = path.resolve(readFile());
  const [{ makeBackup }, { openDatabaseAsItIs }] = await Promise.all([
    import('@/lib/db/backup/make-backup'),
    import('@/lib/db/resolve'),
  ]);
  const authSecret = knownAuthSecret();
  const database = await openDatabaseAsItIs({ mayMake: false });
  try {
    const { version: apogee } = JSON.parse(readFileSync(path.join(projectDir, 'package.json'), 'utf8')) as {
      version: string;
    };
    const bytes = await makeBackup(database.url, file, { apogee, authSecret, now: new Date(), tell });
    console.log(`\n${file}, ${formatNumber(bytes / 1_000_000)} MB.`);
    console.log(
      'It holds password hashes, addresses and what sessions are signed with: keep it to yourself.',
    );
    if (authSecret === null)
      console.log('AUTH_SECRET is not known here and not in it. Give the next Apogee the same one yourself.');
  } finally {
    await database.close();
  }
});

function readFile(): string {
  try {
    const { positionals } = parseArgs({ allowPositionals: true });
    if (positionals.length === 1 && positionals[0]) return positionals[0];
  } catch {
    // An option: there are none.
  }
  throw new AppError('invalid', usage);
}

function tell(table: string, rows: number): void {
  console.log(`  ${table.padEnd(24)} ${formatNumber(rows).padStart(10)}`);
}
