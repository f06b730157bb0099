import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser } from './support/browser';
import { mainText, setUp, signIn } from './support/desk';
import { type RunningApogee, startApogee } from './support/start-apogee';

const folder = mkdtempSync(path.join(tmpdir(), 'apogee-entries-'));
let apogee: RunningApogee;
let browser: Browser;
let page: Page;

beforeAll(async () => {
  apogee = await startApogee({ DATA_DIR: folder, ALERT_HOLD_SECONDS: '600' });
  browser = await openBrowser();
  page = await (await browser.newContext()).newPage();
  await setUp(page, apogee.setupLink);
}, 300_000);
afterAll(async () => {
  await browser.close();
  await apogee.stop();
  rmSync(folder, { recursive: true, force: true });
});

const total = async (query: string) =>
  (await (await fetch(`${apogee.baseUrl}/api/v1/events?${query}`)).json()).total as number;

it('without JavaScript a system is added, and what is wrong stands at its field with all that was typed', async () => {
  const plain = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await signIn(plain, apogee.baseUrl);
  await plain.goto(`${apogee.baseUrl}/desk/systems/new`);
  await plain.getByLabel('Name').fill('Hwasal-3');
  await plain.getByLabel('Country').selectOption({ label: 'North Korea' });
  await plain.getByLabel('Class').selectOption('CM');
  await plain.getByLabel('Aliases').fill('KN-23\nHwasal III');
  await plain.getByLabel('Notes').fill('Seen once.');
  await plain.getByRole('button', { name: 'Add', exact: true }).click();
  expect(await plain.locator('#aliases-error').textContent()).toContain('“KN-23” leads elsewhere');
  expect(await plain.getByLabel('Aliases').inputValue()).toBe('KN-23\nHwasal III');
  expect(await plain.getByLabel('Notes').inputValue()).toBe('Seen once.');
  expect(await plain.getByLabel('Class').inputValue()).toBe('CM');
  await plain.getByLabel('Aliases').fill('Hwasal III');
  await plain.getByRole('button', { name: 'Add', exact: true }).click();
  await plain.waitForURL('**/desk/systems/hwasal-3?saved=added');
  expect(await mainText(plain)).toContain('Also called Hwasal III');
});

it('two systems are merged, and their events are found by every name of either', async () => {
  const before = await total('q=kn25');
  expect(before).toBeGreaterThan(0);
  const own = await total('system=hwasong-11d');

  await page.goto(`${apogee.baseUrl}/desk/systems`);
  await page.getByLabel('Name or alias').fill('kn 25');
  await page.getByRole('button', { name: 'Search' }).click();
  await page.getByRole('link', { name: 'KN-25' }).click();
  await page.getByRole('link', { name: 'Merge with another' }).click();
  await page.getByLabel('The entry that stays').selectOption({ label: 'Hwasong-11D' });
  await page.getByRole('button', { name: 'Preview' }).click();
  await page.getByText('What will happen').waitFor();
  expect(await mainText(page)).toContain('move from KN-25 to Hwasong-11D');
  expect(await mainText(page)).toContain('KN-25 becomes an alias of Hwasong-11D');
  await page.getByLabel('Reason for the change').fill('One and the same');
  await page.getByRole('button', { name: 'Merge into Hwasong-11D' }).click();
  await page.waitForURL('**/desk/systems/hwasong-11d?saved=merged');
  expect(await mainText(page)).toContain('Also called KN-25 and KN-35');
  expect(await mainText(page)).toContain('One and the same');

  await page.goto(`${apogee.baseUrl}/events?q=KN-25`);
  expect(await mainText(page)).toContain('Hwasong-11D');
  expect(await total('q=kn25')).toBe(before + own);
  expect(await total('system=kn-25')).toBe(before + own);
  await page.goto(`${apogee.baseUrl}/events?system=kn-25`);
  expect(await mainText(page)).toContain('System: Hwasong-11D');
  await page.goto(`${apogee.baseUrl}/desk/systems/kn-25`);
  await page.waitForURL('**/desk/systems/hwasong-11d');
});

it('the chronology is read and narrowed without JavaScript, and each entry has its address', async () => {
  const html = await (await fetch(`${apogee.baseUrl}/context?kind=summit`)).text();
  expect(html).toContain('id="2018-06-12-singapore-summit"');
  expect(html).not.toContain('First nuclear test');
  await page.goto(`${apogee.baseUrl}/context#2006-10-09-first-nuclear-test`);
  const entry = page.locator('[id="2006-10-09-first-nuclear-test"]');
  expect(await entry.textContent()).toContain('Nuclear test');
  expect(await entry.evaluate((node) => node.getBoundingClientRect().top < innerHeight)).toBe(true);
});
