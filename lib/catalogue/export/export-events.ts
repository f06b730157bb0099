import { listChoices, summariseEvents } from '@/lib/catalogue/queries';
import { db } from '@/lib/db/client';
import type { EventFilter } from '@/lib/filter/schema';
import { aboutExport } from './about';
import { toCsv } from './csv';
import { eventBatches, type Stretch } from './event-batches';
import { contentTypes, type ExportFormat, exportFileName } from './formats';
import { type SitePosition, toGeoJson } from './geojson';
import { toJson } from './json';
import { toXlsx } from './xlsx';

type Order = {
  format: ExportFormat;
  filter: EventFilter;
  stretch: Stretch;
  /** The catalogue's, read before. */
  version: number;
  /** The zones in whose days the events are dated. */
  zones: string[];
  appUrl: string;
  now: Date;
};

/** A file as it is made, piece by piece. */
export type ExportFile = { name: string; contentType: string; body: AsyncIterable<string | Buffer> };

/** The events that a filter lets through as a file that says of itself what it counts. */
export async function exportEvents({ format, filter, stretch, ...facts }: Order): Promise<ExportFile> {
  const [summary, { countries, systems, sites }] = await Promise.all([
    summariseEvents(filter),
    listChoices(),
  ]);
  const about = aboutExport({ filter, names: { countries, systems, sites }, summary, ...facts });
  const batches = eventBatches(filter, stretch);
  const total = summary.rounds + summary.withdrawn;
  const body = {
    csv: () => toCsv(batches, about, filter),
    json: () => toJson(batches, about, total),
    geojson: async () => toGeoJson(batches, { about, filter, positions: await sitePositions() }),
    xlsx: async () => [await toXlsx(batches, about, filter)],
  }[format];
  return {
    name: exportFileName(filter, format, facts.now),
    contentType: contentTypes[format],
    body: inPieces(await body()),
  };
}

async function* inPieces(body: AsyncIterable<string> | Buffer[]): AsyncGenerator<string | Buffer> {
  yield* body;
}

async function sitePositions(): Promise<Map<string, SitePosition>> {
  const sites = await db().site.findMany();
  return new Map(
    sites.flatMap(({ id, latitude, longitude, positionPrecision: precision }) =>
      latitude === null || longitude === null ? [] : [[id, { latitude, longitude, precision }] as const],
    ),
  );
}
