import type { EventReferences } from '@/lib/catalogue/event-parts';
import { type EventRecord, eventTitle, sumCounts } from '@/lib/catalogue/event-record';
import type { SettledEvent } from '@/lib/catalogue/settle-event';
import { precisionOf } from '@/lib/format/dates';

/** An event as it will leave Apogee once it is written: for a comparison with what it is now. */
export function settledRecord(slug: string, event: SettledEvent, references: EventReferences): EventRecord {
  const country = references.countries.get(event.country);
  const countryName = country?.name ?? event.country;
  const salvos = event.salvos.map((salvo) => ({
    ...salvo,
    systemName: salvo.system === null ? null : (references.systems.get(salvo.system)?.name ?? null),
    siteName: salvo.site === null ? salvo.siteText : (references.sites.get(salvo.site)?.name ?? null),
  }));
  return {
    ...event,
    slug,
    countryName,
    timeZone: country?.timeZone ?? 'UTC',
    datePrecision: precisionOf(event.localDate),
    title: eventTitle(countryName, event.localDate, salvos),
    missiles: sumCounts(salvos),
    classes: [...new Set(salvos.map((salvo) => salvo.class))],
    salvos,
    revision: 0,
    publishedAt: null,
    updatedAt: '',
  };
}
