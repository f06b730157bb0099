import type { Standpoint } from '@/lib/filter/schema';
import { standpointQuery } from '@/lib/filter/url';

/** The page of an event, seen from where the reader stands. */
export function eventHref(slug: string, standpoint: Standpoint): string {
  return `/events/${slug}${standpointQuery(standpoint)}`;
}
