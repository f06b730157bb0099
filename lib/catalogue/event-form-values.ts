import { formatTime } from '@/lib/format/dates';
import {
  type AssessmentValues,
  assessmentFields,
  blankAssessment,
  blankSalvo,
  type CitationValues,
  type EventFormValues,
  type SalvoValues,
} from './event-form';
import { isFieldOfClaim, isSameMinute, launchInstant } from './event-form-input';
import type { AssessmentRecord, CitationRecord, EventRecord, SalvoRecord } from './event-record';
import { figureNames } from './vocabulary';

/** An event as it stands in the form, for editing it. */
export function toEventForm(event: EventRecord): EventFormValues {
  const ofAssessments = new Set(event.assessments.flatMap((assessment) => assessment.citation?.url ?? []));
  return {
    country: event.country,
    localDate: event.localDate,
    status: event.status,
    statusReason: event.statusReason ?? '',
    notes: event.notes ?? '',
    reason: '',
    salvos: numbered(event.salvos.map((salvo) => salvoValues(salvo, event))),
    assessments: numbered(event.assessments.map((assessment) => assessmentValues(assessment, event))),
    citations: numbered(
      event.citations
        .filter((citation) => !ofAssessments.has(citation.url))
        .map((citation) => ({ ...citationValues(citation), part: '' })),
    ),
  };
}

const numbered = <Part extends { part: string }>(parts: Part[]): Part[] =>
  parts.map((part, place) => ({ ...part, part: String(place) }));

const text = (value: string | number | boolean | null | undefined) =>
  value === null || value === undefined ? '' : String(value);

function salvoValues(salvo: SalvoRecord, event: EventRecord): SalvoValues {
  // In one order, wherever they were read from: two forms are compared by what stands in them.
  const sources = figureNames.flatMap((figure) => {
    const place = salvo.sources[figure];
    return place === undefined ? [] : [`${figure}=${place}`];
  });
  return {
    ...blankSalvo(),
    system: text(salvo.systemName),
    systemId: text(salvo.system),
    class: salvo.class,
    site: text(salvo.siteName),
    siteId: text(salvo.site),
    siteText: text(salvo.siteText),
    launchTime: timeOn(salvo.launchedAt, event),
    launchedAt: text(salvo.launchedAt),
    countMin: text(salvo.countMin),
    countMax: salvo.countMax === salvo.countMin ? '' : text(salvo.countMax),
    orMore: salvo.countMax === null ? 'on' : '',
    countText: text(salvo.countText),
    distanceKm: text(salvo.distanceKm),
    apogeeKm: text(salvo.apogeeKm),
    bearingDeg: text(salvo.bearingDeg),
    landingArea: text(salvo.landingArea),
    outcome: salvo.outcome,
    figuresFrom: sources.length > 0 ? 'kept' : '',
    sources: sources.join(' '),
  };
}

/** The wall-clock time in the reporting zone; the instant itself where that would name another one. */
function timeOn(
  launchedAt: string | number | boolean | null | undefined,
  { localDate, timeZone }: EventRecord,
): string {
  if (typeof launchedAt !== 'string') return '';
  const instant = new Date(launchedAt);
  const time = formatTime(instant, timeZone);
  const named = launchInstant(time, false, localDate, timeZone);
  return named && isSameMinute(named, instant) ? time : instant.toISOString();
}

function assessmentValues(assessment: AssessmentRecord, event: EventRecord): AssessmentValues {
  const { citation, figures, ...own } = assessment;
  const other = Object.entries(figures).filter(([name]) => !isFieldOfClaim(name));
  const flat: Record<string, string> = {
    ...Object.fromEntries(Object.entries(own).map(([name, value]) => [name, text(value)])),
    ...prefixed('citation.', citation ? citationValues(citation) : {}),
    ...prefixed('figures.', { ...figures, launchTime: timeOn(figures.launchedAt, event) }),
    otherFigures: other.length > 0 ? JSON.stringify(Object.fromEntries(other)) : '',
  };
  const blank = blankAssessment();
  for (const field of assessmentFields) blank[field] = flat[field] ?? blank[field];
  return blank;
}

function prefixed(prefix: string, values: Record<string, string | number | boolean>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [prefix + name, text(value)]));
}

function citationValues(citation: CitationRecord): Omit<CitationValues, 'part'> {
  return {
    publisher: citation.publisher,
    title: text(citation.title),
    url: citation.url,
    publishedOn: text(citation.publishedOn),
    archivedUrl: text(citation.archivedUrl),
    checked: citation.checked,
  };
}
