import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { editEvent, recordEvent } from '@/lib/catalogue/commands';
import { closeDb } from '@/lib/db/client';
import { runningEmbeddedUrl } from '@/lib/db/embedded';
import { rereadEnv } from '@/lib/env';
import { addDays, formatLongDate } from '@/lib/format/dates';
import { anEvent, people } from '../support/factories';
import { openBrowser } from './support/browser';
import { mainText } from './support/desk';

const baseUrl = inject('baseUrl');
const slug = 'kp-2013-01-09';
const title = 'North Korea: short-range ballistic missiles, 9 Jan 2013, Munchon';
const today = new Date().toISOString().slice(0, 10);
const [recordedOn, correctedOn] = [addDays(today, -30), addDays(today, -10)];
const asKnown = (day: string) => `As known at the end of ${formatLongDate(day)} (UTC).`;

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
  process.env.DATABASE_URL = runningEmbeddedUrl(inject('dataDir'));
  rereadEnv();
  const on = (day: string, reason: string) => ({
    actor: people.editor,
    reason,
    now: new Date(`${day}T12:00:00Z`),
    holdSeconds: null,
  });
  const salvos = [{ class: 'SRBM' as const, distanceKm: 150, launchedAt: null }];
  const { event } = await recordEvent(
    anEvent({ localDate: '2013-01-09', salvos }),
    on(recordedOn, 'first report'),
  );
  const corrected = event.salvos.map((salvo) => ({ ...salvo, distanceKm: 170, sources: {} }));
  await editEvent(slug, 1, { ...event, salvos: corrected }, on(correctedOn, 'R&D office: <170 km>'));
});
afterAll(async () => {
  await closeDb();
  await browser.close();
});

const newPage = async (options: BrowserContextOptions = {}) =>
  (await browser.newContext({ ...options, locale: 'en-GB' })).newPage();

it('the dashboard is turned back to a day, and its links stay there until the way back is taken', async () => {
  const page = await newPage();
  await page.goto(baseUrl);
  await page.getByLabel('As known on').fill(recordedOn);
  await page.waitForURL((url) => url.searchParams.get('asKnownOn') === recordedOn);
  await page.getByText(asKnown(recordedOn)).first().waitFor();
  expect(await mainText(page)).toContain('Back to the present');
  await page.getByRole('link', { name: title }).click();
  await page.waitForURL(`**/events/${slug}?asKnownOn=${recordedOn}`);
  const then = await mainText(page);
  expect(then).toContain(asKnown(recordedOn));
  expect(then).toContain('150 km');
  expect(then).not.toContain('170 km');
  await page.getByRole('link', { name: 'Back to the present' }).click();
  await page.waitForURL(`**/events/${slug}`);
  await page.getByText('170 km').first().waitFor();
});

it('without JavaScript the table is turned back by its form, and leads to the event as it stood', async () => {
  const page = await newPage({ javaScriptEnabled: false });
  await page.goto(`${baseUrl}/events?class=SRBM`);
  await page.getByLabel('As known on').fill(addDays(correctedOn, -1));
  await page.getByRole('button', { name: 'Show' }).click();
  expect(await mainText(page)).toContain(asKnown(addDays(correctedOn, -1)));
  expect(await mainText(page)).toContain('1 round, ');
  await page.getByRole('link', { name: 'Distance' }).click();
  await page.locator(`a[href^="/events/${slug}?"]`).click();
  expect(page.url()).toContain(`asKnownOn=${addDays(correctedOn, -1)}`);
  expect(await mainText(page)).toContain('150 km');
  await page.goto(`${baseUrl}/?asKnownOn=${recordedOn}`);
  expect(await mainText(page)).toContain(asKnown(recordedOn));
  expect(await mainText(page)).toContain(title);
});

it('before it was recorded the event has a page that says just that, with 404 and without JavaScript', async () => {
  const page = await newPage({ javaScriptEnabled: false });
  for (const [query, words] of [
    [`asKnownOn=${addDays(recordedOn, -1)}`, 'This event was not on record then'],
    ['accordingTo=KCNA', 'KCNA said nothing of this event'],
  ]) {
    const response = await page.goto(`${baseUrl}/events/${slug}?${query}`);
    expect(response?.status()).toBe(404);
    expect(await mainText(page)).toContain(words);
  }
  await page.getByRole('link', { name: 'The event as it stands now' }).click();
  expect(await mainText(page)).toContain('170 km');
});

it('the history and the list of corrections say what was different, and why', async () => {
  const page = await newPage();
  await page.goto(`${baseUrl}/events/${slug}`);
  const history = page.getByRole('region', { name: 'History' });
  expect(await history.textContent()).toContain('R&D office: <170 km>');
  expect(await history.locator('del').first().textContent()).toBe('150 km');
  await history.getByRole('link', { name: 'The event as it stood then' }).click();
  await page.waitForURL(`**/events/${slug}?asKnownOn=${recordedOn}`);
  await page.goto(`${baseUrl}/events/${slug}`);
  await page.getByRole('contentinfo').getByRole('link', { name: 'Corrections' }).click();
  await page.waitForURL('**/changes');
  expect(await mainText(page)).toContain('R&D office: <170 km>');
  await page.getByRole('link', { name: title }).click();
  await page.waitForURL(`**/events/${slug}#revision-2`);
});

it('the feed is found from the list, and a browser reads it as XML', async () => {
  const page = await newPage();
  await page.goto(`${baseUrl}/changes`);
  const link = page.locator('link[rel=alternate][type="application/atom+xml"]');
  const address = new URL((await link.getAttribute('href')) ?? '', baseUrl).href;
  const text = await (await fetch(address)).text();
  const read = await page.evaluate((xml) => {
    const feed = new DOMParser().parseFromString(xml, 'application/xml');
    const shown = new DOMParser().parseFromString(
      feed.querySelector('entry content')?.textContent ?? '',
      'text/html',
    );
    return {
      errors: feed.querySelectorAll('parsererror').length,
      title: feed.querySelector('entry title')?.textContent,
      id: feed.querySelector('entry id')?.textContent,
      content: shown.body.textContent,
    };
  }, text);
  expect(read).toMatchObject({ errors: 0, title: `Corrected: ${title}` });
  expect(read.id).toMatch(new RegExp(`^http://.*/events/${slug}#revision-2$`));
  expect(read.content).toContain('R&D office: <170 km>');
});

it('the API answers for the same day, and refuses one that is none', async () => {
  const ask = (path: string) => fetch(`${baseUrl}/api/v1/${path}`);
  const list = await (await ask(`events?asKnownOn=${recordedOn}`)).json();
  expect(list).toMatchObject({ total: 1, events: [{ slug, salvos: [{ distanceKm: 150 }] }] });
  const revisions = await (await ask(`events/${slug}/revisions`)).json();
  expect(revisions).toMatchObject({ revisions: [{ number: 2, kind: 'corrected' }, { number: 1 }] });
  expect((await ask('events?asKnownOn=soon')).status).toBe(400);
});
