import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser } from './support/browser';
import { mainText, setUp } from './support/desk';
import { startApogee } from './support/start-apogee';

const folder = mkdtempSync(path.join(tmpdir(), 'apogee-doubts-'));
let apogee: Awaited<ReturnType<typeof startApogee>>;
let browser: Browser;
let page: Page;

// An Apogee of its own: what is published here would be news to the subscribers of the other files.
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

const doubt = (text: RegExp) =>
  page.getByRole('region', { name: 'Doubts', exact: true }).locator('div', { hasText: text }).first();

it('typing a date and a place shows the event that is there already, and the decision is kept', async () => {
  await page.goto(`${apogee.baseUrl}/desk/events/new`);
  await page.getByLabel('Country').selectOption({ label: 'North Korea' });
  await page.getByLabel('Date', { exact: true }).fill('2020-03-29');
  const near = doubt(/for the same day/);
  await near.waitFor();
  const link = near.getByRole('link', { name: /29 Mar 2020/ });
  expect(await link.getAttribute('target')).toBe('_blank');
  expect(await link.getAttribute('href')).toBe('/events/kp-2020-03-29');
  expect(await near.textContent()).toMatch(/2 missiles, confirmed/);

  const salvo = page.getByRole('group', { name: 'Salvo 1' });
  await salvo.getByLabel('Count', { exact: true }).fill('1');
  await salvo.getByLabel('Class').first().selectOption('SRBM');
  await salvo.getByLabel('Distance (km)').fill('1200');
  await doubt(/1,200 km is farther than any SRBM on record/).waitFor();
  await page.getByText('2 open doubts').waitFor();

  await near.getByLabel('It is right as it is').check();
  await near.getByLabel('Why it is right').fill('a second round of that day');
  await page.getByText('1 open doubt').waitFor();
  await page.getByRole('button', { name: 'Save draft' }).click();
  await page.waitForURL('**/desk/events/kp-2020-03-29-2*');
  await page.reload();
  expect(await mainText(page)).toContain('1 open doubt');
  expect(await mainText(page)).toContain('a second round of that day');
  expect(await mainText(page)).toContain('It is published with 1 open doubt.');

  await page.getByRole('link', { name: 'Edit draft' }).click();
  await page.getByText('Right as it is, Ada Min decided: a second round of that day').waitFor();
});

it('what is pressed on leaving a field with a mistake does not slide away under the pointer', async () => {
  await page.goto(`${apogee.baseUrl}/desk/events/new`);
  const assessment = page.getByRole('group', { name: 'Assessment 1' });
  await assessment.getByLabel('URL').fill('no address');
  await assessment.locator('summary', { hasText: 'Figures claimed' }).click();
  await assessment.getByLabel('Distance (km) claimed').waitFor();
  await page.locator('[id="assessments.0.citation.url-error"]').waitFor();
});

it('typing goes on while the question is not answered', async () => {
  await page.route('**/desk/doubts', (route) => route.abort());
  await page.goto(`${apogee.baseUrl}/desk/events/new`);
  await page.getByLabel('Date', { exact: true }).fill('2020-03-29');
  await page.getByText('could not be held against the catalogue').waitFor();
  await page.getByLabel('Country').selectOption({ label: 'North Korea' });
  const salvo = page.getByRole('group', { name: 'Salvo 1' });
  await salvo.getByLabel('Count', { exact: true }).fill('1');
  await page.getByRole('button', { name: 'Save draft' }).click();
  await page.waitForURL('**/desk/events/kp-2020-03-29-3*');
  await page.unroute('**/desk/doubts');
});

it('without JavaScript the draft’s page has the doubts, and the button that settles one', async () => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    storageState: await page.context().storageState(),
  });
  const plain = await context.newPage();
  await plain.goto(`${apogee.baseUrl}/desk/events/kp-2020-03-29-2`);
  const item = plain.getByRole('listitem').filter({ hasText: 'farther than any SRBM' });
  await item.getByLabel('Why it is right').fill('as the JCS gave it');
  await item.getByRole('button', { name: 'It is right as it is' }).click();
  await plain.getByText('as the JCS gave it').waitFor();
  const decided = plain.getByRole('listitem').filter({ hasText: 'as the JCS gave it' });
  await decided.getByRole('button', { name: 'Take back' }).click();
  await plain.getByText('as the JCS gave it').waitFor({ state: 'detached' });
  expect(await mainText(plain)).toContain('farther than any SRBM');
  await context.close();
});

it('the page on data quality is for readers, and shows open doubts to the desk alone', async () => {
  const readers = await fetch(`${apogee.baseUrl}/quality`);
  const markup = await readers.text();
  expect(readers.status).toBe(200);
  expect(markup).toContain('Missing figures');
  expect(markup).not.toContain('Open doubts');
  await page.goto(`${apogee.baseUrl}/quality`);
  expect(await mainText(page)).toContain('Open doubts');
});
