/** The fields of a salvo that are counted as missing where nothing is known of them; `count` where it is not exact. */
export const qualityFields = [
  'class',
  'system',
  'site',
  'launchedAt',
  'distanceKm',
  'apogeeKm',
  'bearingDeg',
  'landingArea',
  'outcome',
  'count',
] as const;
export type QualityField = (typeof qualityFields)[number];

/** Each as it heads a column, and as it stands in a sentence. */
export const qualityWords: Record<QualityField, { heading: string; phrase: string }> = {
  class: { heading: 'Class', phrase: 'the class' },
  system: { heading: 'System', phrase: 'the system' },
  site: { heading: 'Site', phrase: 'the site' },
  launchedAt: { heading: 'Launch time', phrase: 'the time of launch' },
  distanceKm: { heading: 'Distance', phrase: 'the distance' },
  apogeeKm: { heading: 'Apogee', phrase: 'the apogee' },
  bearingDeg: { heading: 'Bearing', phrase: 'the bearing' },
  landingArea: { heading: 'Landing area', phrase: 'the landing area' },
  outcome: { heading: 'Outcome', phrase: 'the outcome' },
  count: { heading: 'Exact count', phrase: 'an exact count' },
};
