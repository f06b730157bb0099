import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editEvent, recordEvent } from '@/lib/catalogue/commands';
import { asEventForm } from '@/lib/catalogue/event-form';
import { checkEventForm } from '@/lib/catalogue/event-form-input';
import { toEventForm } from '@/lib/catalogue/event-form-values';
import type { EventRecord } from '@/lib/catalogue/event-record';
import { listChoices, listEvents, newestFirst } from '@/lib/catalogue/queries';
import { eventInput } from '@/lib/catalogue/schema';
import { classIds, figureNames, outcomes } from '@/lib/catalogue/vocabulary';
import { everything } from '@/lib/filter/schema';
import { testDatabase } from '../../support/database';
import { people } from '../../support/factories';

testDatabase({ template: 'template_seeded' });

const change = { actor: people.analyst, reason: 'test', holdSeconds: 0 };

/** What a form sends for an event that was opened in it and not touched. */
const untouched = (event: EventRecord) => asEventForm(JSON.parse(JSON.stringify(toEventForm(event))));

async function inputOf(event: EventRecord) {
  const values = untouched(event);
  if (!values) throw new Error('the form is none');
  const { input, errors } = checkEventForm({ ...values, reason: 'test' }, await listChoices());
  expect(errors).toEqual([]);
  return input;
}

test('every event of the starter catalogue comes out of the form as it went in', async () => {
  const { events, total } = await listEvents(everything, { sort: newestFirst, limit: 1000, offset: 0 });
  expect(events).toHaveLength(total);
  for (const event of events) {
    const cited = new Set(event.assessments.flatMap(({ citation }) => citation?.url ?? []));
    const citations = event.citations.filter(({ url }) => !cited.has(url));
    expect(await inputOf(event)).toEqual(eventInput.parse({ ...event, citations }));
  }
}, 120_000);

const words = fc.constantFrom(
  'several',
  'Munchon',
  'munchon',
  'a field near\r\nthe east coast',
  'about 150 km; “presumed”',
);
const instant = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2026-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());
const km = fc.double({ min: 0, max: 50_000, noNaN: true });
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });

const claimed = fc.record(
  {
    system: words,
    class: fc.constantFrom(...classIds),
    site: words,
    launchedAt: instant,
    countMin: fc.integer({ min: 1, max: 9 }),
    countMax: fc.integer({ min: 1, max: 9 }),
    countText: words,
    distanceKm: km,
    outcome: fc.constantFrom(...outcomes),
    launchTime: words,
    speedMach: fc.oneof(km, words, fc.boolean()),
    other: fc.boolean(),
  },
  { requiredKeys: [] },
);
const assessment = fc.record({
  assessor: words,
  text: words,
  hedge: maybe(words),
  statedOnText: maybe(words),
  infoCredibility: maybe(fc.integer({ min: 1, max: 6 })),
  figures: claimed,
  citation: maybe(fc.record({ publisher: words, url: fc.webUrl(), checked: fc.constantFrom('yes', 'no') })),
});
const salvo = fc
  .record({
    system: maybe(fc.constantFrom('hwasong-11a', 'hwasong-11c')),
    class: fc.constantFrom(...classIds),
    site: maybe(fc.constantFrom('munchon', 'sunan')),
    siteText: maybe(words),
    launchedAt: maybe(instant),
    countMin: fc.integer({ min: 1, max: 5 }),
    more: maybe(fc.integer({ min: 0, max: 3 })),
    countText: maybe(words),
    distanceKm: maybe(km),
    apogeeKm: maybe(km),
    bearingDeg: maybe(fc.double({ min: 0, max: 359, noNaN: true })),
    landingArea: maybe(words),
    outcome: fc.constantFrom(...outcomes),
    from: fc.dictionary(fc.constantFrom(...figureNames), fc.nat({ max: 2 })),
  })
  .map(({ more, from, ...rest }) => ({
    ...rest,
    countMax: more === null ? null : rest.countMin + more,
    sources: from,
  }));
const event = fc.record({
  country: fc.constant('KP'),
  localDate: fc.constantFrom('1984', '1988-05', '1988-05-08', '2015-08-15', '2020-04-14'),
  status: fc.constant('draft'),
  statusReason: maybe(words),
  notes: maybe(words),
  salvos: fc.array(salvo, { minLength: 1, maxLength: 3 }),
  assessments: fc.array(assessment, { minLength: 3, maxLength: 4 }),
  citations: fc.array(fc.record({ publisher: words, title: maybe(words), url: fc.webUrl() }), {
    maxLength: 2,
  }),
});

test('any draft that is opened in the form and saved unchanged stays the very same', async () => {
  await fc.assert(
    fc.asyncProperty(event, async (entry) => {
      const { event: before } = await recordEvent(entry, change);
      const { event: after } = await editEvent(before.slug, before.revision, await inputOf(before), change);
      expect({ ...after, revision: 0, updatedAt: '' }).toEqual({ ...before, revision: 0, updatedAt: '' });
    }),
    { numRuns: 60 },
  );
}, 120_000);
