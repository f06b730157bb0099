'use server';

import { headers } from 'next/headers';
import { refusedSubscription, type SubscribeState, typedSubscription } from '@/lib/alerts/subscribe-form';
import { requestSubscription } from '@/lib/alerts/subscriptions';
import { AppError } from '@/lib/errors';
import { clientNetwork } from '@/lib/http/rate-limits';

/** What it answers is the same for every address, known or not. */
export async function subscribe(_: SubscribeState, form: FormData): Promise<SubscribeState> {
  const typed = typedSubscription(form);
  try {
    const network = clientNetwork(await headers());
    await requestSubscription(
      { email: typed.email, filter: { country: typed.countries, class: typed.classes } },
      { network },
    );
    return { ...typed, sent: true, message: null, errors: {} };
  } catch (error) {
    if (error instanceof AppError) return refusedSubscription(typed, error);
    throw error;
  }
}
