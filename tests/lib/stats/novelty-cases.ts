import { missileClass } from '@/lib/catalogue/classes';
import type { NoveltyEvent } from '@/lib/stats/novelty-event';

type SalvoEntry = Partial<NoveltyEvent['salvos'][number]>;

/** A round of one short-range missile of no known system, site or figures, with whatever a case wants different. */
export function aRound(localDate: string, ...salvos: SalvoEntry[]): NoveltyEvent {
  return {
    slug: `kp-${localDate}`,
    country: 'KP',
    localDate,
    salvos: (salvos.length > 0 ? salvos : [{}]).map((salvo) => ({
      class: 'SRBM',
      family: missileClass(salvo.class ?? 'SRBM').family,
      system: null,
      systemName: salvo.system?.toUpperCase() ?? null,
      site: null,
      siteName: salvo.site?.toUpperCase() ?? null,
      countMin: 1,
      countMax: salvo.countMin ?? 1,
      distanceKm: null,
      apogeeKm: null,
      ...salvo,
    })),
  };
}
