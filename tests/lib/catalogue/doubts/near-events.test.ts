import { expect, test } from 'vitest';
import { basisOf, doubts, onRecord } from './entries';

const near = (form: Parameters<typeof doubts>[1], event: Parameters<typeof onRecord>[0], slug?: string) =>
  doubts('near-event', form, basisOf([onRecord(event)]), { slug: slug ?? null });

test('the same day and site: the event with its missiles, its status and its page', () => {
  expect(near({}, {})).toEqual([
    {
      kind: 'near-event',
      key: 'near-event|kp-2020-04-14|2020-04-14|0|at munchon',
      path: 'localDate',
      message: 'An event is on record for the same day, from the same site.',
      about: [
        {
          title: 'North Korea: cruise missiles, 2020-04-14',
          href: '/events/kp-2020-04-14',
          words: '3 missiles, confirmed',
        },
      ],
    },
  ]);
});

test('two days before and after are near, three are not', () => {
  expect(near({}, { localDate: '2020-04-12' })[0]?.message).toContain('2 days earlier, from the same site');
  expect(near({}, { localDate: '2020-04-16' })[0]?.message).toContain('2 days later');
  expect(near({}, { localDate: '2020-04-11' })).toEqual([]);
  expect(near({}, { localDate: '2020-04-17' })).toEqual([]);
});

test('a site within 50 km is near, one farther away is not', () => {
  expect(near({}, { site: 'wonsan' })[0]?.message).toBe(
    'An event is on record for the same day, from a site 16 km away.',
  );
  expect(near({}, { site: 'sunan' })).toEqual([]);
  expect(near({}, { site: 'sohae' })).toEqual([]);
});

test('a place that is not known may be any', () => {
  expect(near({}, { site: null })[0]?.message).toContain('the place is not known there');
  expect(near({ salvo: { site: '' } }, { site: 'sohae' })[0]?.message).toContain('not known here');
  expect(near({ salvo: { site: '' } }, { site: null })[0]?.message).toContain('not known here and there');
  expect(near({ salvos: [] }, {})).toHaveLength(1);
  expect(near({ salvo: { site: 'a field in the north' } }, {})[0]?.message).toContain(
    'how far apart the two places are is not known',
  );
  expect(near({ salvo: { site: 'Nowhere' } }, {})).toHaveLength(1);
});

test('of several salvos, the one that is closest speaks', () => {
  const salvos = [{ site: 'Sohae' }, { site: 'Munchon' }];
  expect(near({ salvos }, {})[0]?.message).toContain('from the same site');
});

test('a date that is known by its month is all of its days', () => {
  const [doubt] = near({ localDate: '2020-04' }, { localDate: '2020-04-20' });
  expect(doubt?.message).toContain('that may be of the same day');
  expect(near({ localDate: '2020-04-29' }, { localDate: '2020-05' })[0]?.message).toContain(
    'that may be only 2 days later',
  );
  expect(near({ localDate: '2020' }, {})).toHaveLength(1);
  expect(near({ localDate: '2020-03' }, {})).toEqual([]);
});

test('neither another country, nor the event itself, nor an unfinished date raises it', () => {
  expect(near({ country: 'IN' }, {})).toEqual([]);
  expect(near({}, {}, 'kp-2020-04-14')).toEqual([]);
  for (const localDate of ['', '2020-4', '2020-04-1', '2020-02-30', 'today'])
    expect(near({ localDate }, {})).toEqual([]);
});

test('a withdrawn event says so, and a draft leads to the desk', () => {
  const [withdrawn] = near({}, { status: 'withdrawn' });
  expect(withdrawn?.message).toContain('It is withdrawn.');
  expect(withdrawn?.about?.[0]?.words).toBe('3 missiles, withdrawn');
  expect(near({}, { status: 'draft' })[0]?.about?.[0]?.href).toBe('/desk/events/kp-2020-04-14');
});

test('the key holds while the form grows, and changes with date and place', () => {
  const key = (form: Parameters<typeof doubts>[1]) => near(form, {})[0]?.key;
  const before = key({});
  expect(key({ notes: 'more', salvo: { site: 'munchon', countMin: '1', distanceKm: '150' } })).toBe(before);
  expect(key({ localDate: '2020-04-15' })).not.toBe(before);
  expect(key({ salvo: { site: 'Wonsan' } })).not.toBe(before);
});
