import { listEntries } from '@/lib/catalogue/entry-queries';
import { catalogueVersion } from '@/lib/catalogue/queries';
import { entryQueryFromUrl } from '@/lib/http/entry-parameters';
import { onlyParameters, refuseMethod, route } from '@/lib/http/route';
import { versioned } from '@/lib/http/versioned';

/** `{version, sites}` by name; `events` is how many public events name each, withdrawn ones among them. */
export const GET = route(async (request) => {
  const params = new URL(request.url).searchParams;
  onlyParameters(params, ['q', 'country', 'asKnownOn']);
  const query = entryQueryFromUrl(params);
  const version = await catalogueVersion();
  return versioned(request, version, async () => {
    const entries = await listEntries('site', query.q, query);
    const sites = entries
      .filter(({ country }) => query.country.length === 0 || query.country.includes(country))
      .map(({ drafts: _, ...site }) => site);
    return { version, sites };
  });
});

export const POST = refuseMethod('GET');
export const PUT = refuseMethod('GET');
export const PATCH = refuseMethod('GET');
export const DELETE = refuseMethod('GET');
