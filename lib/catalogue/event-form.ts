/**
 * What stands in the fields of an event's form, as text, exactly as it was typed. A field's name is its path:
 * `salvos.0.countMin`. Some are not shown, and carry what the event came with: `systemId`, `siteId`, `siteText`,
 * `launchedAt`, `sources` and `otherFigures`, the claimed figures of names that the form has no field for, as JSON; `part` is the
 * place that a part had in the event when it was opened, empty for a new one. Pure, for browser and server alike;
 * event-form-input.ts turns it into an `eventInput`.
 */
export const salvoFields = [
  'system',
  'systemId',
  'class',
  'site',
  'siteId',
  'siteText',
  'launchTime',
  'zone',
  'launchedAt',
  'countMin',
  'countMax',
  'orMore',
  'countText',
  'distanceKm',
  'apogeeKm',
  'bearingDeg',
  'landingArea',
  'outcome',
  'figuresFrom',
  'sources',
  'part',
] as const;

/** What a citation says, wherever it stands. */
export const sourceFields = ['publisher', 'title', 'url', 'publishedOn', 'archivedUrl', 'checked'] as const;

export const citationFields = ['part', ...sourceFields] as const;

export const claimFields = [
  'figures.system',
  'figures.class',
  'figures.site',
  'figures.launchTime',
  'figures.launchedAt',
  'figures.countMin',
  'figures.countMax',
  'figures.countText',
  'figures.distanceKm',
  'figures.apogeeKm',
  'figures.bearingDeg',
  'figures.landingArea',
  'figures.outcome',
] as const;

export const assessmentFields = [
  'assessor',
  'statedOn',
  'statedOnText',
  'text',
  'hedge',
  'status',
  'likelihood',
  'confidence',
  'sourceReliability',
  'infoCredibility',
  'citation.publisher',
  'citation.title',
  'citation.url',
  'citation.publishedOn',
  'citation.archivedUrl',
  'citation.checked',
  ...claimFields,
  'otherFigures',
  'part',
] as const;

const lists = { salvos: salvoFields, assessments: assessmentFields, citations: citationFields } as const;
export type ListName = keyof typeof lists;

export type SalvoValues = Record<(typeof salvoFields)[number], string>;
export type AssessmentValues = Record<(typeof assessmentFields)[number], string>;
export type CitationValues = Record<(typeof citationFields)[number], string>;

export type EventFormValues = {
  country: string;
  localDate: string;
  /** Empty for a new event: it is recorded as a draft. */
  status: string;
  statusReason: string;
  notes: string;
  reason: string;
  salvos: SalvoValues[];
  assessments: AssessmentValues[];
  citations: CitationValues[];
};

// What a select shows before it is touched; a part with nothing beyond these counts as not filled in.
const preset: Record<string, string> = {
  zone: 'local',
  outcome: 'unknown',
  status: 'preliminary',
  checked: 'no',
  'citation.checked': 'no',
};

const blank = <Name extends string>(fields: readonly Name[]) =>
  Object.fromEntries(fields.map((field) => [field, preset[field] ?? ''])) as Record<Name, string>;

export const blankSalvo = (): SalvoValues => blank(salvoFields);
export const blankAssessment = (): AssessmentValues => blank(assessmentFields);
export const blankCitation = (): CitationValues => blank(citationFields);

/** An empty form: one salvo, one assessment. */
export function blankEvent(country = ''): EventFormValues {
  return {
    country,
    localDate: '',
    status: '',
    statusReason: '',
    notes: '',
    reason: '',
    salvos: [blankSalvo()],
    assessments: [blankAssessment()],
    citations: [],
  };
}

export function isBlank(part: Record<string, string>): boolean {
  return Object.entries(part).every(
    ([field, value]) => field === 'part' || value.trim() === '' || value === preset[field],
  );
}

/** Whether the form is of an event that nobody outside the desk sees yet. */
export function isDraftForm({ status }: Pick<EventFormValues, 'status'>): boolean {
  return status === '' || status === 'draft';
}

/** What a form sent. Fields that are not of the form are left aside; at most 60 parts a list. */
export function fromFormData(data: FormData): EventFormValues {
  const one = (name: string) => {
    const value = data.get(name);
    // A browser sends the line breaks of a text as CR LF.
    return typeof value === 'string' ? value.replaceAll('\r\n', '\n') : '';
  };
  const many = <Name extends string>(list: ListName, fields: readonly Name[]) => {
    const places = [...data.keys()].flatMap((name) => {
      const place = new RegExp(`^${list}\\.(\\d{1,3})\\.`).exec(name)?.[1];
      return place === undefined ? [] : [Number(place)];
    });
    return [...new Set(places)]
      .sort((a, b) => a - b)
      .slice(0, 61)
      .map(
        (place) =>
          Object.fromEntries(fields.map((field) => [field, one(`${list}.${place}.${field}`)])) as Record<
            Name,
            string
          >,
      );
  };
  return {
    country: one('country'),
    localDate: one('localDate'),
    status: one('status'),
    statusReason: one('statusReason'),
    notes: one('notes'),
    reason: one('reason'),
    salvos: many('salvos', salvoFields),
    assessments: many('assessments', assessmentFields),
    citations: many('citations', citationFields),
  };
}

/** A form that was kept elsewhere, such as in the browser's storage. @returns null where it is none */
export function asEventForm(kept: unknown): EventFormValues | null {
  if (typeof kept !== 'object' || kept === null) return null;
  const data = new FormData();
  const put = (prefix: string, part: object) => {
    for (const [field, value] of Object.entries(part)) {
      if (typeof value === 'string') data.set(prefix + field, value);
      else if (Array.isArray(value) && prefix === '')
        for (const [place, item] of value.entries())
          if (typeof item === 'object' && item !== null) put(`${field}.${place}.`, item);
    }
  };
  put('', kept);
  const values = fromFormData(data);
  return values.salvos.length > 0 ? values : null;
}

/**
 * One more part, or one fewer: `add salvos`, `duplicate salvos 0`, `remove assessments 1`. What the buttons do, in the
 * browser and, without scripts, on the server.
 * @returns null where it is no such step
 */
export function changeParts(values: EventFormValues, step: string): EventFormValues | null {
  const [, verb, list, place] =
    /^(add|duplicate|remove) (salvos|assessments|citations)(?: (\d+))?$/.exec(step) ?? [];
  if (list === 'salvos') return { ...values, salvos: changed(values.salvos, verb, place, blankSalvo) };
  if (list === 'assessments') {
    const assessments = changed(values.assessments, verb, place, blankAssessment);
    const index = Number(place);
    const placeAfter = (before: number) => {
      if (verb === 'duplicate') return before > index ? before + 1 : before;
      if (verb === 'remove') return before === index ? null : before - (before > index ? 1 : 0);
      return before;
    };
    return { ...values, assessments, salvos: values.salvos.map((salvo) => withSources(salvo, placeAfter)) };
  }
  if (list === 'citations')
    return { ...values, citations: changed(values.citations, verb, place, blankCitation) };
  return null;
}

function changed<Part>(parts: Part[], verb = '', place = '', make: () => Part): Part[] {
  const index = Number(place);
  const copied = parts[index];
  if (verb === 'add') return [...parts, make()];
  if (verb === 'duplicate' && copied)
    return [...parts.slice(0, index + 1), { ...copied, part: '' }, ...parts.slice(index + 1)];
  return parts.filter((_, at) => at !== index);
}

/** The salvo when assessments have moved: its figures keep their sources; those whose source is gone (null) have none. */
function withSources(salvo: SalvoValues, placeAfter: (place: number) => number | null): SalvoValues {
  const moved = (place: string) => {
    if (!/^\d+$/.test(place)) return place;
    return String(placeAfter(Number(place)) ?? '');
  };
  const sources = salvo.sources
    .split(' ')
    .map((pair) => pair.split('='))
    .flatMap(([figure = '', place = '']) => (moved(place) ? [`${figure}=${moved(place)}`] : []));
  return { ...salvo, figuresFrom: moved(salvo.figuresFrom), sources: sources.join(' ') };
}
