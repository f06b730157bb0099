import { patchEvent } from '@/lib/catalogue/patch-commands';
import { catalogueVersion, getEvent } from '@/lib/catalogue/queries';
import { standpointFromUrl, standpointKeys } from '@/lib/filter/url';
import { patchBody } from '@/lib/http/event-body';
import { writeEvent } from '@/lib/http/event-write';
import { onlyParameters, refuseMethod, route } from '@/lib/http/route';
import { versioned } from '@/lib/http/versioned';

/** One event. */
export const GET = route<{ slug: string }>(async (request, { params }) => {
  const query = new URL(request.url).searchParams;
  onlyParameters(query, standpointKeys);
  const standpoint = standpointFromUrl(query);
  return versioned(request, await catalogueVersion(), () => getEvent(params.slug, standpoint));
});

/** Change what is given of an event, and leave the rest. 200 with the event; 409 where `revision` is no longer its latest. */
export const PATCH = route<{ slug: string }>((request, { params }) =>
  writeEvent(request, { status: 200, otherwise: 'changed' }, (body) => {
    const { patch, seen, reason } = patchBody(body, request.headers);
    return {
      reason,
      write: (change, alongside) => patchEvent(params.slug, patch, seen, change, alongside),
    };
  }),
);

export const POST = refuseMethod('GET, PATCH');
export const PUT = refuseMethod('GET, PATCH');
export const DELETE = refuseMethod('GET, PATCH');
