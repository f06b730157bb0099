import fc from 'fast-check';
import { expect, test } from 'vitest';
import { classIds, families, outcomes } from '@/lib/catalogue/vocabulary';
import { type EventFilter, everything, visibleStatuses } from '@/lib/filter/schema';
import { filterFromUrl, filterToUrl } from '@/lib/filter/url';

const id = fc.stringMatching(/^[a-z0-9-]{1,20}$/);
const day = fc
  .date({ min: new Date('1984-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const km = fc.option(fc.double({ min: 0, max: 100_000, noNaN: true }), { nil: undefined });
const listOf = <T>(item: fc.Arbitrary<T>) => fc.uniqueArray(item, { maxLength: 4 });
const oneOf = <T extends string>(values: readonly T[]) => fc.constantFrom(...values);

/** Any filter that the schema lets through. */
const filters: fc.Arbitrary<EventFilter> = fc
  .record({
    country: listOf(fc.stringMatching(/^[A-Z]{2}$/)),
    class: listOf(oneOf(classIds)),
    family: listOf(oneOf(families)),
    system: listOf(id),
    site: listOf(id),
    outcome: listOf(oneOf(outcomes)),
    status: listOf(oneOf(visibleStatuses)),
    days: fc.tuple(fc.option(day, { nil: undefined }), fc.option(day, { nil: undefined })),
    minRangeKm: km,
    maxRangeKm: km,
    minApogeeKm: km,
    maxApogeeKm: km,
    q: fc.option(
      fc
        .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
        .map((text) => text.trim())
        .filter(Boolean),
      { nil: undefined },
    ),
  })
  .map(({ days: [one, other], ...rest }) => {
    const [from, to] = one && other && one > other ? [other, one] : [one, other];
    return { ...rest, from, to };
  });

const known = (filter: EventFilter) =>
  Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined));

test('a filter that is written to a URL and read again is the same filter', () => {
  fc.assert(
    fc.property(filters, (filter) => {
      const read = filterFromUrl(new URLSearchParams(filterToUrl(filter).toString()));
      expect(known(read)).toEqual(known(filter));
    }),
  );
});

test('one view has one address: reading and writing again changes nothing', () => {
  fc.assert(
    fc.property(filters, (filter) => {
      const address = filterToUrl(filter).toString();
      expect(filterToUrl(filterFromUrl(new URLSearchParams(address))).toString()).toBe(address);
    }),
  );
});

test('a list is read from commas and from repeated keys, each value once', () => {
  const filter = filterFromUrl(new URLSearchParams('class=ICBM,SLBM&class=ICBM&class=CM'));
  expect(filter.class).toEqual(['ICBM', 'SLBM', 'CM']);
});

test('what a form sends for fields left open is no filter, and other parameters are left alone', () => {
  expect(filterFromUrl(new URLSearchParams('country=&class=&from=&to=&q=&by=month'))).toEqual(everything);
  expect(filterToUrl(everything).toString()).toBe('');
});

test('a wrong value is named with its parameter', () => {
  const read = (query: string) => () => filterFromUrl(new URLSearchParams(query));
  expect(read('class=XYZ')).toThrow(expect.objectContaining({ code: 'invalid' }));
  expect(read('from=2020-02-30')).toThrow(
    expect.objectContaining({
      errors: [{ path: 'from', message: 'is not a date like 2020-04-14' }],
    }),
  );
  expect(read('from=2021-01-01&to=2020-01-01')).toThrow(
    expect.objectContaining({ errors: [{ path: 'to', message: 'is before "from"' }] }),
  );
});
