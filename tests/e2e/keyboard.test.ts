import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser } from './support/browser';
import { admin, mainText, setUp } from './support/desk';
import { focused, retype, tabTo } from './support/keyboard';
import { type RunningApogee, startApogee } from './support/start-apogee';

const folder = mkdtempSync(path.join(tmpdir(), 'apogee-keyboard-'));
const slug = 'kp-2026-11-05';
let apogee: RunningApogee;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  apogee = await startApogee({ DATA_DIR: folder, ALERT_HOLD_SECONDS: '600' });
  browser = await openBrowser();
  const context = await browser.newContext();
  await setUp(await context.newPage(), apogee.setupLink);
  await context.close();
  page = await (await browser.newContext()).newPage();
}, 600_000);
afterAll(async () => {
  await browser?.close();
  await apogee?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const key = (name: string) => page.keyboard.press(name);
const type = (text: string) => page.keyboard.type(text);
const field = (id: string) => page.locator(`[id="${id}"]`);
const arrive = (pathname: string) => page.waitForURL((url) => url.pathname === pathname);
const event = async () => (await fetch(`${apogee.baseUrl}/api/v1/events/${slug}`)).json();

it('signs in', async () => {
  await page.goto(`${apogee.baseUrl}/sign-in`);
  await tabTo(page, page.getByLabel('Email'));
  await type(admin.email);
  await tabTo(page, page.getByLabel('Password'));
  await type(admin.password);
  await key('Enter');
  await arrive('/desk');
});

it('records three salvos with two assessments, and is led from a mistake to its field', async () => {
  await tabTo(page, page.getByRole('link', { name: 'Record an event' }));
  await key('Enter');
  await arrive('/desk/events/new');
  await tabTo(page, field('country'));
  await type('North');
  await tabTo(page, field('localDate'));
  await type('2026-11-05');

  // From field to field, in the order in which they are read, with no button between.
  const walked: string[] = [];
  for (let step = 0; step < 15; step += 1) {
    await key('Tab');
    walked.push((await focused(page)).replace('salvos.0.', ''));
  }
  expect(walked).toEqual([
    ...['system', 'class', 'site', 'countMin', 'countMax', 'orMore', 'countText', 'outcome', 'launchTime'],
    ...['zone', 'distanceKm', 'apogeeKm', 'bearingDeg', 'landingArea', ''],
  ]);
  await tabTo(page, field('salvos.0.class'), { back: true });
  await type('CM');
  await tabTo(page, field('salvos.0.countMin'));
  await type('1');
  await tabTo(page, field('salvos.0.distanceKm'));
  await type('760');
  for (const salvo of [1, 2]) {
    await key('Alt+s');
    await page.waitForFunction((id) => document.activeElement?.id === id, `salvos.${salvo}.system`);
    await tabTo(page, field(`salvos.${salvo}.class`));
    await type('CM');
    await tabTo(page, field(`salvos.${salvo}.countMin`));
    await type(salvo === 1 ? '2' : 'two');
  }
  for (const [place, assessor, km, last] of [
    [0, 'ROK JCS', '760', 'https://en.yna.co.kr/view/AEN20261105000001'],
    [1, 'Japan MOD', '750', 'https://www.mod.go.jp/j/press/20261105'],
  ] as const) {
    if (place === 1) {
      await key('Alt+a');
      await page.waitForFunction(() => document.activeElement?.id === 'assessments.1.assessor');
    } else await tabTo(page, field('assessments.0.assessor'));
    await type(assessor);
    await tabTo(page, field(`assessments.${place}.hedge`));
    await type('presumed');
    await tabTo(page, field(`assessments.${place}.text`));
    await type(`About ${km} km.`);
    await tabTo(page, field(`assessments.${place}.citation.publisher`));
    await type(assessor);
    await tabTo(page, field(`assessments.${place}.citation.url`));
    await type(last);
    const group = page.getByRole('group', { name: `Assessment ${place + 1}` });
    await tabTo(page, group.locator('summary', { hasText: 'Figures claimed' }));
    await key('Enter');
    await tabTo(page, field(`assessments.${place}.figures.distanceKm`));
    await type(km);
  }

  await key('Control+s');
  const summary = page.getByRole('alert').filter({ hasText: '1 field needs another look.' });
  await summary.waitFor();
  expect(await summary.evaluate((element) => element === document.activeElement)).toBe(true);
  await key('Tab');
  await key('Enter');
  expect(await focused(page)).toBe('salvos.2.countMin');
  await retype(page, '3');
  await key('Control+s');
  await arrive(`/desk/events/${slug}`);
  expect(await mainText(page)).toContain('6 missiles in 3 salvos');
});

it('publishes it', async () => {
  await tabTo(page, page.getByRole('radio', { name: /^preliminary/ }));
  await key('ArrowDown');
  await tabTo(page, page.getByRole('button', { name: 'Publish' }));
  await key('Enter');
  await page.getByText('Published as confirmed').waitFor();
  expect(await event()).toMatchObject({ status: 'confirmed', salvos: [{ distanceKm: 760 }, {}, {}] });
});

it('adopts a claim’s figure with one key, stays where it was, and undoes it with another', async () => {
  const grid = page.getByRole('grid', { name: 'Salvo 1' });
  const row = grid.getByRole('row').filter({ has: page.getByRole('rowheader', { name: 'Distance' }) });
  await tabTo(page, grid.locator('[tabindex="0"]'));
  // One stop of Tab for the table: within it the arrow keys lead on.
  expect(await grid.locator('[tabindex="0"]').count()).toBe(1);
  const record = row.locator('[data-cell$=" 0"]');
  while (!(await record.evaluate((element) => element === document.activeElement))) await key('ArrowDown');

  await key('2');
  await page.getByText('Distance of salvo 1 adopted from Japan MOD: 750 km. It was 760 km.').waitFor();
  expect(await record.evaluate((element) => element === document.activeElement)).toBe(true);
  expect((await event()).salvos[0]).toMatchObject({ distanceKm: 750 });

  await key('u');
  await page.getByText(/put back as it was before: 760 km/).waitFor();
  expect((await event()).salvos[0]).toMatchObject({ distanceKm: 760 });
  await key('9');
  await page.getByText('There is no claim 9.').waitFor();

  await key('ArrowRight');
  await key('End');
  await key('Enter');
  await page.getByText('Distance of salvo 1 adopted from Japan MOD: 750 km.').waitFor();
  expect(
    await row.locator('[data-cell$=" 2"]').evaluate((element) => element === document.activeElement),
  ).toBe(true);
  expect(await event()).toMatchObject({ revision: 5, salvos: [{ distanceKm: 750 }, {}, {}] });
});

it('corrects it, with a reason', async () => {
  await page.goto(`${apogee.baseUrl}/desk/events/${slug}`);
  await tabTo(page, page.getByRole('link', { name: 'Correct this event' }));
  await key('Enter');
  await arrive(`/desk/events/${slug}/edit`);
  await tabTo(page, field('salvos.2.apogeeKm'));
  await type('50');
  await key('Control+s');
  await page.getByRole('alert').filter({ hasText: '1 field needs another look.' }).waitFor();
  await key('Tab');
  await key('Enter');
  expect(await focused(page)).toBe('reason');
  await type('Apogee named by Japan MOD');
  await key('Enter');
  await arrive(`/desk/events/${slug}`);
  expect((await event()).salvos[2]).toMatchObject({ apogeeKm: 50 });
});

it('withdraws it, and its page stays, struck through, with the reason', async () => {
  await tabTo(page, page.locator('summary', { hasText: 'Withdraw' }));
  await key('Enter');
  await tabTo(page, page.getByRole('form', { name: 'Withdraw' }).getByLabel(/^Reason/));
  await type('It was an air-defence drill.');
  await tabTo(page, page.getByRole('button', { name: 'Withdraw', exact: true }));
  await key('Enter');
  await page.getByText('Published as withdrawn').waitFor();
  await page.goto(`${apogee.baseUrl}/events/${slug}`);
  expect(await page.locator('h1 s').count()).toBe(1);
  expect(await mainText(page)).toContain('It was an air-defence drill.');
});
