import { recordEvent } from '@/lib/catalogue/commands';
import { describeEvents, exportEvents } from '@/lib/catalogue/export/export-events';
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
 * `{version, total, next, events}`: the events that the filter lets through, newest first unless `sort=` says otherwise; with
 * `format=json` also what the list says of itself (`about`), as the files do.
 * With `format=csv`, `xlsx` or `geojson`, or `format=json&limit=all`, the whole list as a file.
 */
export const GET = route(async (request) => {
  const params = new URL(request.url).searchParams;
  onlyParameters(params, [...filterKeys, ...listParameters]);
  const version = await catalogueVersion();
  const filter = filterFromUrl(params);
  const format = fileFormatFromUrl(params);
  const now = new Date();
  const day = now.toISOString().slice(0, 10);
  const asked = async () => ({
    filter,
    version,
    zones: await reportingZones(filter),
    appUrl: env().APP_URL,
    now,
  });
  if (format) {
    const stretch = stretchFromUrl(params, version);
    return versionedFile(request, version, day, async () =>
      exportEvents({ format, stretch, ...(await asked()) }),
    );
  }
  const page = pageFromUrl(params, version);
  const isExport = params.get('format') === 'json';
  return versioned(request, isExport ? `${version}-${day}` : version, async () => {
    const { total, events } = await listEvents(filter, page);
    const list = { version, total, next: nextCursor(params, version, page, total) };
    return isExport
      ? { ...list, about: (await describeEvents(await asked())).about, events }
      : { ...list, events };
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
