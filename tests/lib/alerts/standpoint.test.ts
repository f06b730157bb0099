import { expect, test } from 'vitest';
import { subscribeUrl } from '@/lib/alerts/subscribe-url';
import { requestSubscription } from '@/lib/alerts/subscriptions';
import { db } from '@/lib/db/client';
import { everything } from '@/lib/filter/schema';
import { testDatabase } from '../../support/database';

testDatabase();

test.each([{ asKnownOn: '2022-03-25' }, { accordingTo: 'CNS' }])(
  'alerts are about what is recorded now: a rule cannot look from elsewhere, by %o',
  async (standpoint) => {
    const asked = requestSubscription({ email: 'r@example.org', filter: { class: ['CM'], ...standpoint } });
    await expect(asked).rejects.toMatchObject({
      code: 'invalid',
      errors: [{ path: `filter.${Object.keys(standpoint)[0]}` }],
    });
    expect(await db().subscription.count()).toBe(0);
  },
);

test('the way to alerts from a page of the past leads to those of now', () => {
  const past = { ...everything, class: ['CM' as const], asKnownOn: '2022-03-25', accordingTo: 'CNS' };
  expect(subscribeUrl(past)).toBe('/subscribe?class=CM');
});
