import { formatDate } from '@/lib/format/dates';
import { contextKindWords } from './context-words';
import type { ContextKind } from './vocabulary';

/** One field that an edit changed, as a reader sees it; null is nothing. */
export type EditedField = { label: string; before: string | null; after: string | null };

const labels: Record<string, string> = {
  name: 'Name',
  country: 'Country',
  class: 'Class',
  latitude: 'Latitude',
  longitude: 'Longitude',
  positionPrecision: 'Position',
  aliases: 'Aliases',
  notes: 'Notes',
  date: 'Date',
  endDate: 'Last day',
  kind: 'Kind',
  title: 'Title',
  summary: 'Summary',
  place: 'Place',
  citations: 'Sources',
};

type State = Record<string, unknown> | null;

/** What makes the later state of an entry differ from the earlier one, field by field, in the order of the form. */
export function editedFields(before: State, after: State): EditedField[] {
  return Object.entries(labels).flatMap(([field, label]) => {
    const [earlier, later] = [words(field, before?.[field]), words(field, after?.[field])];
    return earlier === later ? [] : [{ label, before: earlier, after: later }];
  });
}

function words(field: string, value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (field === 'citations' && Array.isArray(value))
    return value
      .map(({ publisher, url, checked }) => `${publisher}, ${url} (checked: ${checked})`)
      .join('; ');
  if (Array.isArray(value)) return value.join(', ') || null;
  if (field === 'kind') return contextKindWords[value as ContextKind] ?? String(value);
  if (field === 'date' || field === 'endDate') return formatDate(String(value));
  return String(value);
}
