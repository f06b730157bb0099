import { actorOfApiKey } from '@/lib/auth/api-keys';
import { recordEvent } from '@/lib/catalogue/commands';
import { exportEvents } from '@/lib/catalogue/export/export-events';
import { catalogueVersion, listEvents } from '@/lib/catalogue/queries';
import { env } from '@/lib/env';
import { filterFromUrl, filterKeys } from '@/lib/filter/url';
import { eventBody } from '@/lib/http/event-body';
import { createOnce } from '@/lib/http/idempotency';
import { readJson } from '@/lib/http/json-body';
import {
  fileFormatFromUrl,
  listParameters,
  nextCursor,
  pageFromUrl,
  stretchFromUrl,
} from '@/lib/http/list-parameters';
import { consumeLimit } from '@/lib/http/rate-limits';
import { onlyParameters, refuseMethod, route } from '@/lib/http/route';
import { versioned, versionedFile } from '@/lib/http/versioned';
import { reportingZones } from '@/lib/stats/reporting-zones';

/**
 * `{version, total, next, events}`: the events that the filter lets through, newest first unless `sort=` says otherwise.
 * With `format=csv`, `xlsx` or `geojson`, or `format=json&limit=all`, the whole list as a file.
 */
export const GET = route(async (request) => {
  const params = new URL(request.url).searchParams;
  onlyParameters(params, [...filterKeys, ...listParameters]);
  const version = await catalogueVersion();
  const filter = filterFromUrl(params);
  const format = fileFormatFromUrl(params);
  if (format) {
    const now = new Date();
    const stretch = stretchFromUrl(params, version);
    return versionedFile(request, version, now.toISOString().slice(0, 10), async () => {
      const zones = await reportingZones(filter);
      return exportEvents({ format, filter, stretch, version, zones, appUrl: env().APP_URL, now });
    });
  }
  const page = pageFromUrl(params, version);
  return versioned(request, version, async () => {
    const { total, events } = await listEvents(filter, page);
    return { version, total, next: nextCursor(params, version, page, total), events };
  });
});

/** Record an event. 201 with its Location and the event; the same answer to a repeat with the same Idempotency-Key. */
export const POST = route(async (request) => {
  const { keyId, actor } = await actorOfApiKey(request.headers);
  await consumeLimit('api-write', String(keyId));
  const { body, text } = await readJson(request);
  const { event: input, reason } = eventBody(body, request.headers);
  const change = {
    actor,
    reason: reason ?? `recorded through the API by ${actor.name}`,
    holdSeconds: env().ALERT_HOLD_SECONDS,
  };
  const { event, repeated } = await createOnce(request, keyId, text, (alongside) =>
    recordEvent(input, change, alongside),
  );
  const headers = {
    Location: `${env().APP_URL}/api/v1/events/${event.slug}`,
    'Cache-Control': 'no-store',
    ...(repeated ? { 'Idempotency-Replayed': 'true' } : {}),
  };
  return Response.json(event, { status: 201, headers });
});

export const PUT = refuseMethod('GET, POST');
export const PATCH = refuseMethod('GET, POST');
export const DELETE = refuseMethod('GET, POST');
