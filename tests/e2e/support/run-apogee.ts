import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { startApogee } from './start-apogee';

declare module 'vitest' {
  interface ProvidedContext {
    /** `http://localhost:PORT` */
    baseUrl: string;
    /** The embedded database of this Apogee. */
    dataDir: string;
    /** `host:port/path` of every connection that left the machine while it was built and started. */
    connectionsOfStart: string[];
  }
}

/**
 * Vitest's global setup: one Apogee for the browser tests that only read or add, built if need be. Those that need the first
 * account, an empty desk or the mail start one of their own.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(path.join(tmpdir(), 'apogee-e2e-'));
  const dataDir = path.join(folder, 'data');
  const apogee = await startApogee({ DATA_DIR: dataDir, ALERT_HOLD_SECONDS: '0' });
  project.provide('baseUrl', apogee.baseUrl);
  project.provide('dataDir', dataDir);
  project.provide('connectionsOfStart', apogee.connections());
  return async () => {
    await apogee.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
