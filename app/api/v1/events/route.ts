import { recordEvent } from '@/lib/catalogue/commands';
import { exportEvents } from '@/lib/catalogue/export/export-events';
import { catalogueVersion, listEvents } from '@/lib/catalogue/queries';
import { env } from '@/lib/env';
import { filterFromUrl, filterKeys } from '@/lib/filter/url';
import { eventBody } from '@/lib/http/event-body';
import { writeEvent } from '@/lib/http/event-write';
import {
  fileFormatFromUrl,
  listParameters,
  nextCursor,
  pageFromUrl,
  stretchFromUrl,
} from '@/lib/http/list-parameters';
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
export const POST = route((request) =>
  writeEvent(request, { status: 201, otherwise: 'recorded' }, (body) => {
    const { event, reason } = eventBody(body, request.headers);
    return { reason, write: (change, alongside) => recordEvent(event, change, alongside) };
  }),
);

export const PUT = refuseMethod('GET, POST');
export const PATCH = refuseMethod('GET, POST');
export const DELETE = refuseMethod('GET, POST');
