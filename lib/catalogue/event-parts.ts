import { Prisma, type Tx } from '@/lib/db/client';
import type { Country } from '@/lib/db/generated/client';
import { toDatabaseDate } from '@/lib/format/dates';
import { readFormerIds } from './merged-entries';
import { type Named, plainName } from './names';
import type { SettledEvent } from './settle-event';

/** What an event's ids are looked up in, read once a transaction. */
export type EventReferences = {
  countries: Map<string, Country>;
  /** By id; an id that was given up when its entry was merged leads to what it was merged into. */
  systems: Map<string, Named & { country: string; classId: string }>;
  sites: Map<string, Named & { country: string }>;
  /** The name that an assessor goes by: by any of its names, spelt as `plainName` has it, and by its own as it stands. */
  assessors: Map<string, string>;
};

export async function readReferences(tx: Tx): Promise<EventReferences> {
  const formerIds = await readFormerIds(tx);
  const byId = <T extends { id: string }>(rows: T[], kind?: 'system' | 'site') =>
    new Map(rows.flatMap((row) => [row.id, ...formerIds(kind, row.id)].map((id) => [id, row])));
  const assessors = await tx.assessor.findMany({ include: { aliases: true } });
  return {
    countries: byId(await tx.country.findMany()),
    systems: byId((await tx.system.findMany({ include: { aliases: true } })).map(withAliases), 'system'),
    sites: byId((await tx.site.findMany({ include: { aliases: true } })).map(withAliases), 'site'),
    assessors: new Map([
      ...assessors.flatMap(({ name, aliases }) =>
        aliases.map(({ alias }) => [plainName(alias), name] as const),
      ),
      ...assessors.map(({ name }) => [plainName(name), name] as const),
      ...assessors.map(({ name }) => [name, name] as const),
    ]),
  };
}

const withAliases = <T extends { countryId: string; aliases: { alias: string }[] }>(row: T) => ({
  ...row,
  country: row.countryId,
  aliases: row.aliases.map(({ alias }) => alias),
});

/** An event that has its row, and what was entered for it. */
export type EnteredEvent = { eventId: number; event: SettledEvent };

/**
 * Write the citations, assessments and salvos of events, and for each figure of record the assessment it came from.
 * One statement a table, however many events there are.
 */
export async function writeParts(tx: Tx, entered: EnteredEvent[]): Promise<void> {
  const citationIds = await writeCitations(tx, entered);
  const assessmentIds = await writeAssessments(tx, entered, citationIds);
  await writeSalvos(tx, entered, assessmentIds);
}

/** Row ids by event, and by what tells the rows of an event apart: a URL, or a place in its list. */
type RowIds = Map<string, number>;
const keyOf = (eventId: number, part: string | number) => `${eventId} ${part}`;

async function writeCitations(tx: Tx, entered: EnteredEvent[]): Promise<RowIds> {
  const data = entered.flatMap(({ eventId, event }) =>
    event.citations.map((citation, index) => ({
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

async function writeSalvos(tx: Tx, entered: EnteredEvent[], assessmentIds: RowIds): Promise<void> {
  const salvos = entered.flatMap(({ eventId, event }) =>
    event.salvos.map((salvo, index) => ({ eventId, position: index + 1, salvo })),
  );
  const rows = await tx.salvo.createManyAndReturn({
    data: salvos.map(({ eventId, position, salvo }) => {
      const { sources: _, system, site, class: classId, launchedAt, ...figures } = salvo;
      return {
        ...figures,
        eventId,
        position,
        systemId: system,
        siteId: site,
        classId,
        launchedAt: launchedAt ? new Date(launchedAt) : null,
      };
    }),
    select: { id: true, eventId: true, position: true },
  });
  const salvoIds: RowIds = new Map(rows.map((row) => [keyOf(row.eventId, row.position), row.id]));
  const sources = salvos.flatMap(({ eventId, position, salvo }) =>
    Object.entries(salvo.sources).flatMap(([figure, place]) => {
      const salvoId = salvoIds.get(keyOf(eventId, position));
      const assessmentId = assessmentIds.get(keyOf(eventId, place));
      return salvoId === undefined || assessmentId === undefined ? [] : [{ salvoId, figure, assessmentId }];
    }),
  );
  // The most rows by far, and Prisma takes its time over each: sent as three lists.
  await tx.$executeRaw(Prisma.sql`
    INSERT INTO salvo_figure_sources (salvo_id, figure, assessment_id)
    SELECT * FROM unnest(
      ${sources.map(({ salvoId }) => salvoId)}::int[],
      ${sources.map(({ figure }) => figure)}::text[],
      ${sources.map(({ assessmentId }) => assessmentId)}::int[])`);
}
