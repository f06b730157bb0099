import { figureLabels } from './claims';
import type { FormPartValues } from './event-form-units';
import { type FigureName, figureNames } from './vocabulary';

/** The figures whose sources are not the same in all versions of a salvo. */
export function changedSources(versions: FormPartValues[]): FigureName[] {
  return figureNames.filter((figure) => new Set(versions.map((salvo) => sourceOf(salvo, figure))).size > 1);
}

/**
 * Whose some figures of a salvo are: `distance, apogee from Japan MOD; site from no claim`.
 * @param claims who the assessments are by, by what the salvo calls them
 */
export function sourceWords(
  salvo: FormPartValues,
  figures: FigureName[],
  claims: Map<string, string>,
): string {
  const from = salvo.figuresFrom ?? '';
  if (from !== '' && from !== 'kept') return `all from ${claims.get(from) || 'a claim without a name'}`;
  const byClaim = new Map<string, string[]>();
  for (const figure of figures) {
    const source = sourceOf(salvo, figure);
    const claim = source === undefined ? 'no claim' : claims.get(source) || 'a claim without a name';
    byClaim.set(claim, [...(byClaim.get(claim) ?? []), figureLabels[figure].toLowerCase()]);
  }
  const words = [...byClaim].map(([claim, labels]) => `${labels.join(', ')} from ${claim}`).join('; ');
  return words || 'whichever assessment gives the same';
}

function sourceOf({ sources = '' }: FormPartValues, figure: FigureName): string | undefined {
  const pair = sources.split(' ').find((known) => known.startsWith(`${figure}=`));
  return pair?.slice(figure.length + 1);
}
