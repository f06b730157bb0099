import type { EventRecord } from '@/lib/catalogue/event-record';
import type { ExportAbout } from './about';

/** Events as the API gives them, all in one list: `{version, total, next: null, about, events}`. */
export async function* toJson(
  batches: AsyncIterable<EventRecord[]>,
  about: ExportAbout,
  total: number,
): AsyncGenerator<string> {
  const head = JSON.stringify({ version: about.catalogueVersion, total, next: null, about });
  yield `${head.slice(0, -1)},"events":[`;
  yield* separated(batches, (event) => [event]);
  yield '\n]}\n';
}

/** The items that come of events, as the inside of a JSON list, one a line. */
export async function* separated(
  batches: AsyncIterable<EventRecord[]>,
  itemsOf: (event: EventRecord) => unknown[],
): AsyncGenerator<string> {
  let separator = '\n';
  for await (const events of batches) {
    const items = events.flatMap(itemsOf).map((item) => JSON.stringify(item));
    if (items.length > 0) yield separator + items.join(',\n');
    if (items.length > 0) separator = ',\n';
  }
}
