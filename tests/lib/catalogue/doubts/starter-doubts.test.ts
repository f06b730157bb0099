import { beforeAll, expect, test } from 'vitest';
import { type DoubtKind, doubtKinds } from '@/lib/catalogue/doubts/doubt';
import { listDoubts } from '@/lib/catalogue/doubts/queries';
import { loadStarterCatalogue } from '@/lib/catalogue/starter';
import { testDatabase } from '../../../support/database';

testDatabase();

let found: Awaited<ReturnType<typeof listDoubts>>;
beforeAll(async () => {
  await loadStarterCatalogue();
  found = await listDoubts(new Date('2026-11-24T00:00:00Z'));
});

const of = (kind: DoubtKind) =>
  found.flatMap(({ slug, doubts }) =>
    doubts.filter((doubt) => doubt.kind === kind).map((doubt) => ({ slug, ...doubt })),
  );

test('held against the others, the events of the starter catalogue raise few doubts', () => {
  const counts = Object.fromEntries(doubtKinds.map((kind) => [kind, of(kind).length]));
  // Pairs of neighbouring days, the extremes of each class, and what its notes tell of: see docs/data.md.
  expect(counts).toEqual({
    'near-event': 38,
    'cited-elsewhere': 12,
    'citation-date': 3,
    'clock-slip': 1,
    'figure-off-record': 18,
    'class-of-system': 0,
  });
  expect(found.filter(({ doubts }) => doubts.length > 0)).toHaveLength(59);
  expect(Math.max(...found.map(({ doubts }) => doubts.length))).toBeLessThanOrEqual(3);
});

test('a neighbour is one on both sides', () => {
  const pairs = of('near-event').map(({ slug, about }) => [slug, about?.[0]?.href?.replace('/events/', '')]);
  for (const [one, other] of pairs) expect(pairs).toContainEqual([other, one]);
});

test('the reports that came late, or bear an American date, are the ones that are named', () => {
  expect(of('citation-date').map(({ slug, message }) => [slug, message])).toEqual([
    ['kp-2021-01-22', 'By its address this report is of 25 Mar 2021, 62 days after the event.'],
    ['kp-2020-07-06', 'By its address this report is of 30 Jul 2020, 24 days after the event.'],
    [
      'kp-2017-06-08',
      'By its address this report is of 7 Jun 2017, 1 day before the event; an American report can be a day behind.',
    ],
  ]);
});

test('the database that 166 events cite raises no doubt', () => {
  expect(of('cited-elsewhere').filter(({ key }) => key.includes('nti.org'))).toEqual([]);
});

test('the highest flight on record is named with what it is held against', () => {
  expect(of('figure-off-record')).toContainEqual(
    expect.objectContaining({
      slug: 'kp-2024-10-31',
      message: '7,687 km is higher than any ICBM on record: 2,802 to 6,648 km in 10 events.',
    }),
  );
});
