import { loadEvents } from '@/lib/catalogue/commands';
import { eventInput } from '@/lib/catalogue/schema';
import { inTransaction } from '@/lib/catalogue/transaction';
import { anEvent, people } from './factories';

type EventEntry = Parameters<typeof anEvent>[0];

const citation = { publisher: 'Yonhap', url: 'https://example.org/report' };
let loaded = 0;

/** Put many published events into the catalogue at once, without alerts: `anEvent` with one source and these overrides. */
export async function loadedEvents(...entries: EventEntry[]): Promise<void> {
  const events = entries.map((entry) => {
    loaded += 1;
    const event = eventInput.parse(anEvent({ assessments: [], citations: [citation], ...entry }));
    return { ...event, slug: `${event.country.toLowerCase()}-${event.localDate}-${loaded}` };
  });
  const change = { actor: people.editor, reason: 'test', now: new Date('2026-11-23T12:00:00Z') };
  await inTransaction((tx) => loadEvents(tx, events, change));
}
