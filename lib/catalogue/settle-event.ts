import { invalidField } from '@/lib/errors';
import type { EventReferences } from './event-parts';
import { sumCounts } from './event-record';
import { likelySource } from './likely-source';
import { plainName } from './names';
import type { CitationInput, EventInput, SalvoInput } from './schema';
import { type ClassId, type FigureName, figureNames } from './vocabulary';

/** A salvo whose class is chosen, and whose figures of record have each the claim they came from, if there is one. */
export type SettledSalvo = Omit<SalvoInput, 'class' | 'sources'> & {
  class: ClassId;
  sources: Partial<Record<FigureName, number>>;
};

/** An event of which nothing is left to be inferred: what is written, and what two states of it are compared by. */
export type SettledEvent = Omit<EventInput, 'salvos'> & { salvos: SettledSalvo[] };

/**
 * Fill in what an entry leaves to the catalogue: the class of a known system, the claim that a figure came from, the name that
 * an assessor goes by, and a citation for every report that an assessment quotes.
 * @throws AppError `invalid` where a system or a site is not in the catalogue
 */
export function settleEvent(event: EventInput, references: EventReferences): SettledEvent {
  return {
    ...event,
    citations: citationsOf(event),
    assessments: event.assessments.map((assessment) => ({
      ...assessment,
      assessor: knownAs(assessment.assessor, references),
    })),
    salvos: event.salvos.map((salvo, index) => settleSalvo(salvo, index, event, references)),
  };
}

/** What was said under an alias is its assessor's. A name that is spelt otherwise is the same name. */
function knownAs(name: string, { assessors }: EventReferences): string {
  const plain = plainName(name);
  return assessors.get(name) ?? (plain === '' ? undefined : assessors.get(plain)) ?? name;
}

/** One a URL: a report that two assessors are quoted from is one citation, and says the same for both. */
function citationsOf({ assessments, citations }: EventInput): CitationInput[] {
  const given = [...assessments.flatMap((assessment) => assessment.citation ?? []), ...citations];
  const byUrl = new Map<string, CitationInput>();
  for (const citation of given) if (!byUrl.has(citation.url)) byUrl.set(citation.url, citation);
  return [...byUrl.values()];
}

function settleSalvo(
  salvo: SalvoInput,
  index: number,
  event: EventInput,
  { systems, sites }: EventReferences,
): SettledSalvo {
  const system = salvo.system === null ? null : systems.get(salvo.system);
  if (system === undefined)
    throw invalidField(`salvos.${index}.system`, `"${salvo.system}" is no system of the catalogue.`);
  const site = salvo.site === null ? null : sites.get(salvo.site);
  if (site === undefined)
    throw invalidField(`salvos.${index}.site`, `"${salvo.site}" is no site of the catalogue.`);

  const settled = { ...salvo, class: salvo.class ?? ((system?.classId ?? 'unknown') as ClassId) };
  const adopted = { ...settled, system, site, missiles: sumCounts(event.salvos) };
  const sources = knownFigures(settled).flatMap((figure) => {
    const place = salvo.sources[figure] ?? likelySource(figure, adopted, event.assessments);
    return place === undefined ? [] : [[figure, place]];
  });
  return {
    ...settled,
    system: system?.id ?? null,
    site: site?.id ?? null,
    sources: Object.fromEntries(sources),
  };
}

function knownFigures(salvo: Omit<SettledSalvo, 'sources'>): FigureName[] {
  const known: Record<FigureName, boolean> = {
    system: salvo.system !== null,
    class: salvo.class !== 'unknown',
    site: salvo.site !== null || salvo.siteText !== null,
    launchedAt: salvo.launchedAt !== null,
    count: true,
    distanceKm: salvo.distanceKm !== null,
    apogeeKm: salvo.apogeeKm !== null,
    bearingDeg: salvo.bearingDeg !== null,
    landingArea: salvo.landingArea !== null,
    outcome: salvo.outcome !== 'unknown',
  };
  return figureNames.filter((figure) => known[figure]);
}
