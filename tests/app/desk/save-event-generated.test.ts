import fc from 'fast-check';
import { beforeAll, expect, test, vi } from 'vitest';
import { saveEvent } from '@/app/desk/events/actions';
import type { EventFormAnswer } from '@/components/desk/event-form-answer';
import { recordEvent } from '@/lib/catalogue/commands';
import {
  assessmentFields,
  blankEvent,
  citationFields,
  type EventFormValues,
  fromFormData,
  salvoFields,
} from '@/lib/catalogue/event-form';
import { toEventForm } from '@/lib/catalogue/event-form-values';
import { db } from '@/lib/db/client';
import { testDatabase } from '../../support/database';
import { anEvent, people } from '../../support/factories';
import { eventFormData } from '../../support/form-data';
import { Redirect } from '../../support/next-request';
import { as, signInWalkers } from '../../support/walkers';

vi.mock('next/headers', async () => (await import('../../support/next-request')).nextHeaders);
vi.mock('next/cache', async () => (await import('../../support/next-request')).nextCache);
vi.mock('next/link', async () => (await import('../../support/next-request')).nextLink);
vi.mock('next/navigation', async () => (await import('../../support/next-request')).nextNavigation);

testDatabase();
beforeAll(async () => {
  await signInWalkers();
  as('editor');
});

const opened: EventFormAnswer = {
  values: blankEvent(),
  errors: [],
  code: null,
  message: null,
  slug: '',
  revision: '',
  since: null,
};

const hostile = fc.oneof(
  { weight: 2, arbitrary: fc.string({ unit: 'binary' }) },
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(
    ...[
      '\u0000',
      '\ud800',
      '=1+1',
      "'; DROP TABLE events; --",
      '<script>alert(1)</script>',
      '__proto__',
      '../..',
    ],
    ...[
      '\u202e',
      ' ',
      '\r\n',
      '0',
      '-1',
      '1e999',
      '9'.repeat(400),
      '1,000',
      '１２',
      'NaN',
      'Infinity',
      '0x10',
      '3.5',
    ],
    ...['2020-02-30', '2999-01-01', '0000-00-00', '1899', '2020-4', '24:00', '07:60', '2020-04-13T22:00Z'],
    ...[
      'Nonesuch-9',
      'KN-23',
      'munchon',
      'https://example.org/a',
      'javascript:alert(1)',
      'https://',
      'x'.repeat(5000),
    ],
    ...[
      'withdrawn',
      'confirmed',
      'kept',
      '0',
      '60',
      'on',
      'distanceKm=99 class=x =',
      '{"a":{"b":1}}',
      '{"\\u0000":1}',
    ],
  ),
);

/** Everything that can be typed, or sent, into one salvo, assessment and citation, and into the event itself. */
const names = [
  ...[
    'country',
    'localDate',
    'status',
    'statusReason',
    'notes',
    'reason',
    'slug',
    'revision',
    'step',
    'choice.0',
  ],
  ...salvoFields.map((field) => `salvos.0.${field}`),
  ...assessmentFields.map((field) => `assessments.0.${field}`),
  ...citationFields.map((field) => `citations.0.${field}`),
];
const changes = fc.dictionary(fc.constantFrom(...names), hostile, {
  minKeys: 1,
  maxKeys: 5,
  noNullPrototype: true,
});

/** How many of each part the form has: more than may be, too. */
const sizes = fc.record({
  salvos: fc.constantFrom(0, 1, 1, 1, 1, 1, 1, 2, 2, 2, 61, 70),
  assessments: fc.constantFrom(0, 1, 1, 1, 1, 1, 2, 2, 2, 2, 61),
  citations: fc.constantFrom(0, 0, 0, 1, 1, 1, 1, 1, 61),
});

const goodForm = (): EventFormValues => ({
  ...toEventForm({
    ...anEventRecord,
    citations: [
      {
        publisher: 'Yonhap',
        title: null,
        url: 'https://example.org/b',
        publishedOn: null,
        archivedUrl: null,
        checked: 'no',
      },
    ],
  }),
});
const anEventRecord = {
  country: 'KP',
  localDate: '2020-04-14',
  timeZone: 'Asia/Seoul',
  status: 'draft',
  statusReason: null,
  notes: null,
  salvos: [
    {
      ...{
        system: null,
        systemName: null,
        class: 'CM',
        site: 'munchon',
        siteName: 'Munchon',
        siteText: null,
      },
      ...{ launchedAt: '2020-04-13T22:00:00.000Z', countMin: 1, countMax: null, countText: 'several' },
      ...{
        distanceKm: 150,
        apogeeKm: null,
        bearingDeg: null,
        landingArea: null,
        outcome: 'unknown',
        sources: { class: 0 },
      },
    },
  ],
  assessments: [
    {
      ...{
        assessor: 'ROK JCS',
        statedOn: '2020-04-14',
        statedOnText: null,
        text: 'Several.',
        hedge: 'presumed',
      },
      ...{
        status: 'final',
        likelihood: 'likely',
        confidence: 'low',
        sourceReliability: 'B',
        infoCredibility: 2,
      },
      figures: { distanceKm: 150, site: 'Munchon', launchedAt: '2020-04-13T22:00:00.000Z' },
      citation: {
        publisher: 'Yonhap',
        title: null,
        url: 'https://example.org/a',
        publishedOn: null,
        archivedUrl: null,
        checked: 'no',
      },
    },
  ],
} as unknown as Parameters<typeof toEventForm>[0];

const repeated = <Part>(parts: Part[], count: number): Part[] =>
  Array.from({ length: count }, (_, place) => parts[place % parts.length] as Part);

/** What there is, so that half of a write would show. */
const counts = async () =>
  JSON.stringify(
    await db().$queryRawUnsafe(`SELECT (SELECT count(*)::int FROM events) AS events, (SELECT count(*)::int FROM salvos) AS salvos,
      (SELECT count(*)::int FROM assessments) AS assessments, (SELECT count(*)::int FROM assessors) AS assessors,
      (SELECT count(*)::int FROM citations) AS citations, (SELECT count(*)::int FROM revisions) AS revisions,
      (SELECT count(*)::int FROM salvo_figure_sources) AS sources,
      (SELECT version FROM catalogue) AS version, (SELECT count(*)::int FROM graphile_worker.jobs) AS jobs`),
  );

/** The fields that a message can stand at: those of the form, and its lists as a whole. */
const isField = (path: string) =>
  /^(country|localDate|status|statusReason|notes|reason|salvos|assessments|citations)$/.test(path) ||
  /^(salvos|assessments|citations)\.\d+\.[\w.]+$/.test(path);

test('no generated form brings the desk down: each is saved whole, or answered at its fields with nothing written', async () => {
  const existing = (await recordEvent(anEvent(), { actor: people.editor, reason: 'test', holdSeconds: null }))
    .event;
  let saved = 0;
  let refused = 0;
  await fc.assert(
    fc.asyncProperty(changes, sizes, fc.boolean(), async (typed, size, isCorrection) => {
      const good = goodForm();
      const form = {
        ...good,
        salvos: repeated(good.salvos, size.salvos),
        assessments: repeated(good.assessments, size.assessments),
        citations: repeated(good.citations, size.citations),
      };
      const revision = await db().event.findUnique({
        where: { slug: existing.slug },
        select: { revision: true },
      });
      const event: Record<string, string> = isCorrection
        ? { slug: existing.slug, revision: String(revision?.revision), status: 'preliminary', reason: 'test' }
        : {};
      const data = eventFormData(form, { ...event, ...typed });
      const before = await counts();
      const outcome = await saveEvent(opened, data).catch((error: unknown) => error);
      if (outcome instanceof Redirect) {
        saved += 1;
        expect(outcome.message).toMatch(/^\/desk\/events\/[a-z]{2}-\d{4}[\d-]*\?saved=/);
        return;
      }
      refused += 1;
      const answer = outcome as EventFormAnswer;
      expect(await counts()).toBe(before);
      // Everything that was typed comes back.
      if (!data.get('step') && !data.get('choice.0')) expect(answer.values).toEqual(fromFormData(data));
      expect(['invalid', 'conflict', 'not-found', 'forbidden', null]).toContain(answer.code);
      if (answer.code !== 'invalid') return;
      expect(answer.errors.length).toBeGreaterThan(0);
      for (const { path, message } of answer.errors) {
        expect(path).toSatisfy(isField);
        expect(message).not.toBe('');
      }
    }),
    { numRuns: 700 },
  );
  expect(refused).toBeGreaterThan(200);
  expect(saved).toBeGreaterThan(50);
}, 600_000);
