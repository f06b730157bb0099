import type { Prisma, Tx } from '@/lib/db/client';
import type { Country, Site, System } from '@/lib/db/generated/client';
import { invalidField } from '@/lib/errors';
import { toDatabaseDate } from '@/lib/format/dates';
import type { AssessmentInput, CitationInput, EventInput, SalvoInput } from './schema';
import { type FigureName, figureNames } from './vocabulary';

/** What an event's ids are looked up in, read once a transaction. */
export type EventReferences = {
  countries: Map<string, Country>;
  systems: Map<string, System>;
  sites: Map<string, Site>;
};

export async function readReferences(tx: Tx): Promise<EventReferences> {
  const byId = <T extends { id: string }>(rows: T[]) => new Map(rows.map((row) => [row.id, row]));
  return {
    countries: byId(await tx.country.findMany()),
    systems: byId(await tx.system.findMany()),
    sites: byId(await tx.site.findMany()),
  };
}

/** Write an event's citations, assessments and salvos, and for each figure of record the assessment it came from. */
export async function writeParts(
  tx: Tx,
  eventId: number,
  event: EventInput,
  references: EventReferences,
): Promise<void> {
  const citationIds = await writeCitations(tx, eventId, event);
  const assessmentIds = await writeAssessments(tx, eventId, event.assessments, citationIds);
  for (const [index, salvo] of event.salvos.entries()) {
    await writeSalvo(tx, eventId, index, salvo, event.assessments, assessmentIds, references);
  }
}

/** One row a URL: a report that two assessors are quoted from is one citation. @returns ids by URL */
async function writeCitations(tx: Tx, eventId: number, event: EventInput): Promise<Map<string, number>> {
  const given = [...event.assessments.flatMap((assessment) => assessment.citation ?? []), ...event.citations];
  const byUrl = new Map<string, CitationInput>();
  for (const citation of given) if (!byUrl.has(citation.url)) byUrl.set(citation.url, citation);
  const rows = await tx.citation.createManyAndReturn({
    data: [...byUrl.values()].map((citation, index) => ({
      ...citation,
      eventId,
      position: index + 1,
      publishedOn: citation.publishedOn ? toDatabaseDate(citation.publishedOn) : null,
    })),
    select: { id: true, url: true },
  });
  return new Map(rows.map((row) => [row.url, row.id]));
}

async function writeAssessments(
  tx: Tx,
  eventId: number,
  assessments: AssessmentInput[],
  citationIds: Map<string, number>,
): Promise<number[]> {
  const names = [...new Set(assessments.map((assessment) => assessment.assessor))];
  await tx.assessor.createMany({ data: names.map((name) => ({ name })), skipDuplicates: true });
  const assessors = await tx.assessor.findMany({ where: { name: { in: names } } });
  const assessorId = new Map(assessors.map((assessor) => [assessor.name, assessor.id]));
  const rows = await tx.assessment.createManyAndReturn({
    data: assessments.map(({ assessor, citation, statedOn, figures, ...rest }, index) => ({
      ...rest,
      eventId,
      position: index + 1,
      assessorId: assessorId.get(assessor) as number,
      statedOn: statedOn ? toDatabaseDate(statedOn) : null,
      figures: figures as Prisma.InputJsonObject,
      citationId: citation ? (citationIds.get(citation.url) ?? null) : null,
    })),
    select: { id: true, position: true },
  });
  return rows.sort((a, b) => a.position - b.position).map((row) => row.id);
}

async function writeSalvo(
  tx: Tx,
  eventId: number,
  index: number,
  { sources, system, site, class: classId, launchedAt, ...figures }: SalvoInput,
  assessments: AssessmentInput[],
  assessmentIds: number[],
  references: EventReferences,
): Promise<void> {
  const knownSystem = system ? references.systems.get(system) : undefined;
  if (system && !knownSystem)
    throw invalidField(`salvos.${index}.system`, `"${system}" is no system of the catalogue.`);
  if (site && !references.sites.has(site))
    throw invalidField(`salvos.${index}.site`, `"${site}" is no site of the catalogue.`);

  const row = await tx.salvo.create({
    data: {
      ...figures,
      eventId,
      position: index + 1,
      systemId: system,
      siteId: site,
      classId: classId ?? knownSystem?.classId ?? 'unknown',
      launchedAt: launchedAt ? new Date(launchedAt) : null,
    },
  });
  const known: Record<FigureName, boolean> = {
    system: system !== null,
    class: row.classId !== 'unknown',
    site: site !== null || figures.siteText !== null,
    launchedAt: launchedAt !== null,
    count: true,
    distanceKm: figures.distanceKm !== null,
    apogeeKm: figures.apogeeKm !== null,
    bearingDeg: figures.bearingDeg !== null,
    landingArea: figures.landingArea !== null,
    outcome: figures.outcome !== 'unknown',
  };
  const links = figureNames
    .filter((figure) => known[figure])
    .map((figure) => ({ figure, place: sources[figure] ?? likelySource(figure, assessments) }))
    .flatMap(({ figure, place }) => {
      const assessmentId = place === undefined ? undefined : assessmentIds[place];
      return assessmentId === undefined ? [] : [{ salvoId: row.id, figure, assessmentId }];
    });
  await tx.salvoFigureSource.createMany({ data: links });
}

/** Where the analyst names none: the first assessment that gives the figure, or the only one there is. */
function likelySource(figure: FigureName, assessments: AssessmentInput[]): number | undefined {
  const key = figure === 'count' ? 'countMin' : figure;
  const giving = assessments.findIndex((assessment) => assessment.figures[key] !== undefined);
  if (giving >= 0) return giving;
  return assessments.length === 1 ? 0 : undefined;
}
