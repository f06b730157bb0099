import type { ContextItem } from './context-schema';
import type { Entry, NamedKind } from './entry-schema';
import { sourceFields } from './event-form';
import type { EntryKind } from './vocabulary';

/**
 * What stands in the fields of an entry's form, as text, exactly as it was typed: aliases are one a line, citations
 * `citations.0.url`, a box is `on` or empty. Pure, for browser and server alike.
 */
export type EntryFormValues = Record<string, string>;

const ownFields: Record<EntryKind, readonly string[]> = {
  system: ['name', 'country', 'class', 'aliases', 'notes', 'keepOldName', 'classToSalvos'],
  site: ['name', 'country', 'latitude', 'longitude', 'positionPrecision', 'aliases', 'keepOldName'],
  assessor: ['name', 'country', 'aliases', 'keepOldName'],
  context: ['date', 'endDate', 'kind', 'title', 'summary', 'country', 'place', 'latitude', 'longitude'],
};

/** So many citations a form of a context item holds at most: one more than may be saved. */
const mostCitations = 21;

/** The places of the citations that a form shows: those that are there, and an empty one. */
export function citationPlaces(values: EntryFormValues): number[] {
  const filled = Array.from({ length: mostCitations }, (_, place) => place).filter((place) =>
    sourceFields.some((field) => `citations.${place}.${field}` in values),
  );
  return filled.length === 0 ? [0] : filled;
}

/** An empty form. `country` is preset where there is only one. */
export function blankEntry(kind: EntryKind, country = ''): EntryFormValues {
  const values = Object.fromEntries([...ownFields[kind], 'reason'].map((field) => [field, '']));
  return {
    ...values,
    country: kind === 'assessor' ? '' : country,
    ...(kind === 'context' ? blankCitation(0) : {}),
  };
}

export function blankCitation(place: number): EntryFormValues {
  return Object.fromEntries(
    sourceFields.map((field) => [`citations.${place}.${field}`, field === 'checked' ? 'no' : '']),
  );
}

/** What a form sent. Fields that are none of the form's are left aside. */
export function entryFromFormData(kind: EntryKind, data: FormData): EntryFormValues {
  const places = kind === 'context' ? Array.from({ length: mostCitations }, (_, place) => place) : [];
  const ofCitations = places
    .filter((place) => data.has(`citations.${place}.url`))
    .flatMap((place) => sourceFields.map((field) => `citations.${place}.${field}`));
  return Object.fromEntries(
    [...ownFields[kind], 'reason', ...ofCitations].map((name) => {
      const value = data.get(name);
      // A browser sends the line breaks of a text as CR LF.
      return [name, typeof value === 'string' ? value.replaceAll('\r\n', '\n') : ''];
    }),
  );
}

/** An entry as it stands in the form, for editing it. */
export function entryToForm(kind: NamedKind, entry: Entry): EntryFormValues {
  const values = Object.entries(entry).filter(([field]) => ownFields[kind].includes(field));
  return {
    ...blankEntry(kind),
    ...Object.fromEntries(values.map(([field, value]) => [field, textOf(value)])),
    keepOldName: 'on',
  };
}

export function contextToForm({ citations, ...item }: ContextItem): EntryFormValues {
  const values = Object.entries(item).filter(([field]) => ownFields.context.includes(field));
  const ofCitations = citations.flatMap((citation, place) =>
    sourceFields.map((field) => [`citations.${place}.${field}`, textOf(citation[field])]),
  );
  return {
    ...blankEntry('context'),
    ...Object.fromEntries(values.map(([field, value]) => [field, textOf(value)])),
    ...Object.fromEntries(ofCitations),
  };
}

/** What the schemas parse, made of a form. A citation that nothing was typed into is none. */
export function entryInputOf(kind: EntryKind, values: EntryFormValues): Record<string, unknown> {
  const { aliases = '', latitude = '', longitude = '' } = values;
  const own = Object.fromEntries(ownFields[kind].map((field) => [field, values[field] ?? '']));
  return {
    ...own,
    ...('aliases' in own ? { aliases: aliases.split('\n').filter((alias) => alias.trim() !== '') } : {}),
    ...('latitude' in own ? { latitude: degreesOf(latitude), longitude: degreesOf(longitude) } : {}),
    ...(kind === 'context' ? { citations: filledCitations(values).map(({ citation }) => citation) } : {}),
  };
}

/** The field at which a message of the schema is shown: `aliases.2` is the one field of aliases. */
export function entryFieldOf(path: string, values: EntryFormValues): string {
  const [list, index, ...rest] = path.split('.');
  if (list === 'aliases') return 'aliases';
  if (list !== 'citations') return path;
  const place = index === undefined ? 0 : (filledCitations(values)[Number(index)]?.place ?? 0);
  return ['citations', place, rest.length > 0 ? rest.join('.') : 'url'].join('.');
}

function filledCitations(values: EntryFormValues): { place: number; citation: Record<string, string> }[] {
  return citationPlaces(values).flatMap((place) => {
    const citation = Object.fromEntries(
      sourceFields.map((field) => [field, values[`citations.${place}.${field}`] ?? '']),
    );
    const { checked, ...rest } = citation;
    const isBlank = Object.values(rest).every((value) => value.trim() === '');
    return isBlank ? [] : [{ place, citation: { ...citation, checked: checked || 'no' } }];
  });
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.join('\n');
  return value === null || value === undefined ? '' : String(value);
}

/** Nothing is null; what is no number is NaN, which the schema refuses at its field. */
function degreesOf(text: string): number | null {
  const bare = text.trim().replace('\u2212', '-');
  if (bare === '') return null;
  return /^[-+]?\d+(\.\d+)?$/.test(bare) ? Number(bare) : Number.NaN;
}
