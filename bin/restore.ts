import path from 'node:path';
import { parseArgs } from 'node:util';
import { env } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { formatNumber } from '@/lib/format/numbers';
import { runCommand } from '@/lib/process/command';
import { lockDataFolder } from '@/lib/process/data-folder-lock';
import { layOutAuthSecret } from '@/lib/secrets';

const usage = 'Say what from: npm run restore -- FILE [--replace]';

/**
 * `npm run restore -- FILE`: put a backup into the database that Apogee uses here, on any machine: embedded, or at
 * DATABASE_URL. Apogee has to be stopped. `--replace` deletes what the database holds.
 */
await runCommand(async () => {
  const { file, replace } = readArguments();
  const [{ restoreBackup }, { checkBackup }, { openDatabaseAsItIs }, { makeFolder }] = await Promise.all([
    import('@/lib/db/backup/restore-backup'),
    import('@/lib/db/backup/read-backup'),
    import('@/lib/db/resolve'),
    import('@/lib/db/make-folder'),
  ]);
  const backup = await checkBackup(file); // before a database is made for it
  const { header } = backup;
  refuseOtherSecret(header.authSecret);
  makeFolder(env().DATA_DIR);
  const letGo = lockDataFolder(env().DATA_DIR);
  const secret = env().AUTH_SECRET || !header.authSecret ? null : layOutAuthSecret(header.authSecret);
  try {
    const database = await openDatabaseAsItIs({ mayMake: true });
    try {
      await restoreBackup(database.url, backup, { replace, tell });
      secret?.keep();
    } finally {
      await database.close();
    }
  } finally {
    secret?.drop();
    letGo();
  }
  console.log(`\nRestored, as it was on ${header.madeAt.slice(0, 16).replace('T', ' ')} UTC.`);
  console.log('What waited to be sent is sent once Apogee starts: start one only on this data.');
});

/** With another secret nobody would be signed in any more, and no link in a mail, sent or to be sent, would open. */
function refuseOtherSecret(secret: string | null): void {
  const { AUTH_SECRET } = env();
  if (!AUTH_SECRET || !secret || AUTH_SECRET === secret) return;
  throw new AppError(
    'conflict',
    "AUTH_SECRET is not the one that the backup's sessions and mailed links were made with. Leave it unset, and the backup's own is kept in DATA_DIR; or set it to that of the old machine.",
  );
}

function readArguments(): { file: string; replace: boolean } {
  try {
    const { positionals, values } = parseArgs({
      allowPositionals: true,
      options: { replace: { type: 'boolean', default: false } },
    });
    if (positionals.length === 1 && positionals[0])
      return { file: path.resolve(positionals[0]), replace: values.replace };
  } catch {
    // An option that there is not.
  }
  throw new AppError('invalid', usage);
}

function tell(table: string, rows: number): void {
  console.log(`  ${table.padEnd(24)} ${formatNumber(rows).padStart(10)}`);
}
