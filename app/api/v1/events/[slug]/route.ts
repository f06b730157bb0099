import { catalogueVersion, getEvent } from '@/lib/catalogue/queries';
import { onlyParameters, refuseMethod, route } from '@/lib/http/route';
import { versioned } from '@/lib/http/versioned';

/** One event. */
export const GET = route<{ slug: string }>(async (request, { params }) => {
  onlyParameters(new URL(request.url).searchParams, []);
  return versioned(request, await catalogueVersion(), () => getEvent(params.slug));
});

export const POST = refuseMethod('GET');
export const PUT = refuseMethod('GET');
export const PATCH = refuseMethod('GET');
export const DELETE = refuseMethod('GET');
