import type { Page } from 'playwright-core';

export const admin = { name: 'Ada Min', email: 'ada@example.org', password: 'correct horse battery' };

/** Follow the one-time link, make the first account, and arrive at the desk. */
export async function setUp(page: Page, setupLink: string): Promise<void> {
  await page.goto(setupLink);
  await page.getByLabel('Name').fill(admin.name);
  await page.getByLabel('Email').fill(admin.email);
  await page.getByLabel('Password').fill(admin.password);
  await page.getByRole('button', { name: 'Create account' }).click();
  await page.waitForURL('**/desk');
}

export async function signIn(page: Page, baseUrl: string): Promise<void> {
  await page.goto(`${baseUrl}/sign-in`);
  await page.getByLabel('Email').fill(admin.email);
  await page.getByLabel('Password').fill(admin.password);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL('**/desk');
}

/** Record one cruise missile on `localDate` as a draft, and arrive at its review. */
export async function recordDraft(page: Page, baseUrl: string, localDate: string): Promise<void> {
  await page.goto(`${baseUrl}/desk`);
  await page.getByRole('link', { name: 'Record an event' }).click();
  await page.waitForURL('**/desk/events/new');
  await page.getByLabel('Country').selectOption({ label: 'North Korea' });
  await page.getByLabel('Date', { exact: true }).fill(localDate);
  const salvo = page.getByRole('group', { name: 'Salvo 1' });
  await salvo.getByLabel('Class').first().selectOption('CM');
  await salvo.getByLabel('Count', { exact: true }).fill('2');
  await salvo.getByLabel('Distance (km)').fill('150');
  const assessment = page.getByRole('group', { name: 'Assessment 1' });
  await assessment.getByLabel('Assessor').fill('ROK JCS');
  await assessment.getByLabel('What was said').fill('Two presumed cruise missiles flew about 150 km.');
  await assessment.getByLabel('Hedge').fill('presumed');
  await assessment.getByLabel('Publisher').fill('Yonhap');
  await assessment.getByLabel('URL').fill('https://en.yna.co.kr/view/AEN20261101000001');
  await page.getByRole('button', { name: 'Save draft' }).click();
  await page.waitForURL((url) => url.pathname === `/desk/events/kp-${localDate}`);
}

/** What the page says, between its header and its footer. */
export async function mainText(page: Page): Promise<string> {
  return (await page.locator('main').textContent()) ?? '';
}
