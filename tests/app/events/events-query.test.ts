import { expect, test } from 'vitest';
import { eventsQuery } from '@/app/events/events-query';
import { narrowings } from '@/app/events/narrowings';
import { eventsHref } from '@/components/events/events-href';
import { everything } from '@/lib/filter/schema';
import { filterToUrl, toSearchParams } from '@/lib/filter/url';

const read = (query: string) => eventsQuery(new URLSearchParams(query));

test('an empty address is everything, newest first, from the first page', () => {
  expect(read('')).toEqual({
    filter: everything,
    sort: { key: 'localDate', descending: true },
    page: 1,
    errors: [],
  });
});

test('what an open form sends is the same as an empty address', () => {
  expect(read('q=&country=&outcome=&status=&from=&to=&sort=&page=')).toEqual(read(''));
});

test('filter, order and page are read from the address', () => {
  expect(read('class=ICBM&class=SLBM&status=confirmed,disputed&sort=apogeeKm&page=2')).toMatchObject({
    filter: { class: ['ICBM', 'SLBM'], status: ['confirmed', 'disputed'] },
    sort: { key: 'apogeeKm', descending: false },
    page: 2,
    errors: [],
  });
});

test('what is not understood is told of at its field and left out, the rest stays', () => {
  const query = read('country=KP&class=ICBM,rocket&from=2020-13-01&sort=colour&page=0');
  expect(query).toMatchObject({
    filter: { ...everything, country: ['KP'] },
    sort: { key: 'localDate', descending: true },
    page: 1,
  });
  expect(query.errors.map(({ path }) => path)).toEqual(['class', 'from', 'sort', 'page']);
  expect(query.errors[1]?.message).toBe('"2020-13-01" is not a date like 2020-04-14');
});

test('dates the wrong way round cost only the second', () => {
  const query = read('from=2021-01-01&to=2020-01-01');
  expect(query.filter).toEqual({ ...everything, from: '2021-01-01' });
  expect(query.errors).toMatchObject([{ path: 'to' }]);
});

test('two slips of which one hides the other are both told of', () => {
  const query = read('class=rocket&from=2021-01-01&to=2020-01-01');
  expect(query.filter).toEqual({ ...everything, from: '2021-01-01' });
  expect(query.errors.map(({ path }) => path)).toEqual(['class', 'to']);
});

test('parameters that are no business of the table are left alone', () => {
  expect(read('utm_source=x').errors).toEqual([]);
});

test('repeated parameters survive the way from Next', () => {
  expect(toSearchParams({ class: ['ICBM', 'CM'], q: 'x', none: undefined }).toString()).toBe(
    'class=ICBM&class=CM&q=x',
  );
});

test('one view has one address, and the usual order and page are left out', () => {
  const sort = { key: 'localDate', descending: true };
  expect(eventsHref({ filterQuery: '', sort, page: 1 })).toBe('/events');
  const filterQuery = filterToUrl(read('class=CM&class=ICBM').filter).toString();
  expect(eventsHref({ filterQuery, sort: { key: 'missiles', descending: true }, page: 3 })).toBe(
    '/events?class=CM,ICBM&sort=-missiles&page=3',
  );
});

test('what the form has no control for is named, kept, and can be dropped', () => {
  const { filter, sort } = read('class=CM&system=hwasong-11a&minRangeKm=300');
  const view = { filterQuery: filterToUrl(filter).toString(), sort, page: 2 };
  const systems = [{ id: 'hwasong-11a', name: 'Hwasong-11A' }];
  expect(narrowings(filter, view, { systems, sites: [] })).toEqual([
    {
      key: 'system',
      value: 'hwasong-11a',
      words: 'System: Hwasong-11A',
      without: '/events?class=CM&minRangeKm=300',
    },
    {
      key: 'minRangeKm',
      value: '300',
      words: 'Distance of 300 km or more',
      without: '/events?class=CM&system=hwasong-11a',
    },
  ]);
});
