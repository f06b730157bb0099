import { existsSync } from 'node:fs';
import path from 'node:path';
import { type Browser, chromium } from 'playwright-core';

/** The machine's own Chromium: CHROMIUM_PATH, or the first of the usual names on the PATH. */
export function openBrowser(): Promise<Browser> {
  const noSandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? findChromium(),
    args: [...noSandbox, '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  });
}

function findChromium(): string {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const found = names.flatMap((name) => folders.map((folder) => path.join(folder, name))).find(existsSync);
  if (!found)
    throw new Error('No Chromium on the PATH. Install it (apt-get install chromium) or set CHROMIUM_PATH.');
  return found;
}
