import { db } from '@/lib/db/client';

/**
 * Whether an address is that of an event's page, and there is no such event to show: Next draws a page that turns out
 * not to be there in the browser only, so that without JavaScript it would be empty.
 * @param pathname `/events/kp-2020-04-14`, as it stands in the request
 */
export async function isMissingEvent(pathname: string): Promise<boolean> {
  const [, slug] = /^\/events\/([^/]+)\/?$/.exec(pathname) ?? [];
  if (slug === undefined) return false;
  if (!/^[a-z0-9-]+$/i.test(slug)) return true;
  const published = await db().event.count({
    where: { slug: slug.toLowerCase(), status: { not: 'draft' } },
  });
  return published === 0;
}
