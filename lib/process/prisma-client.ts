import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { AppError } from '@/lib/errors';
import { projectDir } from './project';

const generated = path.join(projectDir, 'lib/db/generated');

/** Whether the generated client is there, and of the schema as it is now: it carries the schema's text. */
export function isClientGenerated(): boolean {
  const carrier = path.join(generated, 'internal/class.ts');
  if (!existsSync(path.join(generated, 'client.ts')) || !existsSync(carrier)) return false;
  const carried = /"inlineSchema": ("(?:[^"\\]|\\.)*")/.exec(readFileSync(carrier, 'utf8'))?.[1];
  if (!carried) return false;
  const schema = readFileSync(path.join(projectDir, 'prisma/schema.prisma'), 'utf8');
  return withoutSpace(JSON.parse(carried) as string) === withoutSpace(schema);
}

/**
 * Generate the database client, which `npm ci --ignore-scripts` leaves out. It takes no network.
 * @throws AppError `unavailable` with the last line that the generator said
 */
export function generateClient(): void {
  const command = path.join(projectDir, 'node_modules/prisma/build/index.js');
  const { status, stderr } = spawnSync(process.execPath, [command, 'generate', '--no-hints'], {
    cwd: projectDir,
    encoding: 'utf8',
    env: { ...process.env, CHECKPOINT_DISABLE: '1' },
  });
  if (status === 0) return;
  const why = stderr.trim().split('\n').at(-1) ?? '';
  throw new AppError(
    'unavailable',
    `The database client could not be generated (npx prisma generate): ${why}`,
  );
}

/** The generator lines the schema up anew. */
function withoutSpace(text: string): string {
  return text.replace(/\s+/g, '');
}
