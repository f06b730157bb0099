import { expect, test } from 'vitest';
import { getNovelty } from '@/lib/stats/novelty-queries';
import { testDatabase } from '../../support/database';

testDatabase({ template: 'template_seeded' });

const sentences = async (slug: string) => (await getNovelty(slug)).facts.map((fact) => fact.sentence);

test('14 April 2020 was the first cruise missile launch since 8 June 2017, and the fifth round of 2020', async () => {
  const { facts } = await getNovelty('kp-2020-04-14');
  expect(facts[0]).toMatchObject({
    kind: 'first-since',
    since: '2017-06-08',
    days: 1041,
    sentence: 'first cruise missile launch since 8 June 2017',
  });
  expect(facts).toContainEqual(
    expect.objectContaining({ kind: 'nth-of-year', n: 5, sentence: 'fifth round of 2020' }),
  );
});

test('4 July 2017 was the first launch of an ICBM on record, and the highest until then', async () => {
  expect(await sentences('kp-2017-07-04')).toEqual(
    expect.arrayContaining([
      'first intercontinental ballistic missile launch on record',
      'first Hwasong-14 launch on record',
      'highest apogee on record, 2,802 km',
    ]),
  );
});

test('4 May 2019 ended the quiet that an event of unknown class had ended before', async () => {
  expect(await sentences('kp-2019-05-04')).toContain('first ballistic missile launch since 29 November 2017');
  expect(await sentences('kp-2019-04-17')).toContain('after 504 days without a test');
});
