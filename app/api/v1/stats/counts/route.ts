import { catalogueVersion } from '@/lib/catalogue/queries';
import { filterFromUrl, filterKeys } from '@/lib/filter/url';
import { countParameters, countsFromUrl } from '@/lib/http/count-parameters';
import { onlyParameters, refuseMethod, route } from '@/lib/http/route';
import { versioned } from '@/lib/http/versioned';
import { countTests } from '@/lib/stats/counts';

/** Missiles or rounds by period; rows of 0 left out. */
export const GET = route(async (request) => {
  const params = new URL(request.url).searchParams;
  onlyParameters(params, [...filterKeys, ...countParameters]);
  const query = { filter: filterFromUrl(params), ...countsFromUrl(params) };
  return versioned(request, await catalogueVersion(), () => countTests(query));
});

export const POST = refuseMethod('GET');
export const PUT = refuseMethod('GET');
export const PATCH = refuseMethod('GET');
export const DELETE = refuseMethod('GET');
