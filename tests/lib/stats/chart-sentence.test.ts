import { expect, test } from 'vitest';
import { chartSentence } from '@/lib/stats/chart-sentence';
import { toSeries } from '@/lib/stats/series';

const today = '2026-11-23';
const seriesOf = (counts: Record<string, number>, openEnded: string[] = []) =>
  toSeries(
    Object.entries(counts).map(([period, count]) => ({
      period,
      key: 'all',
      count,
      openEnded: openEnded.includes(period),
    })),
    { by: 'year', today },
  );

test('a clear record stands out, in the unit that is shown and in the other', () => {
  const missiles = seriesOf({ 2022: 69, 2024: 41 });
  const rounds = seriesOf({ 2022: 33, 2024: 12 });
  expect(chartSentence(missiles, rounds, 'missiles')).toBe(
    '2022 stands out: 69 missiles in 33 rounds. The next highest count is 41 missiles in 2024.',
  );
  expect(chartSentence(rounds, missiles, 'events')).toBe(
    '2022 stands out: 33 rounds with 69 missiles. The next highest count is 12 rounds in 2024.',
  );
});

test('a narrow record is not called more than that, and "at least" is not dropped', () => {
  const missiles = seriesOf({ 2022: 20, 2024: 19 }, ['2024']);
  expect(chartSentence(missiles, seriesOf({ 2022: 9, 2024: 7 }), 'missiles')).toBe(
    '2022 has the highest count: 20 missiles in 9 rounds, followed by at least 19 missiles in 2024.',
  );
});

test('a shared record, a single year and none at all have sentences of their own', () => {
  const shared = seriesOf({ 2014: 3, 2016: 3, 2017: 1 });
  expect(chartSentence(shared, shared, 'events')).toBe(
    '2014 and 2016 have the highest count: 3 rounds each.',
  );
  const single = seriesOf({ 2026: 1 });
  expect(chartSentence(single, single, 'missiles')).toBe(
    '2026 to 23 Nov is the only year with a test: 1 missile in 1 round.',
  );
  expect(chartSentence(seriesOf({}), seriesOf({}), 'missiles')).toBeNull();
});
