import type { Prisma, Tx } from '@/lib/db/client';
import type { Country } from '@/lib/db/generated/client';
import { invalidField } from '@/lib/errors';
import { toDatabaseDate } from '@/lib/format/dates';
import { sumCounts } from './event-record';
import { likelySource } from './likely-source';
import type { Named } from './names';
import type { CitationInput, EventInput, SalvoInput } from './schema';
import { type FigureName, figureNames } from './vocabulary';

/** What an event's ids are looked up in, read once a transaction. */
export type EventReferences = {
  countries: Map<string, Country>;
  systems: Map<string, Named & { classId: string }>;
  sites: Map<string, Named>;
};

export async function readReferences(tx: Tx): Promise<EventReferences> {
  const byId = <T extends { id: string }>(rows: T[]) => new Map(rows.map((row) => [row.id, row]));
  return {
    countries: byId(await tx.country.findMany()),
    systems: byId((await tx.system.findMany({ include: { aliases: true } })).map(withAliases)),
    sites: byId((await tx.site.findMany({ include: { aliases: true } })).map(withAliases)),
  };
}

const withAliases = <T extends { aliases: { alias: string }[] }>(row: T) => ({
  ...row,
  aliases: row.aliases.map(({ alias }) => alias),
});

/** An event that has its row, and what was entered for it. */
export type EnteredEvent = { eventId: number; event: EventInput };

/**
 * Write the citations, assessments and salvos of events, and for each figure of record the assessment it came from.
 * One statement a table, however many events there are.
 */
export async function writeParts(
  tx: Tx,
  entered: EnteredEvent[],
  references: EventReferences,
): Promise<void> {
  const citationIds = await writeCitations(tx, entered);
  const assessmentIds = await writeAssessments(tx, entered, citationIds);
  await writeSalvos(tx, entered, assessmentIds, references);
}

/** Row ids by event, and by what tells the rows of an event apart: a URL, or a place in its list. */
type RowIds = Map<string, number>;
const keyOf = (eventId: number, part: string | number) => `${eventId} ${part}`;

/** One row a URL: a report that two assessors are quoted from is one citation. */
async function writeCitations(tx: Tx, entered: EnteredEvent[]): Promise<RowIds> {
  const data = entered.flatMap(({ eventId, event }) =>
    citationsOf(event).map((citation, index) => ({
      ...citation,
      eventId,
      position: index + 1,
      publishedOn: citation.publishedOn ? toDatabaseDate(citation.publishedOn) : null,
    })),
  );
  const rows = await tx.citation.createManyAndReturn({
    data,
    select: { id: true, eventId: true, url: true },
  });
  return new Map(rows.map((row) => [keyOf(row.eventId as number, row.url), row.id]));
}

function citationsOf(event: EventInput): CitationInput[] {
  const given = [...event.assessments.flatMap((assessment) => assessment.citation ?? []), ...event.citations];
  const byUrl = new Map<string, CitationInput>();
  for (const citation of given) if (!byUrl.has(citation.url)) byUrl.set(citation.url, citation);
  return [...byUrl.values()];
}

async function writeAssessments(tx: Tx, entered: EnteredEvent[], citationIds: RowIds): Promise<RowIds> {
  const claims = entered.flatMap(({ eventId, event }) =>
    event.assessments.map((assessment, index) => ({ eventId, position: index + 1, assessment })),
  );
  const names = [...new Set(claims.map(({ assessment }) => assessment.assessor))];
  await tx.assessor.createMany({ data: names.map((name) => ({ name })), skipDuplicates: true });
  const assessors = await tx.assessor.findMany({ where: { name: { in: names } } });
  const assessorId = new Map(assessors.map((assessor) => [assessor.name, assessor.id]));
  const rows = await tx.assessment.createManyAndReturn({
    data: claims.map(({ eventId, position, assessment }) => {
      const { assessor, citation, statedOn, figures, ...rest } = assessment;
      return {
        ...rest,
        eventId,
        position,
        assessorId: assessorId.get(assessor) as number,
        statedOn: statedOn ? toDatabaseDate(statedOn) : null,
        figures: figures as Prisma.InputJsonObject,
        citationId: citation ? (citationIds.get(keyOf(eventId, citation.url)) ?? null) : null,
      };
    }),
    select: { id: true, eventId: true, position: true },
  });
  return new Map(rows.map((row) => [keyOf(row.eventId, row.position - 1), row.id]));
}

async function writeSalvos(
  tx: Tx,
  entered: EnteredEvent[],
  assessmentIds: RowIds,
  references: EventReferences,
): Promise<void> {
  const salvos = entered.flatMap(({ eventId, event }) =>
    event.salvos.map((salvo, index) => ({
      eventId,
      salvo,
      event,
      columns: salvoColumns(eventId, index, salvo, references),
    })),
  );
  const rows = await tx.salvo.createManyAndReturn({
    data: salvos.map(({ columns }) => columns),
    select: { id: true, eventId: true, position: true },
  });
  const salvoIds: RowIds = new Map(rows.map((row) => [keyOf(row.eventId, row.position), row.id]));
  await tx.salvoFigureSource.createMany({
    data: salvos.flatMap(({ eventId, event, salvo, columns }) => {
      const salvoId = salvoIds.get(keyOf(eventId, columns.position));
      const adopted = {
        ...salvo,
        class: columns.classId,
        system: references.systems.get(salvo.system ?? '') ?? null,
        site: references.sites.get(salvo.site ?? '') ?? null,
        missiles: sumCounts(event.salvos),
      };
      return knownFigures(salvo, columns.classId).flatMap((figure) => {
        const place = salvo.sources[figure] ?? likelySource(figure, adopted, event.assessments);
        const assessmentId = place === undefined ? undefined : assessmentIds.get(keyOf(eventId, place));
        return salvoId === undefined || assessmentId === undefined ? [] : [{ salvoId, figure, assessmentId }];
      });
    }),
  });
}

function salvoColumns(
  eventId: number,
  index: number,
  { sources: _, system, site, class: classId, launchedAt, ...figures }: SalvoInput,
  references: EventReferences,
) {
  const knownSystem = system ? references.systems.get(system) : undefined;
  if (system && !knownSystem)
    throw invalidField(`salvos.${index}.system`, `"${system}" is no system of the catalogue.`);
  if (site && !references.sites.has(site))
    throw invalidField(`salvos.${index}.site`, `"${site}" is no site of the catalogue.`);
  return {
    ...figures,
    eventId,
    position: index + 1,
    systemId: system,
    siteId: site,
    classId: classId ?? knownSystem?.classId ?? 'unknown',
    launchedAt: launchedAt ? new Date(launchedAt) : null,
  };
}

function knownFigures(salvo: SalvoInput, classId: string): FigureName[] {
  const known: Record<FigureName, boolean> = {
    system: salvo.system !== null,
    class: classId !== 'unknown',
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
