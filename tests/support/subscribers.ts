import { confirmToken } from '@/lib/alerts/links';
import { confirmSubscription, requestSubscription } from '@/lib/alerts/subscriptions';
import { db } from '@/lib/db/client';
import type { Subscriber, Subscription } from '@/lib/db/generated/client';

let last = 0;

/** Subscribe an address, and confirm it, as a reader would. */
export async function subscribed(
  input: Record<string, unknown> = {},
): Promise<{ subscriber: Subscriber; subscription: Subscription }> {
  last += 1;
  const email = `reader-${last}@example.org`;
  await requestSubscription({ email, ...input });
  const subscription = await newestSubscription((input.email as string | undefined) ?? email);
  if (!subscription.confirmExpiresAt) throw new Error('the subscription waits for nothing');
  await confirmSubscription(confirmToken(subscription.id, subscription.confirmExpiresAt));
  return {
    subscription: await db().subscription.findUniqueOrThrow({ where: { id: subscription.id } }),
    subscriber: await db().subscriber.findUniqueOrThrow({ where: { id: subscription.subscriberId } }),
  };
}

export function newestSubscription(email: string): Promise<Subscription> {
  return db().subscription.findFirstOrThrow({ where: { subscriber: { email } }, orderBy: { id: 'desc' } });
}
