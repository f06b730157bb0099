import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openBrowser } from './support/browser';

const baseUrl = inject('baseUrl');
const pages = [
  '/',
  '/events',
  '/events/kp-2020-03-29',
  '/subscribe',
  '/about',
  '/quality',
  '/setup',
  '/sign-in',
];
const sizes = { laptop: { width: 1280, height: 900 }, phone: { width: 390, height: 844 } };

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

describe.each(pages)('the page %s', (path) => {
  it.each([
    ['light', 'laptop'],
    ['dark', 'laptop'],
    ['light', 'phone'],
    ['dark', 'phone'],
  ] as const)('in %s on a %s asks no foreign host and complains of nothing', async (colorScheme, size) => {
    const context = await browser.newContext({ colorScheme, viewport: sizes[size] });
    const page = await context.newPage();
    const faults = faultsOf(page);
    const response = await page.goto(baseUrl + path, { waitUntil: 'load' });
    expect(response?.status()).toBeLessThan(400);
    expect(faults).toEqual([]);
    await context.close();
  });

  it.each([390, 320])('does not scroll sideways at %i px', async (width) => {
    const page = await browser.newPage({ viewport: { width, height: 844 } });
    await page.goto(baseUrl + path);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await page.close();
  });
});

/** Foreign requests, errors on the console (the browser reports a violated CSP there) and uncaught ones, as they come. */
function faultsOf(page: Page): string[] {
  const faults: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(baseUrl) && !request.url().startsWith('data:'))
      faults.push(`asks ${request.url()}`);
  });
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(error.message));
  return faults;
}
