import { db, Prisma } from '@/lib/db/client';
import type { Standpoint } from '@/lib/filter/schema';
import { isPresent, tablesOf } from '@/lib/filter/sql';
import { readableStandpoint } from '@/lib/filter/url';

/** An event that has no page to show; with the standpoint where it has one from elsewhere. */
export type MissingEvent = { slug: string; standpoint: Standpoint | null };

/**
 * Which event an address is the page of, where there is none to show: Next draws a page that turns out not to be there in
 * the browser only, so that without JavaScript it would be empty. Null for every other address.
 * @param address `/events/kp-2020-04-14?asKnownOn=2022-03-25`, as it stands in the request
 */
export async function findMissingEvent({
  pathname,
  searchParams,
}: Pick<URL, 'pathname' | 'searchParams'>): Promise<MissingEvent | null> {
  const [, slug] = /^\/events\/([^/]+)\/?$/.exec(pathname) ?? [];
  if (slug === undefined) return null;
  const nowhere = { slug, standpoint: null };
  if (!/^[a-z0-9-]+$/i.test(slug)) return nowhere;
  const { standpoint } = readableStandpoint(searchParams);
  if (await isThere(slug.toLowerCase(), standpoint)) return null;
  return !isPresent(standpoint) && (await isThere(slug.toLowerCase(), {}))
    ? { slug: slug.toLowerCase(), standpoint }
    : nowhere;
}

async function isThere(slug: string, standpoint: Standpoint): Promise<boolean> {
  const [row] = await db().$queryRaw<{ found: boolean }[]>(Prisma.sql`
    SELECT EXISTS (SELECT 1 FROM ${tablesOf(standpoint).events} e WHERE e.slug = ${slug} AND e.status <> 'draft') AS found`);
  return row?.found ?? false;
}
