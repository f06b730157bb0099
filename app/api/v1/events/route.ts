import { recordEvent } from '@/lib/catalogue/commands';
import { catalogueVersion, listEvents } from '@/lib/catalogue/queries';
import { filterFromUrl, filterKeys } from '@/lib/filter/url';
import { eventBody } from '@/lib/http/event-body';
import { writeEvent } from '@/lib/http/event-write';
import { listParameters, nextCursor, pageFromUrl } from '@/lib/http/list-parameters';
import { onlyParameters, refuseMethod, route } from '@/lib/http/route';
import { versioned } from '@/lib/http/versioned';

/** `{version, total, next, events}`: the events that the filter lets through, newest first unless `sort=` says otherwise. */
export const GET = route(async (request) => {
  const params = new URL(request.url).searchParams;
  onlyParameters(params, [...filterKeys, ...listParameters]);
  const version = await catalogueVersion();
  const filter = filterFromUrl(params);
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
