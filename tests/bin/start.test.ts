import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { type Ended, runStart } from './run-start';

let dataDir: string;
beforeAll(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), 'apogee-start-'));
});
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

function expectOneLine({ code, stderr }: Ended, words: RegExp): void {
  expect(stderr.trim().split('\n')).toHaveLength(1);
  expect(stderr).toMatch(words);
  expect(stderr).not.toMatch(/\n\s+at /);
  expect(code).toBe(1);
}

describe('a start that cannot succeed says why in one line', () => {
  it('when the port is in use', async () => {
    const server = await listening();
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    expectOneLine(await runStart({ DATA_DIR: dataDir, PORT: String(port) }), /^Port \d+ is in use/);
    server.close();
  });

  it('when DATABASE_URL is malformed', async () => {
    expectOneLine(
      await runStart({ DATA_DIR: dataDir, PORT: '0', DATABASE_URL: 'nonsense' }),
      /DATABASE_URL is not a URL/,
    );
  });

  it('when no server answers at DATABASE_URL', async () => {
    const url = 'postgres://user:secret@127.0.0.1:1/apogee';
    const ended = await runStart({ DATA_DIR: dataDir, PORT: '0', DATABASE_URL: url });
    expectOneLine(ended, /no PostgreSQL answers at 127\.0\.0\.1:1/);
    expect(ended.stderr).not.toContain('secret');
  });

  it('when the password in DATABASE_URL is wrong', async () => {
    const url = new URL(inject('serverUrl'));
    url.password = 'wrong';
    expectOneLine(
      await runStart({ DATA_DIR: dataDir, PORT: '0', DATABASE_URL: url.href }),
      /refuses the password of user "postgres"/,
    );
  });

  it('when the database in DATABASE_URL does not exist', async () => {
    const url = new URL(inject('serverUrl'));
    url.pathname = '/nowhere';
    expectOneLine(
      await runStart({ DATA_DIR: dataDir, PORT: '0', DATABASE_URL: url.href }),
      /there is no database "nowhere"/,
    );
  });

  it('when the data folder is a file', async () => {
    const file = path.join(dataDir, 'file');
    writeFileSync(file, '');
    expectOneLine(await runStart({ DATA_DIR: file, PORT: '0' }), /The data folder .* cannot be written/);
  });

  it.runIf(process.platform === 'linux')('when the data folder is read-only, even to root', async () => {
    expectOneLine(await runStart({ DATA_DIR: '/proc/apogee', PORT: '0' }), /cannot be written/);
  });

  it('when the authority of the mail server cannot be read', async () => {
    const settings = {
      DATA_DIR: dataDir,
      PORT: '0',
      SMTP_URL: 'smtp://mail:25',
      SMTP_CA_FILE: '/no/such.pem',
    };
    expectOneLine(await runStart(settings), /^SMTP_CA_FILE cannot be read: \/no\/such\.pem/);
  });

  it('when a setting is wrong', async () => {
    expectOneLine(await runStart({ DATA_DIR: dataDir, PORT: 'abc' }), /^PORT is not a whole number/);
  });
});

function listening(): Promise<Server> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, () => resolve(server));
  });
}
