import { formatDate, formatLongDate } from '@/lib/format/dates';
import type { Standpoint } from './schema';

/** ` As known at the end of 25 March 2022 (UTC). With the figures of CNS alone.`; empty for the catalogue as it stands. */
export function standpointSentence({ asKnownOn, accordingTo }: Standpoint): string {
  const known = asKnownOn ? ` As known at the end of ${formatLongDate(asKnownOn)} (UTC).` : '';
  return accordingTo ? `${known} With the figures of ${accordingTo} alone.` : known;
}

/** ` as known on 25 Mar 2022 according to CNS`, behind the name of a thing; empty for the catalogue as it stands. */
export function standpointInShort({ asKnownOn, accordingTo }: Standpoint): string {
  const known = asKnownOn ? ` as known on ${formatDate(asKnownOn)}` : '';
  return accordingTo ? `${known} according to ${accordingTo}` : known;
}
