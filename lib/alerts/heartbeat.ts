import { db } from '@/lib/db/client';

/** How long a worker may be silent before it is said that alerts are not being sent. */
const patienceMs = 60_000;

/**
 * Since when no worker has been sending alerts, as far as their heartbeats tell.
 * @returns null where all is well, `never` where no worker has ever beaten
 */
export async function alertsStoppedSince(now: Date): Promise<Date | 'never' | null> {
  const { _max } = await db().workerHeartbeat.aggregate({ _max: { beatAt: true } });
  if (!_max.beatAt) return 'never';
  return now.getTime() - _max.beatAt.getTime() > patienceMs ? _max.beatAt : null;
}

/** What the desk and /api/health say of it; null where all is well. */
export function alertsStoppedSentence(since: Date | 'never' | null): string | null {
  if (since === null) return null;
  if (since === 'never') return 'Alerts are not being sent: no worker has run yet.';
  return `Alerts are not being sent since ${since.toISOString().slice(0, 16).replace('T', ' ')} UTC.`;
}
