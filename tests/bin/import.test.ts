import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { getEvent } from '@/lib/catalogue/queries';
import { rowsOf, testDatabase } from '../support/database';
import { cnsWorkbook } from '../support/workbooks';

testDatabase();

const folder = mkdtempSync(path.join(tmpdir(), 'apogee-import-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** What `npm run import -- …` writes, and how it ends. */
async function run(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const command = [
    '--conditions=react-server',
    '--import',
    'tsx',
    '--no-deprecation',
    'bin/import.ts',
    ...args,
  ];
  return promisify(execFile)(process.execPath, command, { env: { ...process.env } }).then(
    (output) => ({ code: 0, ...output }),
    (failure: { code: number; stdout: string; stderr: string }) => failure,
  );
}

function file(name: string, bytes: Uint8Array | string): string {
  const full = path.join(folder, name);
  writeFileSync(full, bytes);
  return full;
}

test('a workbook is shown by --dry-run, imported without it, and done with after that', async () => {
  const launch = {
    'Launch Time (UTC)': '21:10',
    'Missile Name': 'KN-23',
    'Distance Travelled': '450 km',
    'Test Outcome': 'Success',
  };
  const name = file(
    'cns.xlsx',
    cnsWorkbook({ ...launch, Date: '2026-11-01' }, { ...launch, Date: 'someday' }),
  );
  const dry = await run(name, '--dry-run');
  expect(dry).toMatchObject({ code: 0, stderr: '' });
  expect(dry.stdout).toContain('kp-2026-11-02  North Korea: short-range ballistic missile, 2 Nov 2026');
  expect(dry.stdout).toContain(
    'row 3 of Missile Tests, column B (Date): "someday" is not a date like 2024-04-22.',
  );
  expect(dry.stdout).toMatch(/This would import 1 new event\. Nothing was written\.\n$/);
  expect(await rowsOf('SELECT id FROM events')).toEqual([]);

  expect((await run(name, '--reason', 'first load')).stdout).toMatch(/Imported 1 new event\.\n$/);
  expect((await getEvent('kp-2026-11-02')).salvos).toMatchObject([
    { system: 'hwasong-11a', distanceKm: 450 },
  ]);
  expect(await rowsOf('SELECT reason, actor FROM revisions')).toEqual([
    { reason: 'import of cns.xlsx: first load', actor: 'npm run import' },
  ]);
  expect(await rowsOf('SELECT file_name, state::text FROM imports')).toEqual([
    { file_name: 'cns.xlsx', state: 'done' },
  ]);
  expect((await run(name)).stdout).toMatch(/Nothing to do\.\n$/);
  expect(await rowsOf('SELECT id FROM imports')).toHaveLength(1);
}, 120_000);

test('a mistake is told in plain words, with exit code 1', async () => {
  expect(await run(path.join(folder, 'none.csv'))).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^There is no file .*none\.csv\.\n$/),
  });
  expect(await run()).toMatchObject({ code: 1, stderr: expect.stringMatching(/^Usage:\n/) });
  expect(await run(file('x.xlsx', 'no workbook'))).toMatchObject({
    code: 1,
    stderr: 'This file is called a workbook, but it is none.\n',
  });
  expect(await run(file('mine.csv', 'When,What\n2026-11-01,a test\n'))).toMatchObject({
    code: 1,
    stderr: expect.stringContaining('The columns of this file are not known.'),
  });
  const nothing = await run(file('bad.csv', 'country,localDate,countMin\nKP,soon,1\n'));
  expect(nothing).toMatchObject({ code: 1, stderr: 'Nothing in this file can be imported.\n' });
  expect(nothing.stdout).toContain('row 2 of bad.csv');
}, 120_000);
