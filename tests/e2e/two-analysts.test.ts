import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser } from './support/browser';
import { admin, mainText, recordDraft, setUp, signIn } from './support/desk';
import { type RunningApogee, startApogee } from './support/start-apogee';

const folder = mkdtempSync(path.join(tmpdir(), 'apogee-two-'));
let apogee: RunningApogee;
let browser: Browser;
let first: Page;
beforeAll(async () => {
  apogee = await startApogee({ DATA_DIR: folder, ALERT_HOLD_SECONDS: '600' });
  browser = await openBrowser();
  first = await (await browser.newContext()).newPage();
  await setUp(first, apogee.setupLink);
}, 600_000);
afterAll(async () => {
  await browser?.close();
  await apogee?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const field = (page: Page, id: string) => page.locator(`[id="${id}"]`);
const saved = (page: Page, slug: string) => page.waitForURL((url) => url.pathname === `/desk/events/${slug}`);

async function openTwice(
  localDate: string,
  javaScriptEnabled: boolean,
): Promise<{ slug: string; second: Page }> {
  await recordDraft(first, apogee.baseUrl, localDate);
  const slug = `kp-${localDate}`;
  const second = await (await browser.newContext({ javaScriptEnabled })).newPage();
  await signIn(second, apogee.baseUrl);
  for (const page of [first, second]) await page.goto(`${apogee.baseUrl}/desk/events/${slug}/edit`);
  await field(first, 'salvos.0.distanceKm').fill('160');
  await field(first, 'notes').fill('At night.');
  await first.getByRole('button', { name: 'Save draft' }).click();
  await saved(first, slug);
  await field(second, 'salvos.0.distanceKm').fill('155');
  await field(second, 'salvos.0.apogeeKm').fill('30');
  await second.getByRole('button', { name: 'Save draft' }).click();
  await second.getByText(`${admin.name} changed this event after you opened it.`).waitFor();
  return { slug, second };
}

it('the second analyst sees the first one’s change field by field, chooses, and reverts nothing', async () => {
  const { slug, second } = await openTwice('2026-11-06', true);
  const distance = second.getByRole('group', { name: 'Salvo 1: Distance (km)' });
  expect(await distance.textContent()).toMatch(/was 150.*160.*by Ada Min.*155.*yours/);
  expect(await field(second, 'salvos.0.distanceKm-error').textContent()).toContain(
    'Changed meanwhile by Ada Min from 150 to 160.',
  );
  expect(await field(second, 'salvos.0.distanceKm').inputValue()).toBe('155');
  expect(await field(second, 'salvos.0.apogeeKm').inputValue()).toBe('30');
  expect(await field(second, 'notes').inputValue()).toBe('At night.');

  await distance.getByRole('radio', { name: /by Ada Min/ }).check();
  expect(await field(second, 'salvos.0.distanceKm').inputValue()).toBe('160');
  expect(await field(second, 'salvos.0.distanceKm-error').count()).toBe(0);
  await second.getByRole('button', { name: 'Save draft' }).click();
  await saved(second, slug);
  const words = await mainText(second);
  for (const kept of ['160 km', '30 km', 'At night.']) expect(words).toContain(kept);
});

it('so it is without JavaScript', async () => {
  const { slug, second } = await openTwice('2026-11-07', false);
  expect(await field(second, 'salvos.0.apogeeKm').inputValue()).toBe('30');
  expect(await field(second, 'notes').inputValue()).toBe('At night.');
  await second
    .getByRole('group', { name: 'Salvo 1: Distance (km)' })
    .getByRole('radio', { name: /by Ada Min/ })
    .check();
  await second.getByRole('button', { name: 'Save draft' }).click();
  await saved(second, slug);
  const words = await mainText(second);
  for (const kept of ['160 km', '30 km', 'At night.']) expect(words).toContain(kept);
});

it('a claim is adopted, and one more is added, without JavaScript', async () => {
  await recordDraft(first, apogee.baseUrl, '2026-11-08');
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await signIn(page, apogee.baseUrl);
  await page.goto(`${apogee.baseUrl}/desk/events/kp-2026-11-08`);
  await page.locator('summary', { hasText: 'Add an assessment' }).click();
  await page.getByRole('button', { name: 'Add assessment' }).click();
  await page.getByText('2 fields need another look.').waitFor();
  await field(page, 'assessments.0.assessor').fill('Japan MOD');
  await field(page, 'assessments.0.text').fill('About 140 km.');
  await page.locator('summary', { hasText: 'Figures claimed' }).click();
  await field(page, 'assessments.0.figures.distanceKm').fill('140');
  await page.getByRole('button', { name: 'Add assessment' }).click();
  await page.getByText('Claim 2, Japan MOD, is added.').waitFor();
  await page.getByRole('button', { name: 'Adopt 140 km' }).click();
  await page.getByText('Distance adopted from Japan MOD: 140 km. It was 150 km.').waitFor();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText('Distance put back as it was before: 150 km.').waitFor();
});
