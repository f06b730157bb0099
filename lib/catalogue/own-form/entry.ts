import type { Fault, Place } from './table';

/** A row of a file about one part of an event: what it says by field, and its number among the event's parts. */
export type EntryPart = {
  number: number | null;
  fields: Record<string, unknown>;
  place: (field?: string) => Place;
};

/**
 * What a file says about one event. A part of null is not spoken of, and so is a field that is not there: importing leaves
 * them as they are. Null as a field's value is an empty cell: unknown.
 */
export type Entry = {
  slug: string;
  fields: Record<string, unknown>;
  salvos: EntryPart[] | null;
  assessments: EntryPart[] | null;
  citations: EntryPart[] | null;
  /** Sources for an event that has none yet; those of a known event stay. */
  firstCitations: EntryPart[];
  /** Whether the file gives all salvos of the event, so that one that is not in it is gone. */
  hasAllSalvos: boolean;
  place: (field?: string) => Place;
};

/** Entries, and what could not be made into one. An event with a fault is left out as a whole. */
export type ReadForm = { entries: Entry[]; faults: (Fault & { slug: string | null })[]; unread: string[] };

/** Where a field of an event stands in the file: `salvos.0.distanceKm`. As near as can be told. */
export function placeOfField(entry: Entry, path: string): Place {
  const [list = '', index, ...rest] = path.split('.');
  if (list !== 'salvos' && list !== 'assessments' && list !== 'citations') return entry.place(path);
  const part = (entry[list] ?? [])[Number(index)];
  return part ? part.place(rest.join('.')) : entry.place();
}
