import type { Count } from '@/lib/format/numbers';
import { isNameOf, isSameName, type Named } from './names';
import type { AssessmentInput, SalvoInput } from './schema';
import type { FigureName } from './vocabulary';

/** A salvo's figures of record, with its system and site as the catalogue knows them, and its event's missiles. */
export type AdoptedFigures = Omit<SalvoInput, 'sources' | 'system' | 'site' | 'class'> & {
  class: string;
  system: Named | null;
  site: Named | null;
  missiles: Count;
};

type Claims = AssessmentInput['figures'];

/**
 * Where a figure of record is from, where the analyst names no assessment: the first that gives that very value, else the
 * only one there is, unless it gives another value. A figure that no claim bears out is nobody's.
 * @returns a place in `assessments`, from 0
 */
export function likelySource(
  figure: FigureName,
  adopted: AdoptedFigures,
  assessments: AssessmentInput[],
): number | undefined {
  const giving = assessments.findIndex(({ figures }) => isBorneOut(figure, adopted, figures));
  if (giving >= 0) return giving;
  const [only] = assessments;
  return only && assessments.length === 1 && !speaksOf(figure, only.figures) ? 0 : undefined;
}

function speaksOf(figure: FigureName, claimed: Claims): boolean {
  const names = figure === 'count' ? countNames : ([figure] as const);
  return names.some((name) => claimed[name] !== undefined);
}

/** Whether a claim gives the very value of a figure of record. */
export function isBorneOut(figure: FigureName, adopted: AdoptedFigures, claimed: Claims): boolean {
  if (figure === 'count') return isCountBorneOut(adopted, claimed);
  const claim = claimed[figure];
  if (claim === undefined) return false;
  const text = String(claim);
  switch (figure) {
    case 'system':
      return adopted.system !== null && isNameOf(text, adopted.system);
    case 'site':
      return (
        (adopted.site !== null && isNameOf(text, adopted.site)) ||
        (adopted.siteText !== null && isSameName(text, adopted.siteText))
      );
    case 'launchedAt':
      return adopted.launchedAt !== null && Date.parse(text) === Date.parse(adopted.launchedAt);
    default:
      return claim === adopted[figure];
  }
}

const countNames = ['countMin', 'countMax', 'countText'] as const;

/**
 * A claim counts the missiles of the salvo, or of the whole event. It may give less than was adopted, "several" or 6;
 * what it gives has to be the same.
 */
function isCountBorneOut({ missiles, ...salvo }: AdoptedFigures, claimed: Claims): boolean {
  const given = countNames.filter((name) => claimed[name] !== undefined);
  const ofEvent = { countMin: missiles.min, countMax: missiles.max, countText: missiles.text };
  const isMoreThanALimit = given.some((name) => name !== 'countMax');
  return (
    isMoreThanALimit && [salvo, ofEvent].some((count) => given.every((name) => claimed[name] === count[name]))
  );
}
