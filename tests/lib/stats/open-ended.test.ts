import { beforeAll, expect, test } from 'vitest';
import { isOpenEnded } from '@/lib/catalogue/open-ended';
import { listEvents, newestFirst, summariseEvents } from '@/lib/catalogue/queries';
import { everything } from '@/lib/filter/schema';
import { countTests } from '@/lib/stats/counts';
import { getHeadline } from '@/lib/stats/headline';
import { testDatabase } from '../../support/database';
import { loadedEvents } from '../../support/loaded-events';

testDatabase();

const cases = [
  { words: 'an exact count', country: 'KP', countMax: 3, openEnded: false },
  { words: 'a count from 3 to 4', country: 'IR', countMax: 4, openEnded: true },
  { words: 'a count of at least 3', country: 'PK', countMax: null, openEnded: true },
];

beforeAll(() =>
  loadedEvents(
    ...cases.map(({ country, countMax }) => ({
      country,
      localDate: '2026-02-01',
      salvos: [{ site: null, countMin: 3, countMax, countText: null }],
    })),
  ),
);

test.each(cases)('the table, the chart, the headline and the salvo say the same of $words', async (known) => {
  const { openEnded } = known;
  const filter = { ...everything, country: [known.country] };
  expect(await summariseEvents(filter)).toMatchObject({ missiles: 3, openEnded });
  const { rows } = await countTests({ filter, by: 'year', split: 'none', unit: 'missiles' });
  expect(rows).toEqual([{ period: '2026', key: 'all', count: 3, openEnded }]);
  const { thisYear } = await getHeadline(filter, '2026-11-23');
  expect(thisYear.missiles).toEqual({ count: 3, openEnded });
  const { events } = await listEvents(filter, { sort: newestFirst, limit: 9, offset: 0 });
  expect(events.flatMap((event) => event.salvos).map(isOpenEnded)).toEqual([openEnded]);
});
