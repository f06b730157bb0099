import fc from 'fast-check';
import { type EventRecord, eventTitle, sumCounts } from '@/lib/catalogue/event-record';
import { eventInput } from '@/lib/catalogue/schema';
import * as vocabulary from '@/lib/catalogue/vocabulary';
import { precisionOf } from '@/lib/format/dates';
import { isStorable } from '@/lib/storable-text';
import { anEvent } from '../../../support/factories';

const words = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 20 }),
    fc.constantFrom(
      '=1+1',
      "'=1",
      '-5 km',
      '+49',
      '@home',
      '12',
      '1,000',
      'true',
      '2020-04-14',
      "'quoted'",
      'ein\nzwei',
    ),
  )
  .filter((text) => text.trim() !== '' && isStorable(text));
const maybe = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null });
const day = fc.constantFrom('2017-03-22', '2020-02-29', '2026-10-31');
const km = fc.oneof(
  fc.integer({ min: 0, max: 50_000 }),
  fc.double({ min: 0, max: 9000, noNaN: true }).map((n) => Math.round(n * 10) / 10),
);
const count = fc.integer({ min: 1, max: 500 });
const time = fc.integer({ min: 0, max: 1.7e12 }).map((ms) => new Date(ms).toISOString());
const url = fc.webUrl().filter((text) => text.length < 500);

const citation = fc.record({
  publisher: words,
  title: maybe(words),
  url,
  publishedOn: maybe(day),
  archivedUrl: maybe(url),
  checked: fc.constantFrom(...vocabulary.checkedStates),
});

const figures = fc.record(
  {
    system: words,
    class: fc.constantFrom(...vocabulary.classIds),
    site: words,
    launchedAt: time,
    countMin: count,
    countMax: count,
    countText: words,
    distanceKm: km,
    apogeeKm: km,
    bearingDeg: fc.integer({ min: 0, max: 359 }),
    landingArea: words,
    outcome: fc.constantFrom(...vocabulary.outcomes),
  },
  { requiredKeys: [] },
);
const otherFigures = fc.dictionary(
  fc.oneof(fc.constantFrom('velocity', 'a.b', 'claim', 'statedOn', 'count', 'title'), words),
  fc.oneof(
    words,
    fc.integer(),
    fc.boolean(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => n + 0),
  ),
  { maxKeys: 3, noNullPrototype: true },
);

const assessment = fc.record({
  assessor: words,
  statedOn: maybe(day),
  statedOnText: maybe(words),
  text: words,
  hedge: maybe(words),
  status: fc.constantFrom(...vocabulary.assessmentStatuses),
  likelihood: maybe(fc.constantFrom(...vocabulary.likelihoods)),
  confidence: maybe(fc.constantFrom(...vocabulary.confidences)),
  sourceReliability: maybe(fc.constantFrom(...vocabulary.sourceReliabilities)),
  infoCredibility: maybe(fc.integer({ min: 1, max: 6 })),
  figures: fc.tuple(figures, otherFigures).map(([known, other]) => ({ ...other, ...known })),
  citation: maybe(citation),
});

const salvo = (claims: number) =>
  fc.record({
    system: maybe(fc.constantFrom('hwasong-11a', 'scud-b')),
    class: fc.constantFrom(...vocabulary.classIds),
    site: maybe(fc.constantFrom('munchon', 'wonsan')),
    siteText: maybe(words),
    launchedAt: maybe(time),
    countMin: count,
    countMax: maybe(fc.integer({ min: 500, max: 1000 })),
    countText: maybe(words),
    distanceKm: maybe(km),
    apogeeKm: maybe(km),
    bearingDeg: maybe(fc.integer({ min: 0, max: 359 })),
    landingArea: maybe(words),
    outcome: fc.constantFrom(...vocabulary.outcomes),
    sources:
      claims === 0
        ? fc.constant({})
        : fc.dictionary(fc.constantFrom(...vocabulary.figureNames), fc.integer({ min: 0, max: claims - 1 }), {
            noNullPrototype: true,
          }),
  });

const entered = fc.array(assessment, { maxLength: 3 }).chain((assessments) =>
  fc.record({
    country: fc.constantFrom('KP', 'IR'),
    localDate: fc.constantFrom('1984', '1984-09', '2017-03-22', '2020-04-14'),
    status: fc.constantFrom(...vocabulary.statuses),
    statusReason: words,
    notes: maybe(words),
    salvos: fc.array(salvo(assessments.length), { minLength: 1, maxLength: 3 }),
    assessments: fc.constant(assessments),
    citations: fc.uniqueArray(citation, { minLength: 1, maxLength: 3, selector: (one) => one.url }),
  }),
);

/** Any event as it leaves Apogee, with every kind of figure, source and text. */
export const anyEventRecord: fc.Arbitrary<EventRecord> = fc
  .tuple(entered, fc.integer({ min: 1, max: 99 }))
  .map(([event, place]) =>
    aRecord({ ...event, slug: `${event.country.toLowerCase()}-${event.localDate}-${place}` }),
  );

/** `anEvent` with these fields, as it would leave Apogee. */
export function aRecord({ slug, ...overrides }: { slug: string } & Record<string, unknown>): EventRecord {
  const event = eventInput.parse({
    ...anEvent({ salvos: [{ sources: { class: 0, distanceKm: 0 } }] }),
    ...overrides,
  });
  const salvos = event.salvos.map((one) => ({
    ...one,
    class: one.class ?? ('unknown' as const),
    systemName: one.system,
    siteName: one.site ?? one.siteText,
    sources: one.sources as EventRecord['salvos'][number]['sources'],
  }));
  return {
    ...event,
    slug,
    countryName: event.country,
    timeZone: 'Asia/Seoul',
    datePrecision: precisionOf(event.localDate),
    title: eventTitle(event.country, event.localDate, salvos),
    missiles: sumCounts(salvos),
    classes: [],
    salvos,
    revision: 1,
    publishedAt: null,
    updatedAt: '2026-11-01T00:00:00.000Z',
  };
}
