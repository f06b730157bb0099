import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBrowser } from './support/browser';
import { mainText, recordDraft, setUp, signIn } from './support/desk';
import { startMailServer } from './support/mail-server';
import { mailTo } from './support/mail-to';
import { type RunningApogee, startApogee } from './support/start-apogee';

const reader = 'reader@example.org';
const folder = mkdtempSync(path.join(tmpdir(), 'apogee-main-job-'));
const mailDir = path.join(folder, 'mail');

let mail: Awaited<ReturnType<typeof startMailServer>>;
let apogee: RunningApogee;
let baseUrl: string;
let browser: Browser;
let readers: Page;
let analysts: Page;
beforeAll(async () => {
  mail = await startMailServer(mailDir);
  apogee = await startApogee({
    DATA_DIR: path.join(folder, 'data'),
    SMTP_URL: `smtp://127.0.0.1:${mail.port}?ignoreTLS=true`,
    ALERT_HOLD_SECONDS: '0',
  });
  baseUrl = apogee.baseUrl;
  browser = await openBrowser();
  readers = await (await browser.newContext()).newPage();
  analysts = await (await browser.newContext()).newPage();
});
afterAll(async () => {
  await browser.close();
  await apogee.stop();
  await mail.stop();
  rmSync(folder, { recursive: true, force: true });
});

it('a reader subscribes to cruise missiles, and nothing begins before the button of the mailed link', async () => {
  await readers.goto(`${baseUrl}/subscribe`);
  await readers.getByLabel('Email').fill('not an address');
  await readers.getByRole('button', { name: 'Subscribe' }).click();
  await readers.locator('#email-error').waitFor();
  expect(await readers.getByLabel('Email').inputValue()).toBe('not an address');
  await readers.getByLabel('Email').fill(reader);
  await readers.getByLabel('Cruise missiles').check();
  await readers.getByRole('button', { name: 'Subscribe' }).click();
  await readers.getByText('Look in your inbox').waitFor();

  const confirmation = await mailTo(mailDir, reader);
  const link = linkIn(confirmation.text, /\/subscribe\/confirm\/\S+/);
  await readers.goto(link);
  await readers.goto(link); // a mail scanner was there first
  await readers.locator('main').getByRole('button').click();
  await readers.waitForURL(/\/alerts\//);
  expect(await mainText(readers)).toMatch(/cruise missiles/i);
});

it('the first account is made once, by the link that the start printed', async () => {
  await setUp(analysts, apogee.setupLink);
  await analysts.getByRole('button', { name: 'Sign out' }).click();
  await analysts.goto(apogee.setupLink);
  expect(await analysts.getByLabel('Password').count()).toBe(0);
  await signIn(analysts, baseUrl);
});

it('an event is recorded, published to one subscriber, and its alert says what makes it news', async () => {
  await recordDraft(analysts, baseUrl, '2026-11-01');
  expect((await fetch(`${baseUrl}/events/kp-2026-11-01`)).status).toBe(404);
  expect(await mainText(analysts)).toContain('1 subscriber will be told');
  await analysts.getByRole('button', { name: 'Publish' }).click();
  await analysts
    .getByRole('link', { name: /public page|see it|\/events\//i })
    .first()
    .waitFor();

  const alert = await mailTo(mailDir, reader);
  expect(alert.subject).toBe('[PRELIMINARY] North Korea: cruise missiles, 1 Nov 2026');
  for (const part of [alert.text ?? '', String(alert.html)]) {
    expect(part).toContain('first cruise missile launch since 12 April 2026');
    expect(part).toContain('ROK JCS');
    expect(part).toContain('presumed');
  }
  await readers.goto(linkIn(alert.text, /\/events\/kp-2026-11-01/));
  expect(await readers.locator('h1').textContent()).toContain('cruise missiles');
  await readers.goto(linkIn(alert.text, /\/alerts\/[\w-]+(?=\s|$)/));
  expect(await mainText(readers)).toContain('1 Nov 2026');
});

it('a publication is undone while its alert is held, and nobody is told', async () => {
  const held = await startApogee({ DATA_DIR: path.join(folder, 'held'), ALERT_HOLD_SECONDS: '600' });
  const page = await (await browser.newContext()).newPage();
  await setUp(page, held.setupLink);
  await recordDraft(page, held.baseUrl, '2026-11-01');
  expect(await mainText(page)).toContain('Until then it can be undone');
  await page.getByRole('button', { name: 'Publish' }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('button', { name: 'Publish' }).waitFor();
  expect((await fetch(`${held.baseUrl}/api/v1/events/kp-2026-11-01`)).status).toBe(404);
  await held.stop();
});

it('one click unsubscribes, a look does not, and the next event is mailed to nobody', async () => {
  await recordDraft(analysts, baseUrl, '2026-11-02');
  await analysts.getByRole('button', { name: 'Publish' }).click();
  const alert = await mailTo(mailDir, reader);
  const header = (name: string) => alert.headerLines.find(({ key }) => key === name)?.line ?? '';
  const url = /<(http[^>]+)>/.exec(header('list-unsubscribe'))?.[1] ?? '';
  expect(header('list-unsubscribe-post')).toContain('List-Unsubscribe=One-Click');
  expect((await fetch(url)).status).toBe(200);
  await recordDraft(analysts, baseUrl, '2026-11-03');
  expect(await mainText(analysts)).toContain('1 subscriber will be told');

  const clicked = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'List-Unsubscribe=One-Click',
    redirect: 'manual',
  });
  expect(clicked.status).toBe(200);
  await analysts.reload();
  expect(await mainText(analysts)).toContain('0 subscribers will be told');
});

function linkIn(text: string | undefined, path: RegExp): string {
  const found = path.exec(text ?? '')?.[0];
  if (!found) throw new Error(`no link like ${path} in:\n${text}`);
  return baseUrl + found.replace(/[.,)>]+$/, '');
}
