import type { EventChoices } from '@/lib/catalogue/event-form-input';
import type { ClassId, Status } from '@/lib/catalogue/vocabulary';
import type { LocalDate } from '@/lib/format/dates';
import type { Count } from '@/lib/format/numbers';

/** What may be wrong with an entry. Each kind has a file of its own, which says when it is raised. */
export const doubtKinds = [
  'near-event',
  'cited-elsewhere',
  'citation-date',
  'clock-slip',
  'figure-off-record',
  'class-of-system',
] as const;
export type DoubtKind = (typeof doubtKinds)[number];

/** Each kind in a few words, for lists. */
export const doubtWords: Record<DoubtKind, string> = {
  'near-event': 'Another event close by',
  'cited-elsewhere': 'Cited elsewhere too',
  'citation-date': 'Date of a source',
  'clock-slip': 'UTC or local time',
  'figure-off-record': 'Beyond what is on record',
  'class-of-system': 'Class and system',
};

/** What a doubt speaks of, to be looked at beside the form. */
export type DoubtLink = { title: string; href: string; words: string };

/**
 * A warning about an entry: the analyst decides, and nothing is ever stopped by it. `key` is the same as long as the values
 * in doubt are, wherever they stand in the form, so that a decision holds until they change. `path` names the field.
 */
export type Doubt = { kind: DoubtKind; key: string; path: string; message: string; about?: DoubtLink[] };

/** Where a salvo was launched: a site, a place in words, or neither. */
export type Place = { site: string | null; text: string | null };

/** A salvo as far as it is entered. `path` is `salvos.0.`, and `inUtc` whether its time was given in UTC. */
export type EnteredSalvo = Place & {
  path: string;
  system: string | null;
  class: ClassId | null;
  launchedAt: Date | null;
  inUtc: boolean;
  distanceKm: number | null;
  apogeeKm: number | null;
};

/** A citation as far as it is entered. `path` is `citations.0.` or `assessments.0.citation.`; `publishedOn` is a day. */
export type EnteredSource = {
  path: string;
  url: string;
  archivedUrl: string;
  publishedOn: string | null;
};

/** What of an assessment bears on dates and times. */
export type EnteredClaim = { assessor: string; statedOn: string | null; launchedAt: Date | null };

/** An event as far as it is entered: what is left open, or makes no sense yet, is null. `slug` is null for a new one. */
export type EnteredEvent = {
  slug: string | null;
  country: string;
  localDate: LocalDate | null;
  salvos: EnteredSalvo[];
  claims: EnteredClaim[];
  sources: EnteredSource[];
};

/** An event of the catalogue, drafts among them, as far as doubts need it. */
export type EventOnRecord = {
  slug: string;
  title: string;
  status: Status;
  country: string;
  firstDay: string;
  lastDay: string;
  missiles: Count;
  places: Place[];
  figures: { class: ClassId; distanceKm: number | null; apogeeKm: number | null }[];
  /** The pages that it cites, as `pagesOf` writes them. */
  pages: string[];
};

export type ContextOnRecord = { slug: string; title: string; date: string; pages: string[] };

/** What an entry is held against: the catalogue at one version. */
export type DoubtBasis = {
  choices: EventChoices;
  positions: Map<string, { latitude: number; longitude: number }>;
  byCountry: Map<string, EventOnRecord[]>;
  byPage: Map<string, (EventOnRecord | ContextOnRecord)[]>;
  /** By figure and class (`distanceKm SRBM`), one span an event that is public and not withdrawn. */
  spans: Map<string, { slug: string; min: number; max: number }[]>;
};
