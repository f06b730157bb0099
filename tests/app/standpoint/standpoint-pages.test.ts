import { beforeAll, expect, test } from 'vitest';
import { correctedEvents } from '../../support/corrected-events';
import { testDatabase } from '../../support/database';
import { renderedPages, words } from '../events/rendered-pages';

testDatabase();

const then = 'asKnownOn=2026-05-05';
const addresses = [
  `/?${then}`,
  '/?asKnownOn=2026-04-30',
  '/?asKnownOn=9999-12-31',
  '/?asKnownOn=soon',
  '/?accordingTo=Nobody',
  '/?accordingTo=ROK+JCS&class=CM',
  `/events?${then}&sort=missiles&class=CM`,
  '/events?asKnownOn=2026-04-30',
  '/events?asKnownOn=soon',
  '/events?accordingTo=Nobody',
  `/events/kp-2020-04-14?${then}`,
  '/events/kp-2020-04-14?asKnownOn=2026-05-01&accordingTo=ROK+JCS',
  '/events/kp-2020-04-14?asKnownOn=soon',
  '/events/kp-2020-04-14',
  '/changes',
  '/changes?page=9',
] as const;
let pages: Map<string, string>;
const at = (address: (typeof addresses)[number]) => pages.get(address) ?? '';
const hrefs = (markup: string) =>
  [...markup.matchAll(/href="([^"]+)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'));

beforeAll(async () => {
  await correctedEvents();
  pages = renderedPages(addresses);
}, 180_000);

test('each page says from where it is seen, and leads back', () => {
  for (const address of [
    `/?${then}`,
    `/events?${then}&sort=missiles&class=CM`,
    `/events/kp-2020-04-14?${then}`,
  ] as const) {
    expect(words(at(address))).toContain('As known at the end of 5 May 2026 (UTC).');
    const back = /href="([^"]+)"[^>]*>Back to the present/.exec(at(address))?.[1]?.replaceAll('&amp;', '&');
    expect(back).toBe(
      address.replace(`${then}&sort=missiles&class=CM`, 'class=CM&sort=missiles').replace(`?${then}`, ''),
    );
  }
  expect(words(at('/events/kp-2020-04-14'))).not.toContain('Back to the present');
});

test('no link to an event, an order, a page, a span or a switch slips back to the present', () => {
  for (const address of [
    `/?${then}`,
    `/events?${then}&sort=missiles&class=CM`,
    `/events/kp-2020-04-14?${then}`,
  ] as const) {
    const withoutWayBack = at(address).replace(/<aside.*?<\/aside>/s, '');
    const leading = hrefs(withoutWayBack).filter((href) => /^\/(\?|$|events|api)/.test(href));
    expect(leading.length).toBeGreaterThan(1);
    expect(leading.filter((href) => !href.includes(then))).toEqual([]);
  }
  expect(hrefs(at(`/events/kp-2020-04-14?${then}`))).toContain(`/events/kp-2020-03-29?${then}`);
  expect(hrefs(at(`/events/kp-2020-04-14?${then}`))).toContain(`/api/v1/events/kp-2020-04-14?${then}`);
});

test('alerts are asked for without the standpoint', () => {
  expect(hrefs(at(`/?${then}`))).toContain('/subscribe');
  expect(hrefs(at(`/events?${then}&sort=missiles&class=CM`))).toContain('/subscribe?class=CM');
});

test('the forms have the day and the assessors of that day as controls', () => {
  for (const address of [`/?${then}`, `/events?${then}&sort=missiles&class=CM`] as const) {
    expect(at(address)).toMatch(
      /<input[^>]*name="asKnownOn"[^>]*value="2026-05-05"|<input[^>]*value="2026-05-05"[^>]*name="asKnownOn"/,
    );
    const [, choices = ''] = /name="accordingTo"[^>]*>(.*?)<\/select>/.exec(at(address)) ?? [];
    expect(words(choices).trim()).toBe('Figures of record ROK JCS');
  }
});

test('the headline is of the year of that day, up to it, and of nothing later', () => {
  const page = words(at(`/?${then}`));
  expect(page).toContain('No missile test on record in 2026 up to 5 May');
  expect(page).toMatch(/The last test on record then was 2,212 days before, on 14 April 2020/);
  expect(page).toContain('14 Apr 2020 to 5 May 2026');
  expect(page).toContain('10 years to 2026');
  expect(page).not.toContain('so far this year');
});

test('a day that has not come is the present, and says so', () => {
  const page = words(at('/?asKnownOn=9999-12-31'));
  expect(page).toContain('That day has not come yet: this is the catalogue as it stands.');
  expect(page).toContain('so far this year');
});

test('a day that cannot be read has its message at its field, and the present is shown', () => {
  for (const address of ['/?asKnownOn=soon', '/events?asKnownOn=soon'] as const) {
    expect(at(address)).toMatch(
      /id="asKnownOn"[^>]*aria-invalid="true"[^>]*aria-describedby="asKnownOn-error"|aria-invalid="true"[^>]*aria-describedby="asKnownOn-error"/,
    );
    expect(words(at(address))).toContain('&quot;soon&quot; is not a date like 2020-04-14');
  }
  expect(words(at('/events/kp-2020-04-14?asKnownOn=soon'))).toContain('&quot;soon&quot; is not a date like');
});

test('before the first record the catalogue says since when its records go back', () => {
  for (const address of ['/?asKnownOn=2026-04-30', '/events?asKnownOn=2026-04-30'] as const) {
    expect(words(at(address))).toContain('On 30 April 2026 this catalogue had nothing on record yet');
    expect(words(at(address))).not.toMatch(/No missile test on record|0 rounds/);
    expect(words(at(address))).toContain('Its records go back to 1 May 2026');
    expect(hrefs(at(address)).some((href) => href.endsWith('?asKnownOn=2026-05-01'))).toBe(true);
  }
});

test('an assessor whom nobody knows is told of, with what to do', () => {
  for (const address of ['/?accordingTo=Nobody', '/events?accordingTo=Nobody'] as const) {
    expect(words(at(address))).toContain('No claim of an assessor called “Nobody” is on record');
    expect(words(at(address))).toContain('Choose one of the list under “According to”');
    expect(at(address)).toMatch(/<option value="Nobody"( selected="")?>Nobody<\/option>/);
  }
});

test('by one assessor the headline names it, and the figures are its own', () => {
  expect(words(at('/?accordingTo=ROK+JCS&class=CM'))).toContain(
    'No cruise missile test according to ROK JCS',
  );
  const event = words(at('/events/kp-2020-04-14?asKnownOn=2026-05-01&accordingTo=ROK+JCS'));
  expect(event).toContain('With the figures of ROK JCS alone.');
  expect(event).toContain('Figures according to ROK JCS');
  expect(event).toContain('Distance 150 km');
  expect(event).toContain('Back to the figures of record');
});

test('the history says who changed what, when and why, and leads to each day that can be told from others', () => {
  const page = at('/events/kp-2020-04-14');
  const [, history = ''] = page.split('id="history"');
  expect(words(history)).toMatch(/Corrected on 12 May 2026, 12:00 UTC by Ed Itor Japan spoke as well\./);
  expect(history).toMatch(/<del[^>]*>150 km<\/del>.*<ins[^>]*>200 km<\/ins>/);
  expect(words(history)).toMatch(/Claim of Japan MOD added: It flew about 230 km\./);
  expect(words(history)).toMatch(/Recorded on 1 May 2026/);
  expect(hrefs(history).filter((href) => href.includes('asKnownOn'))).toEqual([
    '/events/kp-2020-04-14?asKnownOn=2026-05-10',
    '/events/kp-2020-04-14?asKnownOn=2026-05-01',
  ]);
  expect(words(at(`/events/kp-2020-04-14?${then}`))).not.toContain('The final figure.');
});

test('all corrections stand under their months, each leading to its event', () => {
  const page = at('/changes');
  expect(words(page)).toContain('4 entries, the latest first.');
  expect(words(page)).toMatch(
    /May 2026 .*Withdrawn on 15 May 2026, 12:00 UTC by Ed Itor The ministry’s paper\./,
  );
  expect(words(page)).toMatch(/Status preliminary → , now withdrawn/);
  expect(hrefs(page)).toContain('/events/kp-2020-03-29#revision-2');
  expect(hrefs(page)).toContain('/feeds/changes.atom');
  expect(words(at('/changes?page=9'))).toContain('There is no page 9; this is the last one.');
  expect(words(at('/changes?page=9'))).toContain('The final figure.');
});
