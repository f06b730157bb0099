import { beforeAll, expect, test } from 'vitest';
import { db } from '@/lib/db/client';
import { testDatabase } from '../../support/database';
import { aCitation, recorded } from '../../support/factories';
import { renderedPages, words } from './rendered-pages';

testDatabase();

beforeAll(async () => {
  await recorded();
  await recorded({
    localDate: '2022-11-03',
    status: 'disputed',
    statusReason: 'The two ministries differ.',
    salvos: [
      {
        class: 'ICBM',
        countText: null,
        countMax: 1,
        distanceKm: 760,
        apogeeKm: 1920,
        sources: { distanceKm: 1 },
      },
      { class: 'SRBM', countText: null, countMax: 1, distanceKm: null, launchedAt: null },
    ],
    assessments: [
      { assessor: 'Japan MOD', text: 'About 2,000 km high.', hedge: 'about', figures: { distanceKm: 750 } },
      {
        assessor: 'ROK JCS',
        text: 'It came down 760 km away.',
        figures: { distanceKm: 760 },
        citation: { ...aCitation, archivedUrl: 'https://archive.example/1', checked: 'partly' },
      },
    ],
  });
  await recorded({ localDate: '2023-07-01' });
  await db().event.update({
    where: { slug: 'kp-2023-07-01' },
    data: { status: 'withdrawn', statusReason: 'An exercise of artillery.' },
  });
});

const addresses = [
  '/events',
  '/events?q=kp-2020-04-14',
  '/events?class=SLV',
  '/events?country=KP&class=CM,ICBM&from=2010-01-01',
  '/subscribe?country=KP,XX&class=CM,ICBM,none',
  '/subscribe',
  '/events?from=2020-99-99',
  '/events?site=munchon&sort=missiles',
  '/events/kp-2022-11-03',
  '/events/kp-2020-04-14',
  '/events/kp-2023-07-01',
] as const;
let pages: Map<string, string>;
const at = (address: (typeof addresses)[number]) => pages.get(address) ?? '';

beforeAll(() => {
  pages = renderedPages(addresses);
});

test('the list works without JavaScript: counts, rows, links to sort, a GET form', () => {
  const page = at('/events');
  expect(words(page)).toContain('2 rounds, at least 3 missiles');
  expect(words(page)).toContain('1 withdrawn round is listed, but not counted.');
  expect(page).toContain('href="/events/kp-2020-04-14"');
  expect(page).toContain('href="/events?sort=-distanceKm"');
  expect(page).toContain('aria-sort="descending"');
  expect(page).toMatch(/<form[^>]+action="\/events"[^>]+method="get"/);
  expect(page).toMatch(/<s>.*kp-2023-07-01.*<\/s>/);
});

test('local date first, UTC beside it, unknown where nobody has said', () => {
  const page = words(at('/events?q=kp-2020-04-14'));
  expect(page).toContain('14 Apr 2020 13 Apr 2020, 22:00 UTC');
  expect(page).toContain('Apogee unknown');
  expect(page).toContain('several');
});

test('a filter that nothing fits says how to widen it', () => {
  expect(words(at('/events?class=SLV'))).toContain('No event fits this filter. Widen the dates');
});

test('a value that is not understood has its message at the field', () => {
  const page = at('/events?from=2020-99-99');
  expect(page).toMatch(/id="from"[^>]*aria-invalid="true"[^>]*aria-describedby="from-error"/);
  expect(words(page)).toContain('&quot;2020-99-99&quot; is not a date like 2020-04-14');
  expect(words(page)).toContain('2 rounds');
});

test('an order and a narrowing that the form does not show go along with it', () => {
  const page = at('/events?site=munchon&sort=missiles');
  expect(page).toContain('<input type="hidden" name="site" value="munchon"/>');
  expect(page).toContain('<input type="hidden" name="sort" value="missiles"/>');
});

test('claims that differ say so in words, each with its hedge and its source', () => {
  const markup = at('/events/kp-2022-11-03');
  expect(words(markup)).toContain('Distance They differ by 10 km.');
  expect(words(markup)).toMatch(/In its own words .*“about”/);
  expect(words(markup)).toContain('partly checked: the fact was read elsewhere');
  expect(markup).toContain('id="claim-2"');
  for (const [link] of markup.matchAll(/<a [^>]*href="https?:[^>]*>/g)) {
    expect(link).toContain('rel="noopener noreferrer nofollow"');
  }
});

test('an only claim has its figures and its hedge beneath its words', () => {
  expect(words(at('/events/kp-2020-04-14'))).toMatch(/In its own words: “presumed” .*Distance 150 km/);
});

test('figures of record lead to the claim that they were adopted from', () => {
  const markup = at('/events/kp-2022-11-03');
  expect(markup).toContain('href="#claim-2" aria-label="claim 2, ROK JCS"');
  const only = at('/events/kp-2020-04-14');
  expect(words(only)).toMatch(/Distance 150 km 1 /);
  expect(words(only)).toContain('Came down in unknown');
});

test('the status is told in words, with its reason; withdrawn is struck through', () => {
  expect(words(at('/events/kp-2022-11-03'))).toMatch(/Status: disputed .* The two ministries differ\./);
  const withdrawn = at('/events/kp-2023-07-01');
  expect(withdrawn).toMatch(/<h1[^>]*><s /);
  expect(withdrawn).toContain('An exercise of artillery.');
});

test('the table leads to alerts about the country and the classes that it is narrowed to', () => {
  expect(at('/events')).toContain('href="/subscribe"');
  expect(at('/events?country=KP&class=CM,ICBM&from=2010-01-01')).toContain(
    'href="/subscribe?country=KP&amp;class=CM,ICBM"',
  );
});

test('alerts begin with what the link that led there asks for, in words and ticked; what is not known is left out', () => {
  const tickedOn = (page: string) =>
    [...page.matchAll(/<input type="checkbox"[^>]*>/g)]
      .map(([box]) => box)
      .filter((box) => box.includes('checked=""'))
      .map((box) =>
        /name="(\w+)" checked="" value="(\w+)"|name="(\w+)"[^>]* value="(\w+)"/.exec(box)?.slice(1),
      )
      .map((found) => found?.filter(Boolean).join('='));
  const page = at('/subscribe?country=KP,XX&class=CM,ICBM,none');
  expect(words(page)).toMatch(
    /intercontinental ballistic missiles and cruise missiles by North Korea|cruise missiles and intercontinental ballistic missiles by North Korea/,
  );
  expect(tickedOn(page).sort()).toEqual(['class=CM', 'class=ICBM', 'country=KP']);
  expect(tickedOn(at('/subscribe'))).toEqual([]);
  expect(words(at('/subscribe'))).not.toContain('You came for alerts');
});
