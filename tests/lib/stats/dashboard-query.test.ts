import { expect, test } from 'vitest';
import { everything } from '@/lib/filter/schema';
import { dashboardUrl, readDashboardQuery } from '@/lib/stats/dashboard-query';

const read = (query: string) => readDashboardQuery(new URLSearchParams(query));

test('a plain address shows the whole catalogue by year in missiles', () => {
  expect(read('')).toEqual({ query: { filter: everything, by: 'year', unit: 'missiles' }, errors: [] });
  expect(read('by=&unit=&country=').errors).toEqual([]);
});

test('a parameter with a slip in it is reported and left out, and the rest is shown', () => {
  const { query, errors } = read('country=KP&class=ICBM,XX&from=yesterday&by=decade&unit=events');
  expect(query).toEqual({ filter: { ...everything, country: ['KP'] }, by: 'year', unit: 'events' });
  expect(errors.map((error) => error.path).sort()).toEqual(['by', 'class', 'from']);
});

test('a span that ends before it begins keeps its beginning', () => {
  const { query, errors } = read('from=2020-01-01&to=2019-01-01');
  expect(query.filter).toEqual({ ...everything, from: '2020-01-01' });
  expect(errors).toEqual([{ path: 'to', message: '"2019-01-01" is before "from"' }]);
});

test('a link shows the same thing to another reader', () => {
  const address = '/?country=KP&class=ICBM,SLBM&from=2017-01-01&by=month&unit=events';
  expect(dashboardUrl(read(address.slice(2)).query)).toBe(address);
});
