import { claimedFigures, compareClaims, figureLabels } from './claims';
import type { AssessmentRecord, EventRecord } from './event-record';
import { quoted } from './event-sentences';
import { salvoFigureWords } from './salvo-figure-words';
import { gradingWords } from './source-words';
import type { FigureName } from './vocabulary';

/** A figure of record, and the claim that it was adopted from, as a place in the event's list, from 0. */
export type RecordValue = { words: string; claim: number | undefined; salvos: number[] };

/** What one claim gives. `adopted`: the figure of record, of a salvo at least, is this one. */
export type ClaimCell = { words: string; differs: boolean; adopted: boolean };

/** One thing that claims are about, with a cell a claim; null where it does not speak of it. */
export type ClaimsRow = {
  name: string;
  label: string;
  /** `They differ by 10 km.`, `They agree.`; null where one alone speaks of it, or it is nothing to agree on. */
  verdict: string | null;
  /** Empty where there is no figure of record of this. `salvos` count from 1. */
  record: RecordValue[];
  cells: (ClaimCell | null)[];
};

/** The claims about an event side by side: figures first, then how each was meant. What nobody speaks of has no row. */
export function claimsTable(event: EventRecord): ClaimsRow[] {
  const { assessments, timeZone } = event;
  const comparisons = new Map(compareClaims(assessments, timeZone).map((found) => [found.name, found]));
  const claimed = assessments.map(
    (claim) => new Map(claimedFigures(claim, timeZone).map(({ name, words }) => [name, words])),
  );
  const figures = (Object.keys(figureLabels) as FigureName[]).map((name): ClaimsRow => {
    const comparison = comparisons.get(name);
    return {
      name,
      label: figureLabels[name],
      verdict: comparison ? (comparison.difference ?? 'They agree.') : null,
      record: recordOf(event, name),
      cells: claimed.map((words, place) => {
        const own = words.get(name);
        if (own === undefined) return null;
        const adopted = event.salvos.some(({ sources }) => sources[name] === place);
        return { words: own, differs: comparison?.differ ?? false, adopted };
      }),
    };
  });
  return [...figures, ...manners(assessments)].filter(({ cells }) => cells.some((cell) => cell !== null));
}

/** The value of each salvo; those of one value from one claim stand together. */
function recordOf({ salvos, timeZone }: EventRecord, name: FigureName): RecordValue[] {
  const values: RecordValue[] = [];
  salvos.forEach((salvo, place) => {
    // As short as claims have it, so that the two can be held against each other.
    const words = name === 'class' ? salvo.class : (salvoFigureWords(salvo, timeZone)[name] ?? 'unknown');
    const claim = salvo.sources[name];
    const same = values.find((value) => value.words === words && value.claim === claim);
    if (same) same.salvos.push(place + 1);
    else values.push({ words, claim, salvos: [place + 1] });
  });
  return values;
}

/** How each claim was meant, and how good it is held to be. */
function manners(assessments: AssessmentRecord[]): ClaimsRow[] {
  const readings: [label: string, read: (claim: AssessmentRecord) => string | null][] = [
    ['In its own words', ({ hedge }) => hedge && quoted(hedge)],
    ['State', ({ status }) => status],
    ['Likelihood', ({ likelihood }) => likelihood],
    ['Confidence', ({ confidence }) => confidence],
    ['Grading', gradingWords],
  ];
  return readings.map(([label, read]) => ({
    name: label,
    label,
    verdict: null,
    record: [],
    cells: assessments.map((claim) => {
      const words = read(claim);
      return words ? { words, differs: false, adopted: false } : null;
    }),
  }));
}
