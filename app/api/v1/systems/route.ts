import { listEntries } from '@/lib/catalogue/entry-queries';
import { catalogueVersion } from '@/lib/catalogue/queries';
import { entryQueryFromUrl } from '@/lib/http/entry-parameters';
import { onlyParameters, refuseMethod, route } from '@/lib/http/route';
import { versioned } from '@/lib/http/versioned';

/** `{version, systems}` by name; `events` is how many public events name each, withdrawn ones among them. */
export const GET = route(async (request) => {
  const params = new URL(request.url).searchParams;
  onlyParameters(params, ['q', 'country', 'class']);
  const query = entryQueryFromUrl(params);
  const version = await catalogueVersion();
  return versioned(request, version, async () => {
    const entries = await listEntries('system', query.q);
    const systems = entries
      .filter((system) => query.country === undefined || system.country === query.country)
      .filter((system) => query.class === undefined || system.class === query.class)
      .map(({ drafts: _, ...system }) => system);
    return { version, systems };
  });
});

export const POST = refuseMethod('GET');
export const PUT = refuseMethod('GET');
export const PATCH = refuseMethod('GET');
export const DELETE = refuseMethod('GET');
