import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectDir, typescriptFlags } from '@/lib/process/project';
import { testDatabase } from '../support/database';
import { recorded } from '../support/factories';

testDatabase();

const folder = mkdtempSync(path.join(tmpdir(), 'apogee-bin-export-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const at = (name: string) => path.join(folder, name);

beforeAll(async () => {
  await recorded();
  await recorded({ localDate: '2017-07-04', salvos: [{ class: 'ICBM' }] });
});

type Ended = { code: number; stdout: string; stderr: string };

/** What `npm run export -- …` writes, and how it ends. */
async function run(...args: string[]): Promise<Ended> {
  const options = {
    cwd: projectDir,
    env: { PATH: process.env.PATH, NODE_ENV: 'test' as const, DATABASE_URL: process.env.DATABASE_URL },
  };
  return promisify(execFile)(process.execPath, [...typescriptFlags, 'bin/export.ts', ...args], options).then(
    (output) => ({ code: 0, ...output }),
    (failure: Ended) => failure,
  );
}

test('the ending of the name says the format, and the filter what is in it', async () => {
  expect(await run(at('icbm.json'), '--filter', 'country=KP&class=ICBM')).toEqual({
    code: 0,
    stdout: `${at('icbm.json')}: 1 events.\n`,
    stderr: '',
  });
  const { events, about } = JSON.parse(readFileSync(at('icbm.json'), 'utf8'));
  expect(events.map(({ slug }: { slug: string }) => slug)).toEqual(['kp-2017-07-04']);
  expect(about.filter).toBe('Country: North Korea; class: ICBM.');

  expect(await run(at('known.csv'), '--as-known-on', '2001-01-01')).toMatchObject({ code: 0 });
  expect(readFileSync(at('known.csv'), 'utf8').split('\r\n')).toHaveLength(2);
}, 120_000);

test('every mistake is told in one line, with exit code 1, and leaves no file', async () => {
  const mistakes: [args: string[], words: RegExp][] = [
    [[], /^Say where to: npm run export -- FILE\.csv/],
    [[at('x.pdf')], /^Say where to.*FILE ends in \.csv, \.xlsx, \.json, \.geojson\./],
    [[at('x.csv'), '--filter', 'clas=ICBM'], /^A filter has no "clas"\. Use country, class/],
    [[at('x.csv'), '--filter', 'class=ICBN'], /^class: "ICBN" is no class/],
    [[at('x.csv'), '--as-known-on', 'today'], /^asKnownOn: is not a date/],
    [[at('no/such/x.csv')], /cannot be written \(ENOENT\)/],
  ];
  for (const [args, words] of mistakes) {
    const { code, stderr, stdout } = await run(...args);
    expect(stderr).toMatch(words);
    expect({ code, stdout, lines: stderr.trim().split('\n').length }).toEqual({
      code: 1,
      stdout: '',
      lines: 1,
    });
  }
  expect(existsSync(at('x.csv'))).toBe(false);
  expect(readdirSync(folder).filter((name) => name.endsWith('.partial'))).toEqual([]);
}, 120_000);
