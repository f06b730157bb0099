import type { AlertKind, DeliveryState } from '@/lib/db/generated/client';

export type SubscriptionView = {
  id: number;
  name: string;
  /** What it lets through: "tests of cruise missiles by North Korea". */
  words: string;
  state: 'active' | 'ended' | 'waiting' | 'expired';
};

export type SentView = { id: number; subject: string; slug: string | null; state: DeliveryState; at: Date };

/** A subscriber as the own page shows them. */
export type SubscriberView = {
  email: string;
  /** Set where a mail server refused the address for good. */
  suppressedReason: string | null;
  subscriptions: SubscriptionView[];
  sent: SentView[];
};

export type AlertView = {
  id: number;
  subject: string;
  /** Of the event that it is about; null for a digest or a context item. */
  slug: string | null;
  revision: number | null;
  kind: AlertKind;
  createdAt: Date;
  counts: Record<DeliveryState, number>;
};

export type DeliveryView = {
  id: number;
  subject: string;
  address: string;
  state: DeliveryState;
  attempts: number;
  serverAnswer: string | null;
  sentAt: Date | null;
  nextAttemptAt: Date;
};
