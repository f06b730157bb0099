import { formatLongDate } from '@/lib/format/dates';
import type { Standpoint } from './schema';

/** ` As known at the end of 25 March 2022 (UTC). With the figures of CNS alone.`; empty for the catalogue as it stands. */
export function standpointSentence({ asKnownOn, accordingTo }: Standpoint): string {
  const known = asKnownOn ? ` As known at the end of ${formatLongDate(asKnownOn)} (UTC).` : '';
  return accordingTo ? `${known} With the figures of ${accordingTo} alone.` : known;
}
