import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, inject, it } from 'vitest';
import { runningEmbeddedUrl } from '@/lib/db/embedded';
import { projectDir } from '@/lib/process/project';
import { runStart } from '@/tests/bin/run-start';
import { startApogee } from './support/start-apogee';

const dataDir = mkdtempSync(path.join(tmpdir(), 'apogee-start-'));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

it('connects to nothing but this machine while it is built and started', () => {
  expect(inject('connectionsOfStart')).toEqual([]);
});

it('bakes no setting into the build: no page is rendered before it is asked for', () => {
  const manifest = JSON.parse(
    readFileSync(path.join(projectDir, '.next/prerender-manifest.json'), 'utf8'),
  ) as { routes: Record<string, unknown> };
  const rendered = Object.keys(manifest.routes).filter((route) => !/^\/(_|favicon|icon|robots)/.test(route));
  expect(rendered).toEqual([]);
});

it('starts, refuses a second one on its data folder, stops with code 0, and starts again', async () => {
  const first = await startApogee({ DATA_DIR: dataDir });
  expect((await fetch(`${first.baseUrl}/api/health`)).status).toBe(200);
  const second = await runStart({ DATA_DIR: dataDir, PORT: '0' });
  expect(second).toMatchObject({ code: 1, stderr: expect.stringMatching(/^Apogee runs already on .*\n$/) });
  expect(await first.stop()).toBe(0);
  expect(runningEmbeddedUrl(dataDir)).toBeUndefined();

  const again = await startApogee({ DATA_DIR: dataDir, APP_URL: 'https://apogee.example.org' });
  expect(again.baseUrl).toBe('https://apogee.example.org');
  expect(again.output()).toMatch(/ready .* [\d.]+ s/);
  expect(await again.stop()).toBe(0);
});
