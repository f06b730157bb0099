import type { Standpoint } from '@/lib/filter/schema';
import { standpointFromUrl, standpointQuery } from '@/lib/filter/url';

/**
 * Tells the page for what is not there what was looked for. Next draws on the server only the one for addresses that lead
 * nowhere, so requests that are known to find nothing are led there.
 */
export const missingHeader = 'x-apogee-missing';

/** What was looked for: an event that there is not, or one that is not to be seen from where it was looked at. */
export type Missing = { slug: string; standpoint: Standpoint | null };

/** As the value of the header, which has no room for letters beyond ASCII. */
export function writeMissing({ slug, standpoint }: Missing): string {
  return `event=${encodeURIComponent(slug)}${standpoint ? standpointQuery(standpoint).replace('?', '&') : ''}`;
}

/** Null where nothing in particular was looked for. */
export function readMissing(header: string | null): Missing | null {
  const params = new URLSearchParams(header ?? '');
  const slug = params.get('event');
  if (slug === null) return null;
  const standpoint = standpointFromUrl(params);
  return { slug, standpoint: standpointQuery(standpoint) ? standpoint : null };
}
