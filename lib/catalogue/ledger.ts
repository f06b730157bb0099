import { formatKm, formatNumber, plural } from '@/lib/format/numbers';
import { type ClaimedFigure, claimedFigures, figureLabels } from './claims';
import { missileClass } from './classes';
import type { AssessmentRecord, EventRecord, SalvoRecord } from './event-record';
import { isBorneOut } from './likely-source';
import type { Named } from './names';
import { salvoFigureWords } from './salvo-figure-words';
import { statedWords } from './source-words';
import type { ClassId, FigureName } from './vocabulary';

/** What names of systems and sites are looked up in: an alias is the same name. */
export type KnownNames = { systems: Named[]; sites: Named[] };

/**
 * How one claim stands to a figure of record: it was adopted, it gives the same, it gives another value, or (where the words
 * are null) says nothing. `note` says so in a word or two.
 */
export type LedgerCell = {
  claim: number;
  words: string | null;
  standing: 'adopted' | 'same' | 'differs' | 'silent';
  note: string;
};

/** One figure: the value of record first, with the place of the claim that it is from, then what each claim gives. */
export type LedgerRow = {
  figure: FigureName;
  label: string;
  record: string | null;
  from: number | null;
  cells: LedgerCell[];
};

/** The ledger of one salvo. `salvo` is its place in the event, from 0. */
export type SalvoLedger = {
  salvo: number;
  title: string;
  rows: LedgerRow[];
  /** The figures that are unknown, and that no claim gives. */
  unknown: string[];
};

/** Figure by figure and claim by claim, what was said about each salvo of an event and what was adopted of it. */
export function claimsLedger(event: EventRecord, names: KnownNames): SalvoLedger[] {
  const claimed = event.assessments.map((assessment) => claimedFigures(assessment, event.timeZone));
  return event.salvos.map((salvo, place) => {
    const words = salvoFigureWords(salvo, event.timeZone);
    const rows = (Object.keys(figureLabels) as FigureName[]).map((figure): LedgerRow => {
      const record = isUnknown(figure, salvo) ? null : words[figure];
      const from = salvo.sources[figure] ?? null;
      return {
        figure,
        label: figureLabels[figure],
        record,
        from,
        cells: event.assessments.map((assessment, claim) => {
          const given = wordsOf(figure, assessment, claimed[claim] ?? []);
          return {
            claim,
            words: given,
            ...standingOf(figure, salvo, assessment, event, names, from === claim),
          };
        }),
      };
    });
    const isOpen = (row: LedgerRow) => row.record === null && row.cells.every((cell) => cell.words === null);
    return {
      salvo: place,
      title: event.salvos.length === 1 ? 'The salvo' : `Salvo ${place + 1}`,
      rows: rows.filter((row) => !isOpen(row)),
      unknown: rows.filter(isOpen).map((row) => row.label),
    };
  });
}

/** A class is named as it is in the figures of record: one is held against the other. */
function wordsOf(figure: FigureName, { figures }: AssessmentRecord, claimed: ClaimedFigure[]): string | null {
  const given = claimed.find(({ name }) => name === figure);
  if (figure === 'class' && given) return missileClass(figures.class as ClassId).name;
  return given?.words ?? null;
}

/** Who a column of the ledger is by, and how good the claim is held to be. */
export function claimInShort(claim: AssessmentRecord) {
  const { likelihood, confidence, sourceReliability: source, infoCredibility: information } = claim;
  return {
    stated: statedWords(claim),
    judgement: [likelihood, confidence && `${confidence} confidence`].filter(Boolean).join(', '),
    /** Admiralty code: `B2`; a dash for the half that was not given. */
    grading: source || information ? `${source ?? '–'}${information ?? '–'}` : null,
  };
}

function standingOf(
  figure: FigureName,
  salvo: SalvoRecord,
  { figures }: AssessmentRecord,
  event: EventRecord,
  names: KnownNames,
  isSource: boolean,
): Pick<LedgerCell, 'standing' | 'note'> {
  const isSilent = !claimedFigures({ figures } as AssessmentRecord, event.timeZone).some(
    ({ name }) => name === figure,
  );
  if (isSilent) return { standing: 'silent', note: isSource ? 'its source, without a value' : 'not said' };
  const adopted = {
    ...salvo,
    system: names.systems.find(({ id }) => id === salvo.system) ?? null,
    site: names.sites.find(({ id }) => id === salvo.site) ?? null,
    missiles: event.missiles,
  };
  if (isBorneOut(figure, adopted, figures)) {
    const alone = {
      ...adopted,
      missiles: { min: salvo.countMin, max: salvo.countMax, text: salvo.countText },
    };
    const ofAll = isBorneOut(figure, alone, figures) ? '' : ', of all salvos';
    return isSource
      ? { standing: 'adopted', note: `adopted${ofAll}` }
      : { standing: 'same', note: `the same${ofAll}` };
  }
  const note = isUnknown(figure, salvo) ? 'not adopted' : differenceOf(figure, salvo, figures);
  return { standing: 'differs', note: isSource ? `named as its source, but ${note}` : note };
}

function differenceOf(figure: FigureName, salvo: SalvoRecord, figures: AssessmentRecord['figures']): string {
  if (figure !== 'distanceKm' && figure !== 'apogeeKm' && figure !== 'bearingDeg') return 'differs';
  const by = Number(figures[figure]) - Number(salvo[figure]);
  const words = figure === 'bearingDeg' ? plural(Math.abs(by), 'degree') : formatKm(Math.abs(by));
  return Number.isNaN(by) || formatNumber(Math.abs(by)) === '0'
    ? 'differs'
    : `${words} ${by > 0 ? 'more' : 'less'}`;
}

function isUnknown(figure: FigureName, salvo: SalvoRecord): boolean {
  if (figure === 'count') return false;
  if (figure === 'class' || figure === 'outcome') return salvo[figure] === 'unknown';
  return (figure === 'site' ? salvo.siteName : salvo[figure]) === null;
}
