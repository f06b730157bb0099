import { expect, test } from 'vitest';
import { recordEvent } from '@/lib/catalogue/commands';
import {
  blankAssessment,
  blankCitation,
  blankEvent,
  blankSalvo,
  changeParts,
  type EventFormValues,
  fromFormData,
} from '@/lib/catalogue/event-form';
import { checkEventForm, launchInstant } from '@/lib/catalogue/event-form-input';
import { toEventForm } from '@/lib/catalogue/event-form-values';
import { listChoices } from '@/lib/catalogue/queries';
import { testDatabase } from '../../support/database';
import { aCitation, anEvent, people } from '../../support/factories';

testDatabase();

const choices = {
  countries: [{ id: 'KP', name: 'North Korea', timeZone: 'Asia/Seoul' }],
  systems: [
    { id: 'kp-hwasong-11a', name: 'Hwasong-11A', class: 'SRBM', country: 'KP', aliases: ['KN-23'] },
    { id: 'other-kn-23', name: 'KN 23', class: 'MRBM', country: 'XX', aliases: [] },
  ],
  sites: [{ id: 'munchon', name: 'Munchon', country: 'KP', aliases: ['Munch’on'] }],
  assessors: [],
};

function aForm({ salvo = {}, ...rest }: Partial<EventFormValues> & { salvo?: object } = {}): EventFormValues {
  return {
    ...blankEvent('KP'),
    localDate: '2020-04-14',
    salvos: [{ ...blankSalvo(), countMin: '1', ...salvo }],
    ...rest,
  };
}

const check = (values: EventFormValues) => checkEventForm(values, choices);
const firstSalvo = (salvo: object) => check(aForm({ salvo })).input?.salvos[0];

test('a count stands for itself, up to, or more', () => {
  expect(firstSalvo({ countMin: '3' })).toMatchObject({ countMin: 3, countMax: 3 });
  expect(firstSalvo({ countMin: '2', countMax: '4' })).toMatchObject({ countMin: 2, countMax: 4 });
  expect(firstSalvo({ countMin: '1', orMore: 'on', countText: 'several' })).toMatchObject({
    countMin: 1,
    countMax: null,
    countText: 'several',
  });
});

test('what is left empty is unknown, not 0', () => {
  expect(firstSalvo({ distanceKm: ' ', apogeeKm: '' })).toMatchObject({
    distanceKm: null,
    apogeeKm: null,
    outcome: 'unknown',
    system: null,
    class: null,
  });
  expect(firstSalvo({ distanceKm: '1,500' })).toMatchObject({ distanceKm: 1500 });
});

test('systems and sites are found by alias, without regard to case and hyphens', () => {
  expect(firstSalvo({ system: 'kn23', site: 'MUNCHON' })).toMatchObject({
    system: 'other-kn-23',
    site: 'munchon',
  });
  expect(firstSalvo({ system: 'hwasong 11a' })).toMatchObject({ system: 'kp-hwasong-11a' });
  expect(firstSalvo({ site: 'a field near Munchon' })).toMatchObject({
    site: null,
    siteText: 'a field near Munchon',
  });
});

test('a time of launch is of the local day, on either clock', () => {
  expect(firstSalvo({ launchTime: '07:00' })?.launchedAt).toBe('2020-04-13T22:00:00.000Z');
  expect(firstSalvo({ launchTime: '2200', zone: 'utc' })?.launchedAt).toBe('2020-04-13T22:00:00.000Z');
  expect(firstSalvo({ launchTime: '0:30', zone: 'utc' })?.launchedAt).toBe('2020-04-14T00:30:00.000Z');
  expect(firstSalvo({ launchTime: '07:00', launchedAt: '2020-04-13T22:00:41.000Z' })?.launchedAt).toBe(
    '2020-04-13T22:00:41.000Z',
  );
  expect(launchInstant('07:00', false, '2020-02-30', 'Asia/Seoul')).toBeNull();
});

test('each mistake has its message at the field as it is named in the form', () => {
  const { input, errors } = check({
    ...aForm({
      salvo: { countMin: '', system: 'Nonesuch', launchTime: '25:00', distanceKm: 'far', countMax: '0' },
    }),
    country: '',
    assessments: [
      blankAssessment(),
      { ...blankAssessment(), text: 'said so', 'citation.url': 'example.org' },
    ],
    citations: [blankCitation(), { ...blankCitation(), url: 'ftp://example.org' }],
  });
  expect(input).toBeNull();
  const paths = errors.map((error) => error.path);
  expect(new Set(paths).size).toBe(paths.length);
  expect(paths).toEqual(
    expect.arrayContaining([
      'country',
      'salvos.0.countMin',
      'salvos.0.system',
      'salvos.0.launchTime',
      'salvos.0.distanceKm',
      'salvos.0.countMax',
      'assessments.1.assessor',
      'assessments.1.citation.publisher',
      'assessments.1.citation.url',
      'citations.1.publisher',
      'citations.1.url',
    ]),
  );
});

test('a time beside a date that is none is not what is wrong', () => {
  const errorsWith = (launchTime: string) =>
    check({ ...aForm({ salvo: { launchTime } }), localDate: '2026-02-30' }).errors.map(({ path }) => path);
  expect(errorsWith('16:00')).toEqual(['localDate']);
  expect(errorsWith('99:99')).toEqual(['salvos.0.launchTime', 'localDate']);
});

test('a time without a full date is refused', () => {
  const { errors } = check({ ...aForm({ salvo: { launchTime: '07:00' } }), localDate: '1984-09' });
  expect(errors).toEqual([
    { path: 'salvos.0.launchTime', message: expect.stringContaining('needs a full date') },
  ]);
});

test('parts are added, duplicated and removed, and sources keep pointing to their assessment', () => {
  let values = aForm({ salvo: { figuresFrom: 'kept', sources: 'class=0 distanceKm=1' } });
  values = changeParts(values, 'add assessments') ?? values;
  values = changeParts(values, 'duplicate salvos 0') ?? values;
  expect(values.salvos).toHaveLength(2);
  const doubled = changeParts({ ...values, assessments: [blankAssessment()] }, 'duplicate assessments 0');
  expect(doubled?.salvos[0]).toMatchObject({ sources: 'class=0 distanceKm=2' });
  values = changeParts(values, 'remove assessments 0') ?? values;
  expect(values.salvos[1]).toMatchObject({ figuresFrom: 'kept', sources: 'distanceKm=0' });
  expect(changeParts(values, 'save')).toBeNull();
});

test('what a form sends comes back as it was typed', () => {
  const data = new FormData();
  data.set('country', 'KP');
  data.set('localDate', ' 2020-4 ');
  data.set('notes', 'two\r\nlines');
  data.set('salvos.0.countMin', 'x');
  data.set('salvos.7.countMin', '2');
  data.set('salvos.0.nonsense', 'x');
  data.set('assessments.0.figures.distanceKm', '150');
  const values = fromFormData(data);
  expect(values).toMatchObject({ country: 'KP', localDate: ' 2020-4 ', notes: 'two\nlines' });
  expect(values.salvos.map((salvo) => salvo.countMin)).toEqual(['x', '2']);
  expect(values.assessments[0]?.['figures.distanceKm']).toBe('150');
});

test('a draft that is opened in the form and saved unchanged says what it said', async () => {
  const full = anEvent({
    status: 'draft',
    notes: 'Reported in passing.',
    salvos: [
      { launchedAt: '2020-04-13T22:00:41Z', apogeeKm: 30, bearingDeg: 90, landingArea: 'sea-of-japan' },
      {
        countMin: 2,
        countMax: 4,
        countText: null,
        site: null,
        siteText: 'the east coast',
        outcome: 'failure',
      },
    ],
    assessments: [
      ...(anEvent().assessments ?? []),
      {
        assessor: 'Japan MOD',
        text: 'No missile reached the zone.',
        likelihood: 'likely',
        confidence: 'low',
        sourceReliability: 'B',
        infoCredibility: 2,
        figures: { launchedAt: '2020-04-13T22:05:00Z', countMin: 2 },
      },
    ],
    citations: [{ ...aCitation, url: 'https://example.org/other' }],
  });
  const { event } = await recordEvent(full, { actor: people.analyst, reason: 'test', holdSeconds: 0 });
  const { input, errors } = checkEventForm(toEventForm(event), await listChoices());
  expect(errors).toEqual([]);
  const { event: again } = await recordEvent(input, {
    actor: people.analyst,
    reason: 'test',
    holdSeconds: 0,
  });
  const content = ({ slug: _, updatedAt: __, ...rest }: typeof event) => ({
    ...rest,
    citations: rest.citations.map((citation) => citation.url).sort(),
  });
  expect(content(again)).toEqual(content(event));
});
