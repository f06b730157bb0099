import { formatKm, formatNumber, plural } from '@/lib/format/numbers';
import type { AssessmentRecord } from './event-record';
import { landingAreaWords, localTimeWords, missilesWords, outcomeWords } from './event-sentences';
import type { FigureName, Outcome } from './vocabulary';

/** What the figures are called, in the order in which they are shown. */
export const figureLabels: Record<FigureName, string> = {
  count: 'Missiles',
  class: 'Class',
  system: 'System',
  site: 'Site',
  launchedAt: 'Time',
  distanceKm: 'Distance',
  apogeeKm: 'Apogee',
  bearingDeg: 'Bearing',
  landingArea: 'Came down in',
  outcome: 'Outcome',
};

/** One figure as one assessor gave it. */
export type ClaimedFigure = { name: FigureName; label: string; words: string };

/** What an assessor gave, figure by figure; what was not said is not there. */
export function claimedFigures(assessment: AssessmentRecord, timeZone: string): ClaimedFigure[] {
  return (Object.keys(figureLabels) as FigureName[]).flatMap((name) => {
    const words = figureWords(name, assessment.figures, timeZone);
    return words === null ? [] : [{ name, label: figureLabels[name], words }];
  });
}

/** A figure that at least two claims speak of: who gave which value. `claims` are places in the event's list, from 0. */
export type Comparison = {
  name: FigureName;
  label: string;
  values: { words: string; claims: number[] }[];
  differ: boolean;
  /** `They differ by 10 km.`; null where they agree. */
  difference: string | null;
};

/** Figure by figure, where the claims about an event agree and where they do not. */
export function compareClaims(assessments: AssessmentRecord[], timeZone: string): Comparison[] {
  return (Object.keys(figureLabels) as FigureName[]).flatMap((name) => {
    const values: Comparison['values'] = [];
    assessments.forEach((assessment, index) => {
      const words = figureWords(name, assessment.figures, timeZone);
      if (words === null) return;
      const same = values.find((value) => value.words === words);
      if (same) same.claims.push(index);
      else values.push({ words, claims: [index] });
    });
    if (values.reduce((sum, value) => sum + value.claims.length, 0) < 2) return [];
    const differ = values.length > 1;
    return [
      {
        name,
        label: figureLabels[name],
        values,
        differ,
        difference: differ ? difference(name, assessments) : null,
      },
    ];
  });
}

function difference(name: FigureName, assessments: AssessmentRecord[]): string {
  const unit = { distanceKm: 'km', apogeeKm: 'km', bearingDeg: 'degrees' }[name as string];
  if (!unit) return 'They differ.';
  const numbers = assessments.flatMap(({ figures }) => {
    const value = figures[name];
    return typeof value === 'number' ? [value] : [];
  });
  const by = Math.max(...numbers) - Math.min(...numbers);
  return `They differ by ${unit === 'km' ? formatKm(by) : plural(by, 'degree', 'degrees')}.`;
}

function figureWords(
  name: FigureName,
  figures: AssessmentRecord['figures'],
  timeZone: string,
): string | null {
  if (name === 'count') return countWords(figures);
  const value = figures[name];
  if (value === undefined) return null;
  if (name === 'distanceKm' || name === 'apogeeKm') return formatKm(Number(value));
  if (name === 'bearingDeg') return `${formatNumber(Number(value))}°`;
  if (name === 'launchedAt') return localTimeWords(String(value), timeZone);
  if (name === 'landingArea') return landingAreaWords(String(value));
  if (name === 'outcome') return outcomeWords[value as Outcome] ?? String(value);
  return String(value);
}

function countWords({ countMin, countMax, countText }: AssessmentRecord['figures']): string | null {
  const text = countText === undefined ? null : String(countText);
  if (countMin === undefined && countMax === undefined) return text && `${text} missiles`;
  if (countMin === undefined) return `at most ${plural(Number(countMax), 'missile')}`;
  return missilesWords({
    min: Number(countMin),
    max: countMax === undefined ? null : Number(countMax),
    text,
  });
}
