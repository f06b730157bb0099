import { formatDate } from '@/lib/format/dates';
import { claimedFigures, figureLabels } from './claims';
import { missileClass } from './classes';
import type { AssessmentRecord, CitationRecord, EventRecord, SalvoRecord } from './event-record';
import { missilesWords, statusWords } from './event-sentences';
import { matchParts } from './match-parts';
import { salvoFigureWords } from './salvo-figure-words';
import { checkedWords, judgementWords, statedWords } from './source-words';
import type { FigureName } from './vocabulary';

/**
 * One difference between two states of an event, as a reader sees it. `path` names the field (`salvos.1.distanceKm`, places
 * from 0 in the later state, or in the earlier one for a part that is gone); null is unknown, or not there.
 */
export type FieldChange = { path: string; label: string; before: string | null; after: string | null };

/** What makes the later state of an event differ from the earlier one, field by field, in the order of the page. */
export function diffEvents(before: EventRecord, after: EventRecord): FieldChange[] {
  return [
    ...fields('', '', eventWords(before), eventWords(after)),
    ...parts('salvos', before.salvos, after.salvos, {
      keys: [
        salvoKey,
        (salvo) => salvo.system ?? '',
        (salvo) => salvo.site ?? salvo.siteText ?? '',
        () => '',
      ],
      name: (_, place, count) => (count === 1 ? 'Salvo' : `Salvo ${place + 1}`),
      words: (salvo, event) => salvoWords(salvo, event),
      whole: (salvo) => salvoInShort(salvo),
      events: [before, after],
    }),
    ...parts('assessments', before.assessments, after.assessments, {
      keys: [
        (claim) => `${claim.assessor} ${claim.statedOn} ${claim.text}`,
        (claim) => `${claim.assessor} ${claim.statedOn}`,
        (claim) => claim.assessor,
      ],
      name: (claim) => `Claim of ${claim.assessor}`,
      words: claimWords,
      whole: (claim) => claim.text,
      events: [before, after],
    }),
    ...parts('citations', before.citations, after.citations, {
      keys: [(citation) => citation.url],
      name: (citation) => `Source ${citation.publisher}`,
      words: citationWords,
      whole: (citation) => citation.url,
      events: [before, after],
    }),
  ];
}

/** Fields by their names, each with its label and its value in words. */
type Words = Record<string, [label: string, words: string | null]>;

type PartReading<T> = {
  /** What tells one part from another, the surest first. */
  keys: ((part: T) => string)[];
  name: (part: T, place: number, count: number) => string;
  words: (part: T, event: EventRecord) => Words;
  /** The part in one sentence, where it is new or gone. */
  whole: (part: T) => string;
  events: [before: EventRecord, after: EventRecord];
};

function parts<T>(list: string, before: T[], after: T[], reading: PartReading<T>): FieldChange[] {
  const { name, words, whole, events } = reading;
  return matchParts(before, after, reading.keys).flatMap(({ from, to }): FieldChange[] => {
    const earlier = from === null ? undefined : before[from];
    const later = to === null ? undefined : after[to];
    if (later !== undefined && to !== null) {
      const label = name(later, to, after.length);
      if (earlier === undefined) return [{ path: `${list}.${to}`, label, before: null, after: whole(later) }];
      return fields(`${list}.${to}.`, `${label}: `, words(earlier, events[0]), words(later, events[1]));
    }
    if (earlier === undefined || from === null) return [];
    return [
      {
        path: `${list}.${from}`,
        label: name(earlier, from, before.length),
        before: whole(earlier),
        after: null,
      },
    ];
  });
}

function fields(path: string, label: string, before: Words, after: Words): FieldChange[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((field) => {
    const [earlier, later] = [before[field]?.[1] ?? null, after[field]?.[1] ?? null];
    const [own] = after[field] ?? before[field] ?? [field];
    if (earlier === later) return [];
    return [
      { path: path + field, label: label ? label + own.toLowerCase() : own, before: earlier, after: later },
    ];
  });
}

function eventWords(event: EventRecord): Words {
  return {
    status: ['Status', statusWords[event.status].word],
    statusReason: ['Reason of the status', event.statusReason],
    country: ['Country', event.countryName],
    localDate: ['Date', formatDate(event.localDate)],
    notes: ['Notes', event.notes],
  };
}

const salvoKey = (salvo: SalvoRecord) =>
  [salvo.system, salvo.class, salvo.site ?? salvo.siteText, salvo.launchedAt].join(' ');

/** The figures of record, and for each the assessor whose figure it is. */
function salvoWords(salvo: SalvoRecord, event: EventRecord): Words {
  const figures = salvoFigureWords(salvo, event.timeZone);
  return Object.fromEntries(
    (Object.keys(figureLabels) as FigureName[]).flatMap((figure) => {
      const source = salvo.sources[figure];
      const assessor = source === undefined ? null : (event.assessments[source]?.assessor ?? null);
      return [
        [figure, [figureLabels[figure], figures[figure]]],
        [`sources.${figure}`, [`${figureLabels[figure]} according to`, assessor]],
      ];
    }),
  );
}

function salvoInShort(salvo: SalvoRecord): string {
  const count = missilesWords({ min: salvo.countMin, max: salvo.countMax, text: salvo.countText });
  return [count, salvo.systemName ?? missileClass(salvo.class).name, salvo.siteName]
    .filter(Boolean)
    .join(', ');
}

function claimWords(claim: AssessmentRecord, event: EventRecord): Words {
  const figures = claimedFigures(claim, event.timeZone).map(
    ({ name, label, words }): [string, [string, string]] => [`figures.${name}`, [label, words]],
  );
  return {
    assessor: ['Assessor', claim.assessor],
    statedOn: ['Stated', statedWords(claim)],
    text: ['Words', claim.text],
    hedge: ['Hedge', claim.hedge],
    status: ['State', claim.status],
    judgement: ['Judgement', judgementWords(claim).join('; ') || null],
    ...Object.fromEntries(figures),
    citation: ['Source', claim.citation?.url ?? null],
  };
}

function citationWords(citation: CitationRecord): Words {
  return {
    publisher: ['Publisher', citation.publisher],
    title: ['Title', citation.title],
    publishedOn: ['Published', citation.publishedOn && formatDate(citation.publishedOn)],
    archivedUrl: ['Archived copy', citation.archivedUrl],
    checked: ['Checked', checkedWords[citation.checked]],
  };
}
