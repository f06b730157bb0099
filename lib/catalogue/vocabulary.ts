/**
 * The closed lists of the field. Every enumeration of the database, the forms, the filter and the API is one of these.
 *
 * Glossary
 * - event: one round of tests by one country on one local day.
 * - salvo: missiles of one system from one site with the same figures and outcome within an event.
 * - assessment: what one assessor said, on one date, about an event.
 * - figures of record: the values that the analyst adopted for a salvo, each pointing to its assessment.
 */
export const classIds = ['SRBM', 'MRBM', 'IRBM', 'ICBM', 'SLBM', 'SLV', 'CM', 'HGV', 'unknown'] as const;
export type ClassId = (typeof classIds)[number];

export const families = ['ballistic', 'cruise', 'space_launch', 'unknown'] as const;
export type Family = (typeof families)[number];

export const outcomes = ['success', 'failure', 'unknown'] as const;
export type Outcome = (typeof outcomes)[number];

/** Statuses in the order in which an event usually passes through them. */
export const statuses = ['draft', 'preliminary', 'confirmed', 'disputed', 'withdrawn'] as const;
export type Status = (typeof statuses)[number];

/** What an analyst publishes as. */
export const publishedStatuses = ['preliminary', 'confirmed', 'disputed'] as const;
export type PublishedStatus = (typeof publishedStatuses)[number];

export const datePrecisions = ['day', 'month', 'year'] as const;
export type DatePrecision = (typeof datePrecisions)[number];

export const assessmentStatuses = ['preliminary', 'final'] as const;
export const checkedStates = ['yes', 'partly', 'no'] as const;

/** ICD 203, Analytic Standards (2015), section D.6.e(2)(a): terms of likelihood, from least to most. */
export const likelihoods = [
  'almost no chance',
  'very unlikely',
  'unlikely',
  'roughly even chance',
  'likely',
  'very likely',
  'almost certain',
] as const;

/** ICD 203: confidence in the basis of a judgement. */
export const confidences = ['low', 'moderate', 'high'] as const;

/** Admiralty code (NATO AJP-2.1): reliability of the source, A (completely reliable) to F (cannot be judged). */
export const sourceReliabilities = ['A', 'B', 'C', 'D', 'E', 'F'] as const;

/** The figures of a salvo that are adopted from an assessment. */
export const figureNames = [
  'system',
  'class',
  'site',
  'launchedAt',
  'count',
  'distanceKm',
  'apogeeKm',
  'bearingDeg',
  'landingArea',
  'outcome',
] as const;
export type FigureName = (typeof figureNames)[number];

/** Where a missile came down. Areas outside this list are kept as they were reported. */
export const landingAreas = ['sea-of-japan', 'yellow-sea', 'pacific-ocean', 'north-korea'] as const;

export const contextKinds = [
  'statement',
  'summit',
  'military-exercise',
  'unsc-resolution',
  'unsc-veto',
  'sanctions',
  'election',
  'anniversary',
  'nuclear-test',
  'moratorium-declared',
  'moratorium-ended',
  'other',
] as const;
export type ContextKind = (typeof contextKinds)[number];

/** The lists of the catalogue that have editors of their own. */
export const entryKinds = ['system', 'site', 'assessor', 'context'] as const;
export type EntryKind = (typeof entryKinds)[number];

export const positionPrecisions = ['exact', 'town', 'region'] as const;

export const roles = ['viewer', 'analyst', 'editor', 'admin'] as const;
export type Role = (typeof roles)[number];
