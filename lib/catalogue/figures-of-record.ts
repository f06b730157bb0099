import { formatKm, formatNumber } from '@/lib/format/numbers';
import { missileClass } from './classes';
import type { SalvoRecord } from './event-record';
import { landingAreaWords, localTimeWords, missilesWords, outcomeWords } from './event-sentences';
import type { FigureName } from './vocabulary';

/** A salvo's figures in words, as a reader sees them; null is unknown. */
export function figuresOfRecord(salvo: SalvoRecord, timeZone: string): Record<FigureName, string | null> {
  return {
    count: missilesWords({ min: salvo.countMin, max: salvo.countMax, text: salvo.countText }),
    class: missileClass(salvo.class).name,
    system: salvo.systemName,
    site: salvo.siteName,
    launchedAt: salvo.launchedAt && localTimeWords(salvo.launchedAt, timeZone),
    distanceKm: salvo.distanceKm === null ? null : formatKm(salvo.distanceKm),
    apogeeKm: salvo.apogeeKm === null ? null : formatKm(salvo.apogeeKm),
    bearingDeg: salvo.bearingDeg === null ? null : `${formatNumber(salvo.bearingDeg)}°`,
    landingArea: salvo.landingArea && landingAreaWords(salvo.landingArea),
    outcome: outcomeWords[salvo.outcome],
  };
}
