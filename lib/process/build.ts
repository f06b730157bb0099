import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { AppError } from '@/lib/errors';
import { projectDir } from './project';

/** The hash of every file that goes into a build, by its path. */
type Sources = Record<string, string>;

const roots = [
  'app',
  'components',
  'lib',
  'public',
  'prisma/schema.prisma',
  'package.json',
  'package-lock.json',
  'next.config.js',
  'postcss.config.mjs',
  'proxy.ts',
  'instrumentation.ts',
];
const stampFile = path.join(projectDir, '.next/apogee-sources.json');

/** Why the web server has to be built, in words; undefined where the last build is of these very sources. */
export function reasonToBuild(): string | undefined {
  if (!existsSync(stampFile) || !existsSync(path.join(projectDir, '.next/BUILD_ID')))
    return 'there is no build yet';
  const before = JSON.parse(readFileSync(stampFile, 'utf8')) as Sources;
  const now = readSources();
  const changed = [...new Set([...Object.keys(before), ...Object.keys(now)])].filter(
    (file) => before[file] !== now[file],
  );
  if (changed.length === 0) return undefined;
  const others = changed.length - 1;
  return `${changed[0]}${others ? ` and ${others} more` : ''} changed since the last build`;
}

/**
 * Build the web server. The stamp that says of which sources is written last, so that a build which was broken off
 * is none.
 * @returns `done`, and how to break it off
 * @throws AppError `unavailable` (by `done`) with the end of what the build said
 */
export function build(): { done: Promise<void>; stop: () => void } {
  rmSync(stampFile, { force: true });
  const sources = readSources();
  const child = spawn(process.execPath, [nextCommand, 'build'], {
    cwd: projectDir,
    env: buildEnvironment(),
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => said.push(String(part)));
  const done = new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => {
      if (code !== 0) return reject(buildFault(said.join('')));
      writeFileSync(stampFile, JSON.stringify(sources));
      resolve();
    });
  });
  const stop = () => {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL');
  };
  return { done, stop };
}

/** Next's command, run by node itself: `npx` would be one process more to end. */
export const nextCommand = path.join(projectDir, 'node_modules/next/dist/bin/next');

/**
 * The build sees no setting at all, so that none can be baked into it: every one is read at run time, and a build
 * serves any address and any database.
 */
function buildEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) =>
    /^(PATH|HOME|TMPDIR|TEMP|TMP|LANG|NODE_OPTIONS|NODE_EXTRA_CA_CERTS|SystemRoot|APOGEE_RECORD_.*)$/.test(
      name,
    ),
  );
  return { ...Object.fromEntries(kept), NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', CI: '1' };
}

function buildFault(output: string): AppError {
  const tail = output.trim().split('\n').slice(-40).join('\n');
  return new AppError('unavailable', `The web server could not be built. The build said:\n${tail}`);
}

function readSources(): Sources {
  return Object.fromEntries(
    roots
      .flatMap(filesUnder)
      .sort()
      .map((file) => [
        file,
        createHash('sha256')
          .update(readFileSync(path.join(projectDir, file)))
          .digest('base64url'),
      ]),
  );
}

/** Paths from the project's folder. What is generated follows from prisma/schema.prisma. */
function filesUnder(root: string): string[] {
  const full = path.join(projectDir, root);
  if (!existsSync(full)) return [];
  if (root.includes('.')) return [root];
  return readdirSync(full, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(projectDir, path.join(entry.parentPath, entry.name)))
    .filter((file) => !file.startsWith('lib/db/generated'));
}
