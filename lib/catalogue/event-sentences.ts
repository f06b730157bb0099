import { dayIn, formatDate, formatTime, formatUtc, zoneName } from '@/lib/format/dates';
import { type Count, formatKm, formatNumber, plural } from '@/lib/format/numbers';
import { missileClass } from './classes';
import type { EventRecord, SalvoRecord } from './event-record';
import { isOpenEnded } from './open-ended';
import type { ClassId, Outcome, Status } from './vocabulary';

/** Each status in a word, and what it means to a reader. */
export const statusWords: Record<Status, { word: string; meaning: string }> = {
  draft: { word: 'draft', meaning: 'Not published.' },
  preliminary: {
    word: 'preliminary',
    meaning: 'First reports. Figures may still change, and so may the finding that there was a test.',
  },
  confirmed: {
    word: 'confirmed',
    meaning:
      'More than a first report: the test itself is well sourced. Single figures may still be estimates.',
  },
  disputed: {
    word: 'disputed',
    meaning:
      'Assessors disagree on whether it took place, what it was or how it went. All of their claims are kept.',
  },
  withdrawn: {
    word: 'withdrawn',
    meaning: 'No longer held to have been a missile test. It stays visible, and is left out of every count.',
  },
};

export const outcomeWords: Record<Outcome, string> = {
  success: 'success',
  failure: 'failure',
  unknown: 'unknown',
};

const outcomeCounts: Record<Outcome, [one: string, many: string]> = {
  success: ['success', 'successes'],
  failure: ['failure', 'failures'],
  unknown: ['unknown', 'unknown'],
};

const landingAreaNames: Record<string, string> = {
  'sea-of-japan': 'Sea of Japan (East Sea)',
  'yellow-sea': 'Yellow Sea (West Sea)',
  'pacific-ocean': 'Pacific Ocean',
  'north-korea': 'North Korea, on land',
};

/** A landing area by its name; one outside the list as it was reported; null is unknown. */
export function landingAreaWords(area: string | null): string {
  return area === null ? 'unknown' : (landingAreaNames[area] ?? area);
}

/** Words that count: others, such as `not published`, say something about the number. */
const countingWord =
  /^(\d|several|some|few|a few|many|multiple|numerous|dozens|at least|at most|about|up to)/i;

/** `1 missile`, `2 to 4 missiles`, `several missiles (at least 3)`, `missiles (number not published)`: never more exact than reported. */
export function missilesWords({ min, max, text }: Count): string {
  if (text && !countingWord.test(text)) {
    return `missiles (number ${text}${min > 1 ? `, at least ${formatNumber(min)}` : ''})`;
  }
  if (text) return `${text} missiles${min > 1 ? ` (at least ${formatNumber(min)})` : ''}`;
  if (max === null) return `at least ${plural(min, 'missile')}`;
  return min === max ? plural(min, 'missile') : `${formatNumber(min)} to ${plural(max, 'missile')}`;
}

/** A sum over many events: `339 missiles`, `at least 341 missiles`. */
export function missileSumWords(missiles: number, openEnded: boolean): string {
  return `${openEnded ? 'at least ' : ''}${plural(missiles, 'missile')}`;
}

/** Somebody's own word, in quotation marks: `“presumed”`. */
export function quoted(words: string): string {
  return `“${words}”`;
}

/** `short-range ballistic missiles`, `missile of unknown class`: several as soon as `many`. */
export function classWords(id: ClassId, many: boolean): string {
  const { name } = missileClass(id);
  if (!many) return name;
  return id === 'unknown' ? name.replace('missile', 'missiles') : `${name}s`;
}

/** `14 Apr 2020, 07:00 KST` on the country's clock. */
export function localTimeWords(instant: string, timeZone: string): string {
  const at = new Date(instant);
  return `${formatDate(dayIn(timeZone, at))}, ${formatTime(at, timeZone)} ${zoneName(timeZone)}`;
}

/**
 * When it was: the local date, with the local time of the first known launch where that falls on the same day
 * (the date is what was announced, and is never derived from a time), and the same instant in UTC.
 */
export function dateline(event: Pick<EventRecord, 'localDate' | 'timeZone' | 'salvos'>): {
  local: string;
  utc: string | null;
} {
  const first = firstLaunch(event.salvos);
  const local = formatDate(event.localDate);
  if (!first) return { local, utc: null };
  const utc = formatUtc(first);
  if (dayIn(event.timeZone, first) !== event.localDate) {
    return {
      local,
      utc: `first known launch ${localTimeWords(first.toISOString(), event.timeZone)}, ${utc}`,
    };
  }
  return { local: `${local}, ${formatTime(first, event.timeZone)} ${zoneName(event.timeZone)}`, utc };
}

/** The earliest launch whose time is known. */
export function firstLaunch(salvos: Pick<SalvoRecord, 'launchedAt'>[]): Date | null {
  const times = salvos.flatMap((salvo) => salvo.launchedAt ?? []).sort();
  return times[0] ? new Date(times[0]) : null;
}

/** A figure of several salvos: `110–400 km`, `760 km`, `unknown`; `partly` where that of some is unknown. */
export function kmSpan(values: (number | null)[]): { text: string; partly: boolean } {
  const known = values.filter((value) => value !== null);
  if (known.length === 0) return { text: 'unknown', partly: false };
  const [min, max] = [Math.min(...known), Math.max(...known)];
  return {
    text: min === max ? formatKm(max) : `${formatNumber(min)}–${formatKm(max)}`,
    partly: known.length < values.length,
  };
}

/** The outcome of all: one word where there is but one, else by missiles: `5 successes, 1 failure`. */
export function outcomeSummary(salvos: Pick<SalvoRecord, 'outcome' | 'countMin' | 'countMax'>[]): string {
  const given = (['success', 'failure', 'unknown'] as const).filter((outcome) =>
    salvos.some((salvo) => salvo.outcome === outcome),
  );
  if (given.length < 2) return outcomeWords[given[0] ?? 'unknown'];
  return given
    .map((outcome) => {
      const fitting = salvos.filter((salvo) => salvo.outcome === outcome);
      const least = fitting.reduce((sum, salvo) => sum + salvo.countMin, 0);
      return `${fitting.some(isOpenEnded) ? '≥' : ''}${plural(least, ...outcomeCounts[outcome])}`;
    })
    .join(', ');
}

/** An event in one sentence: `8 missiles in 8 salvos, distance 110–400 km, apogee 25–100 km, outcome unknown.` */
export function eventInShort({ missiles, salvos }: Pick<EventRecord, 'missiles' | 'salvos'>): string {
  const span = (label: string, values: (number | null)[]) => {
    const { text, partly } = kmSpan(values);
    return `${label} ${text}${partly ? ' where known' : ''}`;
  };
  const words = [
    missilesWords(missiles) + (salvos.length > 1 ? ` in ${plural(salvos.length, 'salvo', 'salvos')}` : ''),
    span(
      'distance',
      salvos.map((salvo) => salvo.distanceKm),
    ),
    span(
      'apogee',
      salvos.map((salvo) => salvo.apogeeKm),
    ),
    `outcome ${outcomeSummary(salvos)}`,
  ];
  const sentence = `${words.join(', ')}.`;
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
