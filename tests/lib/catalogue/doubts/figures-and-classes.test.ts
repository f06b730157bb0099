import { expect, test } from 'vitest';
import { basisOf, doubts, onRecord } from './entries';

const flights = (count: number, status: 'confirmed' | 'withdrawn' | 'draft' = 'confirmed') =>
  Array.from({ length: count }, (_, n) =>
    onRecord({
      localDate: `2019-0${n + 1}-01`,
      status,
      figures: [
        { class: 'SRBM', distanceKm: 200 + n * 100, apogeeKm: 50 + n },
        { class: 'SRBM', distanceKm: 250, apogeeKm: null },
      ],
    }),
  );
const off = (salvo: object, events = flights(5), slug: string | null = null) =>
  doubts('figure-off-record', { salvo }, basisOf(events), { slug }).map(({ path, message }) => [
    path,
    message,
  ]);

test('farther or shorter, higher or lower than anything on record for the class, and in how many events', () => {
  expect(off({ class: 'SRBM', distanceKm: '1,200' })).toEqual([
    [
      'salvos.0.distanceKm',
      '1,200 km is farther than any SRBM on record: 200 to 600 km in 5 events. By its design the class ends at 1,000 km.',
    ],
  ]);
  expect(off({ class: 'SRBM', distanceKm: '700' })[0]?.[1]).not.toContain('design');
  expect(off({ class: 'SRBM', distanceKm: '150', apogeeKm: '20' })).toEqual([
    ['salvos.0.distanceKm', '150 km is shorter than any SRBM on record: 200 to 600 km in 5 events.'],
    ['salvos.0.apogeeKm', '20 km is lower than any SRBM on record: 50 to 54 km in 5 events.'],
  ]);
});

test('within what is on record there is no doubt, the limits included', () => {
  for (const distanceKm of ['200', '450', '600', '', 'far', '-3'])
    expect(off({ class: 'SRBM', distanceKm })).toEqual([]);
});

test('an IRBM design range raises none by itself: what is on record decides', () => {
  const lofted = flights(5).map((event) => ({
    ...event,
    figures: event.figures.map((salvo) => ({ ...salvo, class: 'ICBM' as const })),
  }));
  expect(off({ class: 'ICBM', distanceKm: '590' }, lofted)).toEqual([]);
});

test('too few events say nothing; neither do drafts, withdrawn ones and the event itself', () => {
  expect(off({ class: 'SRBM', distanceKm: '1200' }, flights(4))).toEqual([]);
  expect(off({ class: 'SRBM', distanceKm: '1200' }, flights(5, 'withdrawn'))).toEqual([]);
  expect(off({ class: 'SRBM', distanceKm: '1200' }, flights(5, 'draft'))).toEqual([]);
  expect(off({ class: 'SRBM', distanceKm: '1200' }, flights(5), 'kp-2019-01-01')).toEqual([]);
  expect(off({ class: 'SRBM', distanceKm: '600' }, flights(6), 'kp-2019-06-01')).toEqual([]);
  expect(off({ class: 'SRBM', distanceKm: '700' }, flights(6), 'kp-2019-06-01')).toHaveLength(1);
});

test('the class is that of the system where none is chosen; of an unknown one nothing is on record', () => {
  expect(off({ system: 'KN-23', distanceKm: '1200' })).toHaveLength(1);
  expect(off({ class: 'unknown', distanceKm: '1200' })).toEqual([]);
  expect(off({ distanceKm: '1200' })).toEqual([]);
});

test('the same figure of two salvos is one doubt', () => {
  const salvos = [
    { class: 'SRBM', distanceKm: '1200' },
    { class: 'SRBM', distanceKm: '1200' },
    { class: 'SRBM', distanceKm: '1300' },
  ];
  const found = doubts('figure-off-record', { salvos }, basisOf(flights(5)));
  expect(found.map(({ path }) => path)).toEqual(['salvos.0.distanceKm', 'salvos.2.distanceKm']);
});

const misfits = (salvo: object) => doubts('class-of-system', { salvo });

test('a class that is not that of the system, by name or alias', () => {
  expect(misfits({ system: 'KN-17', class: 'SRBM' })).toMatchObject([
    {
      path: 'salvos.0.class',
      key: 'class-of-system|hwasong-12|IRBM|SRBM',
      message: 'Hwasong-12 is of class IRBM in the list of systems; SRBM is entered.',
    },
  ]);
  expect(misfits({ system: 'Hwasong-12', class: 'unknown' })[0]?.message).toContain('an unknown class');
});

test('the right class, none, no system, and a system of unknown class raise nothing', () => {
  expect(misfits({ system: 'Hwasong-12', class: 'IRBM' })).toEqual([]);
  expect(misfits({ system: 'Hwasong-12', class: '' })).toEqual([]);
  expect(misfits({ system: '', class: 'SRBM' })).toEqual([]);
  expect(misfits({ system: 'Nonesuch', class: 'SRBM' })).toEqual([]);
  expect(misfits({ system: 'Not known', class: 'SRBM' })).toEqual([]);
});
