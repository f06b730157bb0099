import { listChoices, summariseEvents } from '@/lib/catalogue/queries';
import { db } from '@/lib/db/client';
import type { EventFilter } from '@/lib/filter/schema';
import { aboutExport, type ExportAbout } from './about';
import { toCsv } from './csv';
import { eventBatches, type Stretch } from './event-batches';
import { withLivingIds } from './fits-filter';
import { contentTypes, type ExportFormat, exportFileName } from './formats';
import { type SitePosition, toGeoJson } from './geojson';
import { toJson } from './json';
import { toXlsx } from './xlsx';

/** What an export is asked for, and what it says of itself besides. */
type Asked = {
  filter: EventFilter;
  /** The catalogue's, read before. */
  version: number;
  /** The zones in whose days the events are dated. */
  zones: string[];
  appUrl: string;
  now: Date;
};

type Order = Asked & { format: ExportFormat; stretch: Stretch };

/** A file as it is made, piece by piece. */
export type ExportFile = { name: string; contentType: string; body: AsyncIterable<string | Buffer> };

/** The events that a filter lets through as a file that says of itself what it counts. */
export async function exportEvents({ format, stretch, ...asked }: Order): Promise<ExportFile> {
  const { filter, now } = asked;
  const [{ about, total }, fitting] = await Promise.all([describeEvents(asked), withLivingIds(filter)]);
  const batches = eventBatches(filter, stretch);
  const body = {
    csv: () => toCsv(batches, about, fitting),
    json: () => toJson(batches, about, total),
    geojson: async () => toGeoJson(batches, { about, filter: fitting, positions: await sitePositions() }),
    xlsx: async () => [await toXlsx(batches, about, fitting)],
  }[format];
  return {
    name: exportFileName(filter, format, now),
    contentType: contentTypes[format],
    body: inPieces(await body()),
  };
}

/** What a list of events says of itself, and how many there are in all. */
export async function describeEvents({
  filter,
  ...facts
}: Asked): Promise<{ about: ExportAbout; total: number }> {
  const [summary, { countries, systems, sites }] = await Promise.all([
    summariseEvents(filter),
    listChoices(),
  ]);
  const about = aboutExport({ filter, names: { countries, systems, sites }, summary, ...facts });
  return { about, total: summary.rounds + summary.withdrawn };
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
