import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { loadEnvironmentFile } from '@/lib/process/environment-file';
import { projectDir } from '@/lib/process/project';

const bin = path.join(projectDir, 'bin');

/** A command that passes it over works on another database than the one that is named there. */
test.each(readdirSync(bin))('bin/%s takes in what .env says', (file) => {
  expect(readFileSync(path.join(bin, file), 'utf8')).toMatch(
    /^\s*(loadEnvironmentFile\(\)|await runCommand\()/m,
  );
});

test('no file is no fault, and one that cannot be read is one plain line', () => {
  expect(() => loadEnvironmentFile(path.join(projectDir, '.env.none'))).not.toThrow();
  expect(() => loadEnvironmentFile(bin)).toThrow(/bin cannot be read \(\w+\)\.$/);
});
