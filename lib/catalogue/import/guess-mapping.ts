import { type ClaimField, claimFields, type Mapping, plainHeader } from './mapping';

const likely: Record<ClaimField, RegExp> = {
  country: /^country/,
  date: /^(launch |test |local )?(date|day)$/,
  time: /^(launch )?time/,
  system: /^(missile|system|missile name|name|weapon)$/,
  class: /(type|class)$/,
  site: /^(site|facility|launch site|location|facility name|place)$/,
  latitude: /^(lat|.*latitude)$/,
  longitude: /^(lon|long|lng|.*longitude)$/,
  count: /^(count|number|missiles|quantity|no\.?)/,
  distanceKm: /^(distance|range)/,
  apogeeKm: /^(apogee|altitude|height)/,
  bearingDeg: /^(bearing|azimuth)/,
  landingArea: /^(landing|impact|splash)/,
  outcome: /(outcome|result|success)$/,
  confirmation: /confirm/,
  words: /^(notes?|remarks?|comments?|description|additional information|summary|text)$/,
  sources: /^(sources?|source\(s\)|url|links?|reference)/,
  statedOn: /(entered|updated)/,
};

/**
 * What the fields of the mapping form say at first: what was chosen for this header before, or what its names make likely.
 * @returns by the names of the form's fields; `column.3` is what the fourth column is
 */
export function firstChoices(columns: string[], kept: Mapping | null): Record<string, string> {
  if (kept) {
    const { rowIs, clock, country, assessor } = kept;
    const chosen = Object.entries(kept.columns).map(([field, place]) => [`column.${place}`, field]);
    return { rowIs, clock, country, assessor, ...Object.fromEntries(chosen) };
  }
  const taken = new Set<ClaimField>();
  const headers = columns.map(plainHeader);
  const choices = headers.flatMap((header, place): [string, string][] => {
    const field = claimFields.find((name) => !taken.has(name) && likely[name].test(header));
    if (!field) return [];
    taken.add(field);
    return [[`column.${place}`, field]];
  });
  const isUtc = headers.some((header) => /utc|gmt/.test(header));
  return {
    clock: isUtc ? 'utc' : 'local',
    rowIs: taken.has('count') ? 'salvo' : 'missile',
    ...Object.fromEntries(choices),
  };
}
