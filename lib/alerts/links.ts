import { env } from '@/lib/env';
import { derivedToken } from '@/lib/secrets';

/** The token of a subscriber's own page. It can be made again for each mail; the database knows its hash only. */
export function subscriberToken(subscriberId: number): string {
  return derivedToken(`subscriber:${subscriberId}`);
}

/** The token of a link that confirms one subscription until `expiresAt`: another request makes another token. */
export function confirmToken(subscriptionId: number, expiresAt: Date): string {
  return derivedToken(`confirm:${subscriptionId}:${expiresAt.toISOString()}`);
}

export function confirmUrl(token: string): string {
  return `${env().APP_URL}/subscribe/confirm/${token}`;
}

export function ownPageUrl(subscriberId: number): string {
  return `${env().APP_URL}/alerts/${subscriberToken(subscriberId)}`;
}

export function unsubscribeUrl(subscriberId: number, subscriptionId: number): string {
  return `${ownPageUrl(subscriberId)}/unsubscribe/${subscriptionId}`;
}
