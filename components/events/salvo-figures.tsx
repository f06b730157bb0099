import type { ReactNode } from 'react';
import { figureLabels } from '@/lib/catalogue/claims';
import type { EventRecord, SalvoRecord } from '@/lib/catalogue/event-record';
import { landingAreaWords, outcomeWords } from '@/lib/catalogue/event-sentences';
import type { FigureName } from '@/lib/catalogue/vocabulary';
import { dayIn, formatDate, formatTime, formatUtc, zoneName } from '@/lib/format/dates';
import { formatCount, formatKm, formatNumber } from '@/lib/format/numbers';
import { ClassMark, Known, Unknown } from './class-mark';

/** One figure of record of one salvo. */
export type Figure = {
  name: FigureName;
  label: string;
  value: ReactNode;
  /** Beneath the value, smaller: the time in UTC. */
  detail: string | null;
  known: boolean;
  /** The claim that it was adopted from, as a place in the event's list, from 0. */
  claim: number | undefined;
};

export const numericFigures: readonly FigureName[] = ['count', 'distanceKm', 'apogeeKm', 'bearingDeg'];

/** All figures of a salvo in a fixed order, unknown ones among them. */
export function salvoFigures(salvo: SalvoRecord, event: EventRecord): Figure[] {
  const values: Record<FigureName, ReactNode> = {
    launchedAt: <LocalTime salvo={salvo} event={event} />,
    count: formatCount({ min: salvo.countMin, max: salvo.countMax, text: salvo.countText }),
    class: <ClassMark id={salvo.class} />,
    system: <Known words={salvo.systemName ?? 'unknown'} />,
    site: <Known words={salvo.siteName ?? 'unknown'} />,
    distanceKm: <Known words={formatKm(salvo.distanceKm)} />,
    apogeeKm: <Known words={formatKm(salvo.apogeeKm)} />,
    bearingDeg: salvo.bearingDeg === null ? <Unknown /> : `${formatNumber(salvo.bearingDeg)}°`,
    landingArea: <Known words={landingAreaWords(salvo.landingArea)} />,
    outcome: <Known words={outcomeWords[salvo.outcome]} />,
  };
  return (Object.keys(values) as FigureName[]).map((name) => ({
    name,
    label: figureLabels[name],
    value: values[name],
    detail: name === 'launchedAt' && salvo.launchedAt ? formatUtc(new Date(salvo.launchedAt)) : null,
    known: isKnown(salvo, name),
    claim: salvo.sources[name],
  }));
}

function isKnown(salvo: SalvoRecord, name: FigureName): boolean {
  if (name === 'count') return true;
  if (name === 'class' || name === 'outcome') return salvo[name] !== 'unknown';
  return (name === 'site' ? salvo.siteName : salvo[name]) !== null;
}

/** On the country's clock, with the date where it is another than the event's. */
function LocalTime({ salvo, event }: { salvo: SalvoRecord; event: EventRecord }) {
  if (!salvo.launchedAt) return <Unknown />;
  const at = new Date(salvo.launchedAt);
  const day = dayIn(event.timeZone, at);
  return (
    <span className="whitespace-nowrap">
      {day === event.localDate ? '' : `${formatDate(day)}, `}
      {formatTime(at, event.timeZone)} {zoneName(event.timeZone)}
    </span>
  );
}
