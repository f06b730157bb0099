import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startApogee } from '../e2e/support/start-apogee';

/** How long `npm start` takes until its pages answer, on a new data folder and on one that it knows. */
export async function benchStart(): Promise<string> {
  const dataDir = await mkdtemp(path.join(tmpdir(), 'apogee-bench-'));
  try {
    // The very first may have to build.
    await secondsUntilReady(await mkdtemp(path.join(dataDir, 'built-')));
    const first = await secondsUntilReady(path.join(dataDir, 'data'));
    const second = await secondsUntilReady(path.join(dataDir, 'data'));
    return `second start      ${second.toFixed(1)} s, ${(second / first).toFixed(2)} of the first on a new data folder (${first.toFixed(1)} s)`;
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function secondsUntilReady(dataDir: string): Promise<number> {
  const began = performance.now();
  const { stop } = await startApogee({ DATA_DIR: dataDir });
  const seconds = (performance.now() - began) / 1000;
  await stop();
  return seconds;
}
