import { z } from 'zod';
import { classIds, families, statuses } from '@/lib/catalogue/vocabulary';
import { db, Prisma, type Tx } from '@/lib/db/client';
import { AppError } from '@/lib/errors';
import type { Standpoint } from '@/lib/filter/schema';
import { isPresent, tablesOf } from '@/lib/filter/sql';
import { isStorable } from '@/lib/storable-text';
import { type NoveltyFact, noveltyOf } from './novelty';
import type { NoveltyEvent } from './novelty-event';

const row = z.object({
  slug: z.string(),
  country: z.string(),
  localDate: z.string(),
  status: z.enum(statuses),
  salvos: z.array(
    z.object({
      class: z.enum(classIds),
      family: z.enum(families),
      system: z.string().nullable(),
      systemName: z.string().nullable(),
      site: z.string().nullable(),
      siteName: z.string().nullable(),
      countMin: z.number(),
      countMax: z.number().nullable(),
      distanceKm: z.number().nullable(),
      apogeeKm: z.number().nullable(),
    }),
  ),
});

/**
 * What makes a public event news. A withdrawn one has no facts.
 * @throws AppError `not-found`, for a draft as well
 */
export async function getNovelty(
  slug: string,
  standpoint: Standpoint = {},
): Promise<{ slug: string; facts: NoveltyFact[] }> {
  if (!isStorable(slug)) throw noSuchEvent(slug);
  const rows = await readRows(
    db(),
    Prisma.sql`(SELECT country_id FROM ${tablesOf(standpoint).events} WHERE slug = ${slug} AND status <> 'draft')`,
    standpoint,
  );
  const event = rows.find((candidate) => candidate.slug === slug);
  if (!event) throw noSuchEvent(slug);
  return { slug, facts: event.status === 'withdrawn' ? [] : noveltyOf(event, standing(rows)) };
}

/** The published events of one country, none of them withdrawn: what `noveltyOf` compares with. */
export async function readNoveltyCatalogue(countryId: string, client: Tx = db()): Promise<NoveltyEvent[]> {
  return standing(await readRows(client, Prisma.sql`${countryId}`, {}));
}

const noSuchEvent = (slug: string) =>
  new AppError('not-found', `There is no event "${slug}" in the catalogue.`);
const standing = (rows: z.output<typeof row>[]) => rows.filter((event) => event.status !== 'withdrawn');

async function readRows(client: Tx, country: Prisma.Sql, standpoint: Standpoint) {
  const { events, salvos } = tablesOf(standpoint);
  // Names are those of the time: a system may have been renamed since, or merged.
  const names = isPresent(standpoint)
    ? {
        system: Prisma.sql`(SELECT y.name FROM systems y WHERE y.id = s.system_id)`,
        site: Prisma.sql`(SELECT p.name FROM sites p WHERE p.id = s.site_id)`,
      }
    : {
        system: Prisma.sql`s.system_name`,
        site: Prisma.sql`CASE WHEN s.site_id IS NOT NULL THEN s.site_name END`,
      };
  const rows = await client.$queryRaw<unknown[]>(Prisma.sql`
    SELECT e.slug, e.country_id AS country, e.status::text AS status,
      to_char(e.local_date, CASE e.date_precision WHEN 'day' THEN 'YYYY-MM-DD' WHEN 'month' THEN 'YYYY-MM' ELSE 'YYYY' END) AS "localDate",
      json_agg(json_build_object(
        'class', s.class_id, 'family', c.family, 'system', s.system_id, 'systemName', ${names.system}, 'site', s.site_id,
        'siteName', ${names.site}, 'countMin', s.count_min, 'countMax', s.count_max, 'distanceKm', s.distance_km,
        'apogeeKm', s.apogee_km) ORDER BY s.position) AS salvos
    FROM ${events} e JOIN ${salvos} s ON s.event_id = e.id JOIN classes c ON c.id = s.class_id
    WHERE e.status <> 'draft' AND e.country_id = ${country}
    GROUP BY e.id, e.slug, e.country_id, e.status, e.local_date, e.date_precision`);
  return z.array(row).parse(rows);
}
