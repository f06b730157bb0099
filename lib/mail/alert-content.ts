import { missileClass } from '@/lib/catalogue/classes';
import type {
  AssessmentRecord,
  CitationRecord,
  EventRecord,
  SalvoRecord,
} from '@/lib/catalogue/event-record';
import { dayIn, formatDate, formatTime, formatUtc, zoneName } from '@/lib/format/dates';
import { formatCount, formatKm, formatNumber } from '@/lib/format/numbers';
import { listInWords } from '@/lib/format/words';
import { oneLine, placeholder } from './compose';

export type SalvoFigures = { name: string; figures: { label: string; value: string }[] };
export type Claim = { who: string; text: string; hedge: string | null };
export type Source = { publisher: string; title: string | null; url: string; publishedOn: string | null };

/** Everything that an alert mail says, as HTML and text alike are made from it. */
export type AlertContent = {
  appUrl: string;
  eventUrl: string;
  subject: string;
  statusSentence: string;
  /** What makes the event news; the title where nothing does. */
  headline: string;
  title: string;
  furtherSentence: string | null;
  salvos: SalvoFigures[];
  unknownSentence: string | null;
  claims: Claim[];
  sources: Source[];
  personal: { unsubscribeUrl: string; ownPageUrl: string; subscriptionName: string };
};

/** What can be said of an event beyond itself, the most telling sentence first, and whether any of it is news. */
export type NoveltySentences = { sentences: string[]; isNovel: boolean };

export function alertContent(event: EventRecord, novelty: NoveltySentences, appUrl: string): AlertContent {
  const lead = novelty.isNovel ? novelty.sentences[0] : undefined;
  const further = novelty.sentences.slice(lead ? 1 : 0);
  const title = oneLine(event.title);
  return {
    appUrl,
    eventUrl: `${appUrl}/events/${event.slug}`,
    subject: `[${event.status.toUpperCase()}] ${title}`,
    statusSentence: statusSentence(event),
    headline: lead ? `${event.countryName}: ${lead}` : title,
    title,
    furtherSentence: further.length > 0 ? `${lead ? 'Also' : 'In numbers'}: ${further.join('; ')}.` : null,
    salvos: event.salvos.map((salvo, index) => salvoFigures(event, salvo, index)),
    unknownSentence: unknownSentence(event),
    claims: event.assessments.map(claim),
    sources: sourcesOf(event),
    personal: {
      unsubscribeUrl: placeholder('unsubscribeUrl'),
      ownPageUrl: placeholder('ownPageUrl'),
      subscriptionName: placeholder('subscriptionName'),
    },
  };
}

function statusSentence({ status, statusReason }: EventRecord): string {
  const sentence = {
    draft: 'Draft',
    preliminary: 'Preliminary: first reports, figures may change',
    confirmed: 'Confirmed',
    disputed: 'Disputed: the sources do not agree',
    withdrawn: 'Withdrawn',
  }[status];
  return statusReason ? `${sentence}. ${statusReason}` : sentence;
}

function salvoFigures(event: EventRecord, salvo: SalvoRecord, index: number): SalvoFigures {
  const count = formatCount({ min: salvo.countMin, max: salvo.countMax, text: salvo.countText });
  const outcome = { success: 'success', failure: 'failure', unknown: 'unknown' }[salvo.outcome];
  return {
    name: event.salvos.length > 1 ? `Salvo ${index + 1} of ${event.salvos.length}` : '',
    figures: [
      { label: 'Missiles', value: salvo.countText ? `${count} (at least ${salvo.countMin})` : count },
      { label: 'Class', value: salvo.class === 'unknown' ? 'unknown' : missileClass(salvo.class).name },
      { label: 'System', value: salvo.systemName ?? 'unknown' },
      { label: 'Site', value: salvo.siteName ?? 'unknown' },
      { label: 'Date', value: `${formatDate(event.localDate)}, local date` },
      { label: 'Launched', value: launchTime(salvo.launchedAt, event) },
      { label: 'Distance', value: formatKm(salvo.distanceKm) },
      { label: 'Apogee', value: formatKm(salvo.apogeeKm) },
      ...(salvo.bearingDeg === null
        ? []
        : [{ label: 'Bearing', value: `${formatNumber(salvo.bearingDeg)}°` }]),
      ...(salvo.landingArea === null ? [] : [{ label: 'Came down', value: salvo.landingArea }]),
      { label: 'Outcome', value: outcome },
    ],
  };
}

/** `07:00 KST (13 Apr 2020, 22:00 UTC)`, with the local day where it is not the event's own. */
function launchTime(launchedAt: string | null, { localDate, timeZone }: EventRecord): string {
  if (launchedAt === null) return 'time unknown';
  const instant = new Date(launchedAt);
  const day = dayIn(timeZone, instant);
  const local = `${formatTime(instant, timeZone)} ${zoneName(timeZone)}`;
  return `${day === localDate ? '' : `${formatDate(day)}, `}${local} (${formatUtc(instant)})`;
}

/** Names what a reader would look for in vain. */
function unknownSentence({ salvos }: EventRecord): string | null {
  const kinds: [string, (salvo: SalvoRecord) => boolean][] = [
    ['the number of missiles', (salvo) => salvo.countMax !== salvo.countMin],
    ['the class', (salvo) => salvo.class === 'unknown'],
    ['the system', (salvo) => salvo.systemName === null],
    ['the site', (salvo) => salvo.siteName === null],
    ['the time of launch', (salvo) => salvo.launchedAt === null],
    ['the distance', (salvo) => salvo.distanceKm === null],
    ['the apogee', (salvo) => salvo.apogeeKm === null],
    ['the outcome', (salvo) => salvo.outcome === 'unknown'],
  ];
  const unknown = kinds
    .filter(([, isUnknown]) => salvos.some(isUnknown))
    .map(([name, isUnknown]) => (salvos.every(isUnknown) ? name : `${name} of some salvos`));
  if (unknown.length === 0) return null;
  return `Not known exactly, or not at all: ${listInWords(unknown)}.`;
}

function claim(assessment: AssessmentRecord): Claim {
  const when =
    assessment.statedOnText ?? (assessment.statedOn === null ? null : formatDate(assessment.statedOn));
  return {
    who: [assessment.assessor, when, assessment.status].filter(Boolean).join(', '),
    text: assessment.text,
    hedge: assessment.hedge,
  };
}

function sourcesOf({ assessments, citations }: EventRecord): Source[] {
  const all = [...assessments.flatMap((assessment) => assessment.citation ?? []), ...citations];
  const byUrl = new Map(all.map((citation: CitationRecord) => [citation.url, citation]));
  return [...byUrl.values()].map(({ publisher, title, url, publishedOn }) => ({
    publisher,
    title,
    url,
    publishedOn: publishedOn === null ? null : formatDate(publishedOn),
  }));
}

/** The alert as plain text, each link on a line of its own. */
export function alertText(content: AlertContent): string {
  const { personal } = content;
  return [
    content.headline,
    content.title === content.headline ? null : content.title,
    content.statusSentence,
    content.furtherSentence,
    ...content.salvos.map(({ name, figures }) =>
      [name, ...figures.map(({ label, value }) => `${`${label}:`.padEnd(12)}${value}`)]
        .filter(Boolean)
        .join('\n'),
    ),
    content.unknownSentence,
    ...content.claims.map(({ who, text, hedge }) =>
      [`${who}:`, text, hedge ? `In its own words: "${hedge}"` : null].filter(Boolean).join('\n'),
    ),
    ...content.sources.map(({ publisher, title, url, publishedOn }) =>
      [[publisher, publishedOn, title].filter(Boolean).join(', '), url].join('\n'),
    ),
    `The event:\n${content.eventUrl}`,
    `--\nYou get this mail for "${personal.subscriptionName}".`,
    `Unsubscribe:\n${personal.unsubscribeUrl}`,
    `Your alerts:\n${personal.ownPageUrl}`,
  ]
    .filter((part) => part !== null)
    .join('\n\n');
}
