import { missileClass } from '@/lib/catalogue/classes';
import type { EventRecord, SalvoRecord } from '@/lib/catalogue/event-record';
import type { ClassId, Family } from '@/lib/catalogue/vocabulary';
import { firstDay, type LocalDate, lastDay } from '@/lib/format/dates';

/** As much of an event as novelty asks for. `localDate` is as long as it is precise; null is unknown. */
export type NoveltyEvent = {
  slug: string;
  country: string;
  localDate: LocalDate;
  salvos: NoveltySalvo[];
};

export type NoveltySalvo = {
  class: ClassId;
  family: Family;
  system: string | null;
  systemName: string | null;
  site: string | null;
  siteName: string | null;
  countMin: number;
  countMax: number | null;
  distanceKm: number | null;
  apogeeKm: number | null;
};

/** The same out of a whole event: for one that is not in the catalogue yet. */
export function noveltyEventOf({ slug, country, localDate, salvos }: EventRecord): NoveltyEvent {
  return { slug, country, localDate, salvos: salvos.map(noveltySalvoOf) };
}

function noveltySalvoOf(salvo: SalvoRecord): NoveltySalvo {
  const { system, systemName, site, siteName, countMin, countMax, distanceKm, apogeeKm } = salvo;
  const { family } = missileClass(salvo.class);
  return {
    class: salvo.class,
    family,
    system,
    systemName,
    site,
    siteName: site ? siteName : null,
    countMin,
    countMax,
    distanceKm,
    apogeeKm,
  };
}

/** What was there on the day of an event: `before` it for certain, and `perhaps` before it, since a date is not exact. */
export type Earlier = { before: NoveltyEvent[]; perhaps: NoveltyEvent[] };

/** The events of the same country that came before `event`, or may have. On one day, the order is that of the slugs. */
export function earlierThan(event: NoveltyEvent, catalogue: NoveltyEvent[]): Earlier {
  const others = catalogue.filter((other) => other.country === event.country && other.slug !== event.slug);
  return {
    before: others.filter((other) => order(other, event) === 'before'),
    perhaps: others.filter((other) => order(other, event) === 'perhaps'),
  };
}

function order(other: NoveltyEvent, event: NoveltyEvent): 'before' | 'perhaps' | 'after' {
  if (lastDay(other.localDate) < firstDay(event.localDate)) return 'before';
  if (firstDay(other.localDate) > lastDay(event.localDate)) return 'after';
  const sameDay = other.localDate === event.localDate && event.localDate.length === 10;
  if (!sameDay) return 'perhaps';
  return inSlugOrder(other.slug, event.slug) < 0 ? 'before' : 'after';
}

/** `kp-2020-04-14`, then `-2`, … `-10`. */
function inSlugOrder(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}
