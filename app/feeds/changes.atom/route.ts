import { changesFeed } from '@/lib/catalogue/changes-feed';
import { listChanges } from '@/lib/catalogue/history';
import { knownSince } from '@/lib/catalogue/known-since';
import { catalogueVersion } from '@/lib/catalogue/queries';
import { env } from '@/lib/env';
import { refuseMethod, route } from '@/lib/http/route';
import { versionedText } from '@/lib/http/versioned';

const entries = 50;

/** The latest corrections of the catalogue, as an Atom feed. */
export const GET = route(async (request) =>
  versionedText(request, await catalogueVersion(), 'application/atom+xml; charset=utf-8', async () => {
    const { changes } = await listChanges({ limit: entries, offset: 0 });
    return changesFeed(changes, env().APP_URL, await knownSince());
  }),
);

export const POST = refuseMethod('GET');
export const PUT = refuseMethod('GET');
export const PATCH = refuseMethod('GET');
export const DELETE = refuseMethod('GET');
