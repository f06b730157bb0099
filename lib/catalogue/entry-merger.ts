import { ownAliases } from './entry-names';
import type { Entry } from './entry-schema';

/** Why two entries cannot be made one, in a sentence; null where they can. */
export function refuseMerger(from: Entry, into: Entry): string | null {
  if (from.id === into.id) return 'This is one entry: choose another to merge it with.';
  if (from.country !== null && into.country !== null && from.country !== into.country)
    return `${from.name} is of ${from.country} and ${into.name} of ${into.country}: only entries of one country can be merged.`;
  return null;
}

/** What the entry that stays says after a merger: its own words first, and all that only the other one said. */
export function mergedEntry<E extends Entry>(from: E, into: E): E {
  const aliases = ownAliases(into.name, [...into.aliases, from.name, ...from.aliases]);
  const country = into.country ?? from.country;
  return { ...into, ...positionOf(from, into), ...notesOf(from, into), country, aliases };
}

function positionOf(from: Entry, into: Entry): object {
  if (!('latitude' in from && 'latitude' in into) || into.latitude !== null) return {};
  const { latitude, longitude, positionPrecision } = from;
  return { latitude, longitude, positionPrecision };
}

function notesOf(from: Entry, into: Entry): object {
  if (!('notes' in from && 'notes' in into) || from.notes === null) return {};
  return { notes: into.notes === null ? from.notes : `${into.notes}\n\n${from.name}: ${from.notes}` };
}
