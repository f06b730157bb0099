import { alertsStoppedSince } from '@/lib/alerts/heartbeat';
import { alertsStoppedSentence } from '@/lib/alerts/heartbeat-words';
import { log } from '@/lib/log';
import packageJson from '@/package.json';

/** What /api/health answers. `degraded`: pages are served, alerts are not being sent. */
export type Health = {
  status: 'ok' | 'degraded' | 'unavailable';
  version: string;
  database: 'ok' | 'unavailable';
  alerts: { status: 'ok' | 'stopped' | 'unknown'; stoppedSince: string | null; message: string | null };
};

const patienceMs = 3000;

/** Whether the database answers and alerts are being sent. Never throws: what is wrong is the answer. */
export async function readHealth(now: Date): Promise<Health> {
  const { version } = packageJson;
  try {
    const since = await inTime(alertsStoppedSince(now));
    const alerts = {
      status: since === null ? ('ok' as const) : ('stopped' as const),
      stoppedSince: since instanceof Date ? since.toISOString() : null,
      message: since === null ? null : alertsStoppedSentence(since, now),
    };
    return { status: since === null ? 'ok' : 'degraded', version, database: 'ok', alerts };
  } catch (error) {
    // Asked every few seconds: the reason is enough, and a trace of our own clock says no more.
    log().warn(
      { reason: error instanceof Error ? error.message : String(error) },
      'the database does not answer',
    );
    const alerts = {
      status: 'unknown' as const,
      stoppedSince: null,
      message: 'The database does not answer.',
    };
    return { status: 'unavailable', version, database: 'unavailable', alerts };
  }
}

/** The answer to GET /api/health: 503 where the database is away, and nothing that a cache may keep. */
export async function healthResponse(now: Date): Promise<Response> {
  const health = await readHealth(now);
  return Response.json(health, {
    status: health.status === 'unavailable' ? 503 : 200,
    headers: { 'Cache-Control': 'no-store' },
  });
}

/** A server that is not there can take minutes to be missed. */
async function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${patienceMs} ms`)), patienceMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
