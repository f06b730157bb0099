import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type CnsRow, cnsWorkbook, starterAsCns } from '../support/workbooks';
import { openBrowser } from './support/browser';
import { admin, mainText, setUp } from './support/desk';
import { type RunningApogee, startApogee } from './support/start-apogee';

const folder = mkdtempSync(path.join(tmpdir(), 'apogee-import-e2e-'));
const workbook = path.join(folder, 'cns.xlsx');
let browser: Browser;
let apogee: RunningApogee;
let page: Page;

const launch: CnsRow = {
  Date: '2026-11-1',
  'Launch Time (UTC)': '21:10',
  'Missile Name': 'Hwasong-11A (KN-23)',
  'Missile Type': 'SRBM',
  'Facility Name': 'Sunan',
  'Distance Travelled': '787 km (claimed)',
  'Confirmation Status': 'Confirmed',
  'Test Outcome': 'Success',
};

// An Apogee of its own: what is imported here would be in the others' way.
beforeAll(async () => {
  const starter = await starterAsCns();
  const corrected = starter.map((row) =>
    row['Missile Name'] === 'Hwasong-14' ? { ...row, 'Test Outcome': 'Failure' } : row,
  );
  writeFileSync(workbook, cnsWorkbook(...corrected, launch, launch, { ...launch, Date: 'someday' }));
  apogee = await startApogee({ DATA_DIR: path.join(folder, 'data'), ALERT_HOLD_SECONDS: '600' });
  browser = await openBrowser();
  page = await (await browser.newContext()).newPage();
  await setUp(page, apogee.setupLink);
}, 400_000);
afterAll(async () => {
  await browser.close();
  await apogee.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function upload(on: Page): Promise<void> {
  await on.goto(`${apogee.baseUrl}/desk/import`);
  await on.getByLabel('File').setInputFiles(workbook);
  await on.getByRole('button', { name: 'Read the file' }).click();
  await on.waitForURL(/\/desk\/import\/\d+$/);
}

it('a workbook is uploaded, its dry run says what it would do, and it is imported once', async () => {
  await upload(page);
  const button = page.getByRole('button', {
    name: /^Import 1 new and 2 changed events ?; nobody is mailed$/,
  });
  await button.waitFor({ timeout: 90_000 });
  const dry = await mainText(page);
  expect(dry).toContain('CNS North Korea Missile Test Database: 342 rows.');
  expect(dry).toContain(
    'row 343 of Missile Tests, column B (Date): "someday" is not a date like 2024-04-22.',
  );
  expect((await fetch(`${apogee.baseUrl}/events/kp-2026-11-02`)).status).toBe(404);

  await page.getByLabel('Why').fill('monthly update');
  await button.click();
  await page.getByText('Imported 1 new and 2 changed events').waitFor({ timeout: 90_000 });
  expect(await mainText(page)).toContain('nobody was mailed. Reason: monthly update');
  const event = await (await fetch(`${apogee.baseUrl}/api/v1/events/kp-2026-11-02`)).json();
  expect(event).toMatchObject({
    status: 'confirmed',
    missiles: { min: 2, max: 2 },
    salvos: [{ distanceKm: 787 }],
  });
  expect(event.assessments[0].hedge).toContain('787 km (claimed)');
});

it('the same workbook again has nothing to do', async () => {
  await upload(page);
  await page.getByText('There is nothing to do').waitFor({ timeout: 90_000 });
  expect(await page.getByRole('button', { name: /^Import / }).count()).toBe(0);
});

it('everything goes without scripts as well', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const plain = await context.newPage();
  await plain.goto(`${apogee.baseUrl}/sign-in`);
  await plain.getByLabel('Email').fill(admin.email);
  await plain.getByLabel('Password').fill(admin.password);
  await plain.getByRole('button', { name: 'Sign in' }).click();
  await plain.waitForURL('**/desk');
  await upload(plain);
  // The page loads itself anew while the worker is at it.
  await plain.getByText('There is nothing to do').waitFor({ timeout: 90_000 });
  await plain.getByRole('button', { name: 'Do not import this file' }).click();
  await plain.getByText('Cancelled: nothing of it was imported').waitFor();
  await context.close();
});
