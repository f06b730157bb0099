import type { EventRecord } from '@/lib/catalogue/event-record';
import { classWords, firstLaunch, kmSpan, outcomeSummary } from '@/lib/catalogue/event-sentences';
import type { ClassId, Status } from '@/lib/catalogue/vocabulary';
import type { Standpoint } from '@/lib/filter/schema';
import { formatDate, formatUtc } from '@/lib/format/dates';
import { formatCount } from '@/lib/format/numbers';
import { eventHref } from './event-href';

/** One line of the table, in words: no more of an event than is seen goes to the browser. */
export type EventRow = {
  slug: string;
  /** Its page, from the standpoint of the table. */
  href: string;
  date: string;
  utc: string | null;
  what: string;
  country: string;
  /** Under the title, where no system is known or only some are. */
  systemNote: string | null;
  missiles: string;
  classes: ClassId[];
  site: string;
  distance: string;
  distancePartly: boolean;
  apogee: string;
  apogeePartly: boolean;
  outcome: string;
  status: Status;
};

export function toEventRow(event: EventRecord, standpoint: Standpoint): EventRow {
  const { salvos } = event;
  const distance = kmSpan(salvos.map((salvo) => salvo.distanceKm));
  const apogee = kmSpan(salvos.map((salvo) => salvo.apogeeKm));
  const first = firstLaunch(salvos);
  return {
    slug: event.slug,
    href: eventHref(event.slug, standpoint),
    date: formatDate(event.localDate),
    utc: first ? formatUtc(first) : null,
    ...whatOf(event),
    country: event.countryName,
    missiles: formatCount(event.missiles),
    classes: event.classes,
    site: severalOf(
      salvos.map((salvo) => salvo.siteName),
      'sites',
    ),
    distance: distance.text,
    distancePartly: distance.partly,
    apogee: apogee.text,
    apogeePartly: apogee.partly,
    outcome: outcomeSummary(salvos),
    status: event.status,
  };
}

/** The systems by name; where none is known, the class in words. */
function whatOf({ salvos, classes, missiles }: EventRecord): Pick<EventRow, 'what' | 'systemNote'> {
  const systems = salvos.map((salvo) => salvo.systemName);
  if (systems.some((name) => name !== null)) {
    return {
      what: severalOf(
        systems.filter((name) => name !== null),
        'systems',
      ),
      systemNote: systems.includes(null) ? 'some systems unknown' : null,
    };
  }
  const many = missiles.max !== 1;
  const words = classes.map((id) => classWords(id, many)).join(', ');
  return { what: words.charAt(0).toUpperCase() + words.slice(1), systemNote: 'system unknown' };
}

/** `A`, `A, B`, `3 sites`; `unknown` for none; unknown ones are told of. */
function severalOf(names: (string | null)[], word: string): string {
  const known = [...new Set(names.filter((name) => name !== null))];
  if (known.length === 0) return 'unknown';
  const text = known.length > 2 ? `${known.length} ${word}` : known.join(', ');
  return names.includes(null) ? `${text}, unknown` : text;
}
