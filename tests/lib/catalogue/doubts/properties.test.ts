import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Doubt, EventOnRecord } from '@/lib/catalogue/doubts/doubt';
import { doubtsOf } from '@/lib/catalogue/doubts/doubts-of';
import { enteredInForm } from '@/lib/catalogue/doubts/entered-event';
import { pagesOf } from '@/lib/catalogue/doubts/same-page';
import {
  assessmentFields,
  blankAssessment,
  blankCitation,
  blankSalvo,
  citationFields,
  type EventFormValues,
  salvoFields,
} from '@/lib/catalogue/event-form';
import { classIds } from '@/lib/catalogue/vocabulary';
import { lastDay } from '@/lib/format/dates';
import { basisOf, choices, entry, later, onRecord } from './entries';

// What is typed: sense, nearly sense, and nothing of the sort.
const typed = fc.oneof(
  fc.constantFrom('', ' ', 'x', '-1', '1,500', '1e9', 'NaN', '07:00', '2200', '25:00', '2020-04-13T22:00Z'),
  fc.constantFrom('2020-04-14', '2020-04', '2020', '2020-02-30', '0000-00-00', '9999-12-31', '1900-01-01'),
  fc.constantFrom('KN-23', 'Munchon', 'SRBM', 'unknown', 'utc', 'local', 'on', 'kept', '\u0000', '\ud800'),
  fc.constantFrom('https://a.example/2020/04/14/x', 'https://web.archive.org/web/1/http://%', 'http://%%'),
  fc.webUrl({ withQueryParameters: true, withFragments: true }),
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
);
const part = <T extends object>(blank: () => T, fields: readonly string[]) =>
  fc.dictionary(fc.constantFrom(...fields), typed).map((some) => ({ ...blank(), ...some }));
const forms: fc.Arbitrary<EventFormValues> = fc.record({
  country: fc.constantFrom('KP', 'IN', '', 'XX'),
  localDate: typed,
  status: fc.constantFrom('draft', 'confirmed', 'x'),
  statusReason: typed,
  notes: typed,
  reason: typed,
  salvos: fc.array(part(blankSalvo, salvoFields), { maxLength: 3 }),
  assessments: fc.array(part(blankAssessment, assessmentFields), { maxLength: 3 }),
  citations: fc.array(part(blankCitation, citationFields), { maxLength: 3 }),
});

const days = fc.integer({ min: 8, max: 20 }).map((day) => `2020-04-${String(day).padStart(2, '0')}`);
const event = fc.record({
  localDate: fc.oneof({ weight: 6, arbitrary: days }, fc.constantFrom('2020-04', '2020-03', '2020')),
  site: fc.constantFrom('Munchon', 'Wonsan', 'Sunan', 'Sohae', 'Nowhere', 'a field', ''),
  url: fc.constantFrom('https://a.example/1', 'https://www.a.example/1/', 'https://a.example/2', ''),
  class: fc.constantFrom(...classIds),
  distanceKm: fc.integer({ min: 0, max: 2000 }),
});
type Event = { localDate: string; site: string; url: string; class: string; distanceKm: number };

const asForm = ({ localDate, site, url, class: id, distanceKm }: Event) =>
  entry({
    localDate,
    salvo: { site, class: id, distanceKm: String(distanceKm) },
    citations: [{ url }],
  });

/** The same event as the catalogue has it. */
function asOnRecord(given: Event, place: number): EventOnRecord {
  const [salvo] = enteredInForm(asForm(given), null, choices).salvos;
  return {
    ...onRecord({ slug: `kp-${place}` }),
    firstDay: `${given.localDate}-01-01`.slice(0, 10),
    lastDay: lastDay(given.localDate),
    places: [{ site: salvo?.site ?? null, text: salvo?.text ?? null }],
    figures: [{ class: salvo?.class ?? 'unknown', distanceKm: given.distanceKm, apogeeKm: null }],
    pages: pagesOf({ url: given.url, archivedUrl: null }),
  };
}

const slugsIn = (doubts: Doubt[], kind: Doubt['kind']) =>
  doubts
    .filter((doubt) => doubt.kind === kind)
    .flatMap((doubt) => doubt.about ?? [])
    .map(({ href }) => href?.split('/').at(-1));

test('no form, however unfinished, makes it throw; each doubt is there once, at a field of the form', () => {
  const basis = basisOf([
    onRecord({ urls: ['https://a.example/2020/04/14/x'] }),
    onRecord({ localDate: '1984-09' }),
  ]);
  fc.assert(
    fc.property(forms, fc.constantFrom(null, 'kp-2020-04-14'), (form, slug) => {
      const doubts = doubtsOf(enteredInForm(form, slug, choices), basis, later);
      expect(new Set(doubts.map(({ key }) => key)).size).toBe(doubts.length);
      for (const { path, message, about } of doubts) {
        expect(path).toMatch(
          /^(localDate|(salvos|citations)\.\d\.\w+|assessments\.\d\.citation\.(url|archivedUrl|publishedOn))$/,
        );
        expect(message).not.toMatch(/undefined|null|NaN|Infinity|Invalid/);
        for (const { href } of about ?? []) expect(href).not.toBe(`/events/${slug}`);
      }
    }),
    { numRuns: 2000 },
  );
}, 60_000);

test('an event is never near itself, and is near another exactly where that one is near it', () => {
  fc.assert(
    fc.property(fc.array(event, { minLength: 2, maxLength: 8 }), (events) => {
      const basis = basisOf(events.map(asOnRecord));
      const doubts = events.map((given, place) =>
        doubtsOf(enteredInForm(asForm(given), `kp-${place}`, choices), basis, later),
      );
      for (const kind of ['near-event', 'cited-elsewhere'] as const) {
        const pairs = events.flatMap((_, one) =>
          slugsIn(doubts[one] ?? [], kind).map((other) => [`kp-${one}`, other]),
        );
        const written = (of: (string | undefined)[][]) => of.map((pair) => pair.join(' ')).sort();
        expect(pairs.filter(([one, other]) => one === other)).toEqual([]);
        expect(written(pairs.map((pair) => pair.toReversed()))).toEqual(written(pairs));
      }
    }),
    { numRuns: 200 },
  );
});

test('a doubt is the same whatever else is typed, and wherever in the form its part stands', () => {
  fc.assert(
    fc.property(event, fc.array(event, { maxLength: 5 }), typed, (given, others, notes) => {
      const basis = basisOf(others.map(asOnRecord));
      const form = asForm(given);
      const moved = { ...form, notes, citations: [blankCitation(), ...form.citations] };
      const keys = (values: EventFormValues) =>
        doubtsOf(enteredInForm(values, null, choices), basis, later).map(({ key }) => key);
      expect(keys(moved)).toEqual(keys(form));
    }),
    { numRuns: 300 },
  );
});
