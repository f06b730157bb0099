import { formatKm, formatNumber } from '@/lib/format/numbers';
import { missileClass } from './classes';
import type { SalvoRecord } from './event-record';
import { landingAreaWords, localTimeWords, missilesWords, outcomeWords } from './event-sentences';
import type { FigureName } from './vocabulary';

/** The figures of record of a salvo, each in words; null is unknown, but for class and outcome, which say so themselves. */
export function salvoFigureWords(salvo: SalvoRecord, timeZone: string): Record<FigureName, string | null> {
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
