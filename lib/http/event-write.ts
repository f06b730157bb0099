import { actorOfApiKey } from '@/lib/auth/api-keys';
import type { Alongside, Change } from '@/lib/catalogue/commands';
import type { EventRecord } from '@/lib/catalogue/event-record';
import { env } from '@/lib/env';
import { writeOnce } from './idempotency';
import { readJson } from './json-body';
import { consumeLimit } from './rate-limits';

/** What a body asks for: why, and the command that does it. */
type Asked = {
  reason: string | null;
  write: (change: Change, alongside?: Alongside) => Promise<{ event: EventRecord }>;
};

/**
 * A write through the API, from the key to the answer, which is the event: the same answer to a repeat with the same
 * Idempotency-Key.
 * @param answer its status, 201 with a Location, and what the revision says where no reason is given: `recorded` through the API
 * @param understand reads the body; what it throws is answered before anything is written
 */
export async function writeEvent(
  request: Request,
  answer: { status: 200 | 201; otherwise: string },
  understand: (body: unknown) => Asked,
): Promise<Response> {
  const { keyId, actor } = await actorOfApiKey(request.headers);
  await consumeLimit('api-write', String(keyId));
  const { body, text } = await readJson(request);
  const { reason, write } = understand(body);
  const change = {
    actor,
    reason: reason ?? `${answer.otherwise} through the API by ${actor.name}`,
    holdSeconds: env().ALERT_HOLD_SECONDS,
  };
  const { event, repeated } = await writeOnce(
    { request, apiKeyId: keyId, text, status: answer.status },
    (alongside) => write(change, alongside),
  );
  const headers = new Headers({ 'Cache-Control': 'no-store' });
  if (answer.status === 201) headers.set('Location', `${env().APP_URL}/api/v1/events/${event.slug}`);
  if (repeated) headers.set('Idempotency-Replayed', 'true');
  return Response.json(event, { status: answer.status, headers });
}
