import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { db } from '@/lib/db/client';
import { tokenHash } from '@/lib/secrets';
import { TooManyError } from './too-many-error';

export { clientNetwork } from './client-network';

const minute = 60;
const hour = 60 * minute;

/** How often a thing may be done: `points` times in `seconds`, counted by what the key is. */
const limits = {
  /** By e-mail address: guessing one account's password. */
  'sign-in-address': { points: 10, seconds: 15 * minute },
  /** By network: trying many accounts. */
  'sign-in-network': { points: 50, seconds: 15 * minute },
  /** By e-mail address: filling somebody's mailbox with confirmation mails. */
  'subscribe-address': { points: 5, seconds: hour },
  /** By network: subscribing strangers. */
  'subscribe-network': { points: 30, seconds: hour },
  /** By network: filling the editors' queue. */
  'correction-network': { points: 5, seconds: hour },
  /** By API key. */
  'api-write': { points: 120, seconds: minute },
  /** By network: guessing the set-up link. */
  setup: { points: 20, seconds: 15 * minute },
} as const;

export type LimitName = keyof typeof limits;

/**
 * Count one use of a limit. The counts stand in the database, so they hold for all web processes together; of the key
 * only a hash is kept.
 * @param key whose use it is: an address, a network (`clientNetwork`), the id of an API key
 * @throws TooManyError when the limit is reached
 */
export async function consumeLimit(name: LimitName, key: string): Promise<void> {
  try {
    await limiter(name).consume(tokenHash(key.trim().toLowerCase()));
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    throw new TooManyError(Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)));
  }
}

const limiters = new Map<LimitName, RateLimiterPostgres>();

function limiter(name: LimitName): RateLimiterPostgres {
  let found = limiters.get(name);
  if (!found) {
    const { points, seconds } = limits[name];
    found = new RateLimiterPostgres({
      storeClient: { query },
      storeType: 'client',
      tableName: 'rate_limits',
      tableCreated: true,
      clearExpiredByTimeout: limiters.size === 0, // one of them clears for all
      keyPrefix: name,
      points,
      duration: seconds,
    });
    limiters.set(name, found);
  }
  return found;
}

/** The limiter's one-statement counting, over the process's own client. */
async function query({ text, values }: { text: string; values: unknown[] }) {
  const rows = await db().$queryRawUnsafe<{ points: number; expire: bigint | null }[]>(text, ...values);
  return {
    rowCount: rows.length,
    rows: rows.map(({ points, expire }) => ({ points, expire: expire === null ? null : Number(expire) })),
  };
}
