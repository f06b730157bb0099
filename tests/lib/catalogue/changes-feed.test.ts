import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Element, xml2js } from 'xml-js';
import { changesFeed, changeTitle } from '@/lib/catalogue/changes-feed';
import type { CatalogueChange } from '@/lib/catalogue/history';

const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.string({
    unit: fc.constantFrom(']', '>', '<', '&', 'amp;', '"', "'", '\u0000', '\u001f', '\ud800', 'é', '\n'),
    maxLength: 20,
  }),
);
const change: fc.Arbitrary<CatalogueChange> = fc
  .record({
    kind: fc.constantFrom('corrected' as const, 'withdrawn' as const, 'reinstated' as const),
    actor: anyText.filter((name) => name.trim() !== ''),
    reason: anyText,
    createdAt: fc
      .date({ noInvalidDate: true, min: new Date('2020-01-01'), max: new Date('2030-01-01') })
      .map((at) => at.toISOString()),
    events: fc.array(
      fc.record({
        slug: fc.stringMatching(/^kp-20\d\d-\d\d-\d\d$/),
        title: anyText,
        number: fc.integer({ min: 2, max: 99 }),
        changes: fc.array(
          fc.record({
            path: fc.constant('notes'),
            label: anyText,
            before: fc.option(anyText),
            after: fc.option(anyText),
          }),
          { maxLength: 3 },
        ),
        thanks: fc.array(anyText, { maxLength: 2 }),
      }),
      { minLength: 1, maxLength: 3 },
    ),
  })
  .map((made) => ({ ...made, eventCount: made.events.length }));

const children = (element: Element | undefined, name: string): Element[] =>
  (element?.elements ?? []).filter((child) => child.name === name);
const textOf = (element: Element | undefined): string =>
  (element?.elements ?? []).map((child) => String(child.text ?? child.cdata ?? '')).join('');

/** HTML that is text alone, as a reader shows it. */
const shown = (html: string) =>
  html.replace(
    /&(lt|gt|quot|amp);/g,
    (_, name: string) => ({ lt: '<', gt: '>', quot: '"', amp: '&' })[name] ?? '',
  );

/** What XML leaves of a text: no characters that it has no room for, and one kind of line end. */
const inXml = (text: string) =>
  Array.from(text, (mark) => (isXmlChar(mark.codePointAt(0) ?? 0) ? mark : '\ufffd'))
    .join('')
    .replace(/\r\n?/g, '\n');
const isXmlChar = (code: number) =>
  [0x9, 0xa, 0xd].includes(code) ||
  (code >= 0x20 && code <= 0xd7ff) ||
  (code >= 0xe000 && code <= 0xfffd) ||
  code >= 0x10000;

test('whatever a reason or a title says, the feed is well-formed XML, and the words come back', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 4 }), (changes) => {
      const xml = changesFeed(changes, 'https://apogee.example.org', null);
      expect(Array.from(xml).every((mark) => isXmlChar(mark.codePointAt(0) ?? 0))).toBe(true);
      const [feed] = children(xml2js(xml, { compact: false }) as Element, 'feed');
      const entries = children(feed, 'entry');
      const read = entries.map((entry) => ({
        title: shown(textOf(children(entry, 'title')[0])).replace(/\r\n?/g, '\n'),
        author: textOf(children(children(entry, 'author')[0], 'name')[0]).replace(/\r\n?/g, '\n'),
      }));
      expect(read).toEqual(
        changes.map((one) => ({ title: inXml(changeTitle(one)), author: inXml(one.actor) })),
      );
      entries.forEach((entry, place) => {
        const content = textOf(children(entry, 'content')[0]);
        expect(shown(content).replace(/\r\n?/g, '\n')).toContain(
          `<p>${inXml(changes[place]?.reason ?? '')}</p>`,
        );
        expect(
          content.match(/<[^>]+>/g)?.every((tag) => /^<(\/?(p|ul|li|a)|a href="[^"<>]+")>$/.test(tag)),
        ).toBe(true);
      });
    }),
    { numRuns: 500 },
  );
});

const aChange: CatalogueChange = {
  kind: 'corrected',
  actor: 'Ed Itor',
  reason: 'The final figure.',
  createdAt: '2026-05-10T12:00:00.000Z',
  eventCount: 1,
  events: [
    {
      slug: 'kp-2020-04-14',
      title: 'North Korea: cruise missiles, 14 Apr 2020, Munchon',
      number: 2,
      changes: [{ path: 'salvos.0.distanceKm', label: 'Salvo: distance', before: null, after: '200 km' }],
      thanks: ['Rea Der'],
    },
  ],
};

test('an entry has an address that stays, its moment, who, why and what was different', () => {
  const xml = changesFeed([aChange], 'https://apogee.example.org', null);
  expect(xml).toContain('<id>https://apogee.example.org/events/kp-2020-04-14#revision-2</id>');
  expect(xml).toContain('<updated>2026-05-10T12:00:00.000Z</updated>');
  expect(xml).toContain('Corrected: North Korea: cruise missiles, 14 Apr 2020, Munchon');
  expect(xml).toContain('<li>Salvo: distance: unknown → 200 km</li>');
  expect(xml).toContain('Thanks to Rea Der, a reader, for the correction.');
  expect(xml).toContain('rel="self" href="https://apogee.example.org/feeds/changes.atom"');
  expect(changesFeed([aChange], 'https://apogee.example.org', null)).toBe(xml);
});

test('a feed without entries is one all the same, and says since when there is nothing', () => {
  const xml = changesFeed([], 'https://apogee.example.org', '2026-05-01T12:00:00.000Z');
  expect(xml).toContain('<updated>2026-05-01T12:00:00.000Z</updated>');
  expect(xml).not.toContain('<entry>');
});
