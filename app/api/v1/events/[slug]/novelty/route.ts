import { catalogueVersion } from '@/lib/catalogue/queries';
import { standpointFromUrl, standpointKeys } from '@/lib/filter/url';
import { onlyParameters, refuseMethod, route } from '@/lib/http/route';
import { versioned } from '@/lib/http/versioned';
import { getNovelty } from '@/lib/stats/novelty-queries';

/** `{slug, facts}`: what made the event news on its day. */
export const GET = route<{ slug: string }>(async (request, { params }) => {
  const query = new URL(request.url).searchParams;
  onlyParameters(query, standpointKeys);
  const standpoint = standpointFromUrl(query);
  return versioned(request, await catalogueVersion(), () => getNovelty(params.slug, standpoint));
});

export const POST = refuseMethod('GET');
export const PUT = refuseMethod('GET');
export const PATCH = refuseMethod('GET');
export const DELETE = refuseMethod('GET');
