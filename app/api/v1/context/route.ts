import { contextFilterFromUrl, contextParameters } from '@/lib/catalogue/context-filter';
import { listContextItems } from '@/lib/catalogue/context-queries';
import { catalogueVersion } from '@/lib/catalogue/queries';
import { standpointFromUrl } from '@/lib/filter/url';
import { onlyParameters, refuseMethod, route } from '@/lib/http/route';
import { versioned } from '@/lib/http/versioned';

/** `{version, context}`: dated public facts that are no tests, the newest first. */
export const GET = route(async (request) => {
  const params = new URL(request.url).searchParams;
  onlyParameters(params, [...contextParameters, 'asKnownOn']);
  const filter = contextFilterFromUrl(params);
  const standpoint = standpointFromUrl(params);
  const version = await catalogueVersion();
  return versioned(request, version, async () => ({
    version,
    context: await listContextItems(filter, standpoint),
  }));
});

export const POST = refuseMethod('GET');
export const PUT = refuseMethod('GET');
export const PATCH = refuseMethod('GET');
export const DELETE = refuseMethod('GET');
