import { figureNames } from '@/lib/catalogue/vocabulary';

/** The sheets of the workbook. All have the column `event`, the event's slug; any other sheet is not read. */
export const sheetNames = ['Events', 'Salvos', 'Assessments', 'Citations'] as const;
export type SheetName = (typeof sheetNames)[number];

/** What an event says itself. */
export const eventColumns = ['country', 'localDate', 'status', 'statusReason', 'notes'] as const;

/** What a salvo says; `salvo` is its place in the event, from 1. */
export const salvoColumns = [
  'system',
  'class',
  'site',
  'siteText',
  'launchedAt',
  'countMin',
  'countMax',
  'countText',
  'distanceKm',
  'apogeeKm',
  'bearingDeg',
  'landingArea',
  'outcome',
] as const;

/** For each figure of a salvo the number of the assessment that it is from: `claim` on the sheet Assessments. */
export const sourceColumns = figureNames.map((figure) => `sources.${figure}`);

/** What an assessor said; `claim` is its place in the event, from 1. Other figures have columns of their own. */
export const assessmentColumns = [
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
] as const;
export const claimedColumns = [
  'system',
  'class',
  'site',
  'launchedAt',
  'countMin',
  'countMax',
  'countText',
  'distanceKm',
  'apogeeKm',
  'bearingDeg',
  'landingArea',
  'outcome',
].map((figure) => `figures.${figure}`);

export const citationColumns = [
  'publisher',
  'title',
  'url',
  'publishedOn',
  'archivedUrl',
  'checked',
] as const;

/** In a file of one row a salvo: the event's first citation, and the addresses of the others, with spaces between them. */
export const firstCitationColumns = citationColumns.map((column) => `citation.${column}`);
export const furtherUrlsColumn = 'furtherUrls';

/** Columns that are there to be read by people. What stands in them is said elsewhere, and is not taken in. */
export const informationColumns = new Set([
  'title',
  'countryName',
  'datePrecision',
  'systemName',
  'siteName',
  'latitude',
  'longitude',
  'missilesMin',
  'missilesMax',
  'missilesText',
  'revision',
  'publishedAt',
  'updatedAt',
  'fitsFilter',
  'about',
]);

/** The last part of the name of a column that holds numbers: `figures.distanceKm`, `sources.count`, `salvo`. */
const numbers = new Set([
  'salvo',
  'claim',
  'countMin',
  'countMax',
  'distanceKm',
  'apogeeKm',
  'bearingDeg',
  'infoCredibility',
  'latitude',
  'longitude',
]);
const days = new Set(['localDate', 'statedOn', 'publishedOn', 'date', 'endDate']);

export function kindOfColumn(column: string): 'number' | 'day' | 'instant' | 'text' | 'any' {
  const [group, name = group] = splitColumn(column);
  if (group === 'figures' && !claimedColumns.includes(column)) return 'any';
  if (group === 'sources' || numbers.has(name)) return 'number';
  if (days.has(name)) return 'day';
  return name === 'launchedAt' ? 'instant' : 'text';
}

/** `citation.url` → `['citation', 'url']`; a column without a dot stands alone. The name after the first dot may have more. */
export function splitColumn(column: string): [group: string, name?: string] {
  const dot = column.indexOf('.');
  return dot < 0 ? [column] : [column.slice(0, dot), column.slice(dot + 1)];
}
