import { getHistory } from '@/lib/catalogue/history';
import { catalogueVersion } from '@/lib/catalogue/queries';
import { standpointFromUrl } from '@/lib/filter/url';
import { onlyParameters, refuseMethod, route } from '@/lib/http/route';
import { versioned } from '@/lib/http/versioned';

/** `{slug, revisions}`: every public state of the event and what changed it, the latest first. */
export const GET = route<{ slug: string }>(async (request, { params: { slug } }) => {
  const query = new URL(request.url).searchParams;
  onlyParameters(query, ['asKnownOn']);
  const standpoint = standpointFromUrl(query);
  return versioned(request, await catalogueVersion(), async () => ({
    slug,
    revisions: await getHistory(slug, standpoint),
  }));
});

export const POST = refuseMethod('GET');
export const PUT = refuseMethod('GET');
export const PATCH = refuseMethod('GET');
export const DELETE = refuseMethod('GET');
