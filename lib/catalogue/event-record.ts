import type { Prisma } from '@/lib/db/client';
import { formatDate, type LocalDate, toLocalDate } from '@/lib/format/dates';
import type { Count } from '@/lib/format/numbers';
import { listInWords } from '@/lib/format/words';
import { missileClass } from './classes';
import type { ClassId, DatePrecision, FigureName, Outcome, Status } from './vocabulary';

/** Everything that makes up an event, as Prisma reads it. */
export const eventInclude = {
  country: true,
  salvos: {
    orderBy: { position: 'asc' },
    include: { system: true, site: true, figureSources: { include: { assessment: true } } },
  },
  assessments: { orderBy: { position: 'asc' }, include: { assessor: true, citation: true } },
  citations: { orderBy: { position: 'asc' } },
} satisfies Prisma.EventInclude;

export type EventRow = Prisma.EventGetPayload<{ include: typeof eventInclude }>;

export type CitationRecord = {
  publisher: string;
  title: string | null;
  url: string;
  publishedOn: string | null;
  archivedUrl: string | null;
  checked: 'yes' | 'partly' | 'no';
};

export type AssessmentRecord = {
  assessor: string;
  statedOn: string | null;
  statedOnText: string | null;
  text: string;
  hedge: string | null;
  status: 'preliminary' | 'final';
  likelihood: string | null;
  confidence: string | null;
  sourceReliability: string | null;
  infoCredibility: number | null;
  figures: Record<string, string | number | boolean>;
  citation: CitationRecord | null;
};

export type SalvoRecord = {
  system: string | null;
  systemName: string | null;
  class: ClassId;
  site: string | null;
  /** The site's name, or the place as it was reported. */
  siteName: string | null;
  siteText: string | null;
  launchedAt: string | null;
  countMin: number;
  countMax: number | null;
  countText: string | null;
  distanceKm: number | null;
  apogeeKm: number | null;
  bearingDeg: number | null;
  landingArea: string | null;
  outcome: Outcome;
  /** For each figure of record, the place of its assessment in the event's list, from 0. */
  sources: Partial<Record<FigureName, number>>;
};

/**
 * An event as it leaves Apogee: the body of the API, the snapshot of a revision, and what pages and mails are made from.
 * Null is unknown. Units stand in the names; `localDate` is as long as it is precise.
 */
export type EventRecord = {
  slug: string;
  country: string;
  countryName: string;
  timeZone: string;
  localDate: LocalDate;
  datePrecision: DatePrecision;
  status: Status;
  statusReason: string | null;
  title: string;
  notes: string | null;
  missiles: Count;
  classes: ClassId[];
  salvos: SalvoRecord[];
  assessments: AssessmentRecord[];
  citations: CitationRecord[];
  revision: number;
  publishedAt: string | null;
  updatedAt: string;
};

export function toEventRecord(row: EventRow): EventRecord {
  const salvos = row.salvos.map(toSalvo);
  const localDate = toLocalDate(row.localDate, row.datePrecision);
  return {
    slug: row.slug,
    country: row.countryId,
    countryName: row.country.name,
    timeZone: row.country.timeZone,
    localDate,
    datePrecision: row.datePrecision,
    status: row.status,
    statusReason: row.statusReason,
    ...summaryOf(row.country.name, localDate, salvos),
    notes: row.notes,
    salvos,
    assessments: row.assessments.map(toAssessment),
    citations: row.citations.map(toCitation),
    revision: row.revision,
    publishedAt: row.publishedAt?.toISOString() ?? null,
    updatedAt: row.updatedAt.toISOString(),
  };
}

/**
 * An event out of a revision.
 * @param isRecut its salvos are no longer those that its title and its sums were made from
 */
export function fromSnapshot(snapshot: unknown, isRecut = false): EventRecord {
  const event = snapshot as EventRecord;
  return isRecut ? { ...event, ...summaryOf(event.countryName, event.localDate, event.salvos) } : event;
}

function summaryOf(countryName: string, localDate: LocalDate, salvos: SalvoRecord[]) {
  return {
    title: eventTitle(countryName, localDate, salvos),
    missiles: sumCounts(salvos),
    classes: [...new Set(salvos.map((salvo) => salvo.class))],
  };
}

/** The missiles of an event: without an upper limit as soon as one salvo is; the reported word only where it speaks for all. */
export function sumCounts(salvos: Pick<SalvoRecord, 'countMin' | 'countMax' | 'countText'>[]): Count {
  const maxima = salvos.map((salvo) => salvo.countMax);
  return {
    min: salvos.reduce((sum, salvo) => sum + salvo.countMin, 0),
    max: maxima.some((max) => max === null) ? null : maxima.reduce<number>((sum, max) => sum + (max ?? 0), 0),
    text: salvos.length === 1 ? (salvos[0]?.countText ?? null) : null,
  };
}

/** `North Korea: cruise missiles, 14 Apr 2020, Munchon`. */
export function eventTitle(
  countryName: string,
  localDate: LocalDate,
  salvos: Pick<SalvoRecord, 'class' | 'siteName' | 'countMin' | 'countMax'>[],
): string {
  const classes = [...new Set(salvos.map((salvo) => salvo.class))];
  const many = salvos.length > 1 || salvos.some((salvo) => salvo.countMax !== 1);
  const kinds = classes
    .map((id) => (id === 'unknown' ? 'missile' : missileClass(id).name))
    .map((name) => (many ? `${name}s` : name));
  const places = [...new Set(salvos.map((salvo) => salvo.siteName).filter((name) => name !== null))];
  const where = places.length > 2 ? `${places.length} sites` : places.join(' and ');
  return [`${countryName}: ${listInWords(kinds)}`, formatDate(localDate), where].filter(Boolean).join(', ');
}

function toSalvo(row: EventRow['salvos'][number]): SalvoRecord {
  return {
    system: row.systemId,
    systemName: row.system?.name ?? null,
    class: row.classId as ClassId,
    site: row.siteId,
    siteName: row.site?.name ?? row.siteText,
    siteText: row.siteText,
    launchedAt: row.launchedAt?.toISOString() ?? null,
    countMin: row.countMin,
    countMax: row.countMax,
    countText: row.countText,
    distanceKm: row.distanceKm,
    apogeeKm: row.apogeeKm,
    bearingDeg: row.bearingDeg,
    landingArea: row.landingArea,
    outcome: row.outcome,
    sources: Object.fromEntries(
      row.figureSources.map((source) => [source.figure, source.assessment.position - 1]),
    ),
  };
}

function toAssessment(row: EventRow['assessments'][number]): AssessmentRecord {
  return {
    assessor: row.assessor.name,
    statedOn: row.statedOn?.toISOString().slice(0, 10) ?? null,
    statedOnText: row.statedOnText,
    text: row.text,
    hedge: row.hedge,
    status: row.status,
    likelihood: row.likelihood,
    confidence: row.confidence,
    sourceReliability: row.sourceReliability,
    infoCredibility: row.infoCredibility,
    figures: row.figures as AssessmentRecord['figures'],
    citation: row.citation ? toCitation(row.citation) : null,
  };
}

function toCitation(row: EventRow['citations'][number]): CitationRecord {
  return {
    publisher: row.publisher,
    title: row.title,
    url: row.url,
    publishedOn: row.publishedOn?.toISOString().slice(0, 10) ?? null,
    archivedUrl: row.archivedUrl,
    checked: row.checked,
  };
}
