import type { EventRecord, SalvoRecord } from '@/lib/catalogue/event-record';
import type { EventFilter } from '@/lib/filter/schema';
import type { ExportAbout } from './about';
import { fitsFilter } from './fits-filter';
import { separated } from './json';

/** Where a site is, in degrees north and east, and how exactly that is known. */
export type SitePosition = {
  latitude: number;
  longitude: number;
  precision: 'exact' | 'town' | 'region' | null;
};

type Context = { about: ExportAbout; filter: EventFilter; positions: Map<string, SitePosition> };

/**
 * Events as GeoJSON (RFC 7946): a feature a salvo, a point at its launch site; no geometry where the site is not known or
 * has no position. Where a missile went is not drawn: what is reported of that are distances and areas, no places.
 * What the file says of itself is the member `about`.
 */
export async function* toGeoJson(
  batches: AsyncIterable<EventRecord[]>,
  { about, filter, positions }: Context,
): AsyncGenerator<string> {
  yield `{"type":"FeatureCollection","about":${JSON.stringify(about)},"features":[`;
  yield* separated(batches, (event) =>
    event.salvos.map((salvo, index) =>
      feature(event, salvo, { number: index + 1, filter, positions, about }),
    ),
  );
  yield '\n]}\n';
}

function feature(
  event: EventRecord,
  { sources: _, ...salvo }: SalvoRecord,
  { number, filter, positions, about }: Context & { number: number },
) {
  const position = salvo.site === null ? undefined : positions.get(salvo.site);
  const { slug, title, country, countryName, localDate, datePrecision, timeZone, status, statusReason } =
    event;
  return {
    type: 'Feature',
    id: `${slug}#${number}`,
    geometry: position ? { type: 'Point', coordinates: [position.longitude, position.latitude] } : null,
    properties: {
      event: slug,
      link: new URL(`/events/${slug}`, about.link).href,
      title,
      country,
      countryName,
      localDate,
      datePrecision,
      timeZone,
      status,
      statusReason,
      salvo: number,
      ...salvo,
      positionPrecision: position?.precision ?? null,
      fitsFilter: fitsFilter({ ...salvo, sources: {} }, filter),
      updatedAt: event.updatedAt,
    },
  };
}
