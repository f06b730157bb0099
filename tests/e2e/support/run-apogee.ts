import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { startMailServer } from './mail-server';
import { startApogee } from './start-apogee';

declare module 'vitest' {
  interface ProvidedContext {
    /** `http://localhost:PORT` */
    baseUrl: string;
    /** The one-time link that makes the first account; empty where the start printed none. */
    setupLink: string;
    /** The embedded database of this Apogee. */
    dataDir: string;
    /** The folder where each delivered message is a file: see `mailTo`. */
    mailDir: string;
    /** `host:port/path` of every connection that left the machine while it was built and started. */
    connectionsOfStart: string[];
  }
}

/** Vitest's global setup: one Apogee for all browser tests, built if need be, with a mail server to deliver to. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(path.join(tmpdir(), 'apogee-e2e-'));
  const mailDir = path.join(folder, 'mail');
  const dataDir = path.join(folder, 'data');
  const mail = await startMailServer(mailDir);
  const apogee = await startApogee({
    DATA_DIR: dataDir,
    SMTP_URL: `smtp://127.0.0.1:${mail.port}?ignoreTLS=true`,
    ALERT_HOLD_SECONDS: '0',
  });
  project.provide('baseUrl', apogee.baseUrl);
  project.provide('setupLink', apogee.setupLink);
  project.provide('dataDir', dataDir);
  project.provide('mailDir', mailDir);
  project.provide('connectionsOfStart', apogee.connections());
  return async () => {
    await apogee.stop();
    await mail.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
