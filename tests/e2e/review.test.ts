import { execFileSync } from 'node:child_process';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { projectDir, typescriptFlags } from '@/lib/process/project';
import { openBrowser } from './support/browser';
import { mainText, recordDraft } from './support/desk';

const baseUrl = inject('baseUrl');
const slug = 'kp-2026-10-07';
const password = 'correct horse battery';

let browser: Browser;
let analyst: Page;
let editor: Page;
beforeAll(async () => {
  browser = await openBrowser();
  analyst = await signedIn('ana.review@example.org', 'Ana Review', 'analyst');
  editor = await signedIn('ed.review@example.org', 'Ed Review', 'editor');
});
afterAll(() => browser.close());

it('a draft is submitted, returned with a reason, submitted again, and published', async () => {
  await recordDraft(analyst, baseUrl, '2026-10-07');
  await analyst.getByLabel('A word to the editor').fill('The distance is from one source only.');
  await analyst.getByRole('button', { name: 'Submit for review' }).click();
  await analyst.getByText('Ana Review submitted this').waitFor();

  await editor.goto(`${baseUrl}/desk`);
  await editor.getByRole('link', { name: /^Review: \d+ waits?$/ }).click();
  await editor.getByText('The distance is from one source only.').waitFor();
  await editor.getByRole('link', { name: 'North Korea: cruise missiles, 7 Oct 2026' }).click();
  await editor.getByLabel('Your comment').fill('Tokyo has spoken meanwhile.');
  await editor.getByRole('button', { name: 'Comment', exact: true }).click();
  await editor.getByText('Tokyo has spoken meanwhile.', { exact: true }).waitFor();
  await editor.getByText('Return this draft to be worked on').click();
  await editor.getByLabel('What is missing').fill('Add what Tokyo says.');
  await editor.getByRole('button', { name: 'Return it' }).click();
  await editor.waitForURL('**/desk/review');

  await analyst.goto(`${baseUrl}/desk/events/${slug}`);
  const returned = await mainText(analyst);
  expect(returned).toContain('Ed Review returned this');
  expect(returned).toContain('Add what Tokyo says.');
  expect(returned).toContain('Tokyo has spoken meanwhile.');
  await analyst.getByRole('button', { name: 'Submit for review' }).click();
  await analyst.getByText('Ana Review submitted this').waitFor();

  // Edited while it is in review, it stays there.
  await analyst.getByRole('link', { name: 'Edit draft' }).click();
  await analyst.getByText('A draft in review').waitFor();
  await analyst.getByLabel('Notes').fill('Tokyo says nothing of the distance.');
  await analyst.getByRole('button', { name: 'Save draft' }).click();
  await analyst.getByText('Saved. The draft stays in review').waitFor();
  expect(await analyst.getByRole('button', { name: 'Publish' }).count()).toBe(0);

  await editor.goto(`${baseUrl}/desk/events/${slug}`);
  await editor.getByRole('button', { name: 'Publish' }).click();
  await editor.getByRole('link', { name: 'Its public page' }).waitFor();
  await editor.goto(`${baseUrl}/desk/review`);
  expect(await mainText(editor)).not.toContain('7 Oct 2026');
  const { words, json } = await publicly();
  expect(words).toContain('cruise missiles, 7 Oct 2026');
  expect(words + json).not.toMatch(/Add what Tokyo says|Tokyo has spoken|submitted/i);
});

it('a reader without JavaScript says what is wrong, loses nothing to a slip, and is told what happens next', async () => {
  const reader = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await reader.goto(`${baseUrl}/events/${slug}`);
  await reader.getByText('Something is wrong here? Tell the editors').click();
  await reader.getByLabel('What is wrong').fill('Three were fired, says the ministry.');
  await reader.getByLabel('Evidence').fill('the ministry');
  await reader.getByLabel('Your name').fill('Rea Der');
  await reader.getByLabel('Your e-mail address').fill('rea@example.org');
  await reader.getByRole('button', { name: 'Send to the editors' }).click();
  await reader.getByText('This is not a web address').waitFor();
  expect(await reader.getByLabel('What is wrong').inputValue()).toBe('Three were fired, says the ministry.');
  await reader.getByLabel('Evidence').fill('https://example.org/three');
  await reader.getByRole('button', { name: 'Send to the editors' }).click();
  await reader.getByText('Thank you. The editors have it now').waitFor();
  expect((await publicly()).words).not.toContain('says the ministry');
});

it('an editor takes it up in the correction that came of it, and the history thanks the reader', async () => {
  await editor.goto(`${baseUrl}/desk/review`);
  const waiting = editor.getByRole('listitem').filter({ hasText: 'Three were fired, says the ministry.' });
  expect(await waiting.getByRole('link', { name: 'Correct the event' }).getAttribute('href')).toBe(
    `/desk/events/${slug}/edit`,
  );
  const corrected = await fetch(`${baseUrl}/api/v1/events/${slug}`, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${keyOf('editor')}` },
    body: JSON.stringify({ notes: 'The ministry speaks of three.', reason: 'The ministry’s count' }),
  });
  expect(corrected.status).toBe(200);

  await editor.reload();
  expect(await waiting.getByLabel('Taken up in').textContent()).toContain('The ministry’s count');
  await waiting.getByRole('button', { name: 'Taken up' }).click();
  await waiting.waitFor({ state: 'detached' });
  const { words } = await publicly();
  expect(words).toContain('Thanks to Rea Der, a reader, for the correction.');
  expect(words).not.toContain('rea@example.org');
});

/** The event's page and its JSON, as anybody gets them. */
async function publicly() {
  const page = await (await fetch(`${baseUrl}/events/${slug}`)).text();
  const json = await (await fetch(`${baseUrl}/api/v1/events/${slug}`)).text();
  const main = /<main[^>]*>.*<\/main>/s.exec(page)?.[0] ?? '';
  return { words: main.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' '), json };
}

async function signedIn(email: string, name: string, role: string): Promise<Page> {
  command('bin/user.ts', ['add', email, '--name', name, '--role', role, '--password', password]);
  const page = await (await browser.newContext()).newPage();
  await page.goto(`${baseUrl}/sign-in`);
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL('**/desk');
  return page;
}

function keyOf(role: string): string {
  const printed = command('bin/key.ts', ['add', `review ${role}`, '--role', role]);
  const [key] = /apg_\S+/.exec(printed) ?? [];
  if (!key) throw new Error(`no key in:\n${printed}`);
  return key;
}

function command(file: string, given: string[]): string {
  return execFileSync(process.execPath, [...typescriptFlags, file, ...given], {
    cwd: projectDir,
    encoding: 'utf8',
    env: { ...process.env, DATA_DIR: inject('dataDir'), DATABASE_URL: '' },
  });
}
