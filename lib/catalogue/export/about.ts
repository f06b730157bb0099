import { dataCredit, dataLicence } from '@/lib/catalogue/data-licence';
import { missileSumWords } from '@/lib/catalogue/event-sentences';
import type { EventSummary } from '@/lib/catalogue/queries';
import { type FilterNames, filterInFull } from '@/lib/filter/filter-words';
import type { EventFilter } from '@/lib/filter/schema';
import { standpointSentence } from '@/lib/filter/standpoint-words';
import { filterToUrl } from '@/lib/filter/url';
import { plural } from '@/lib/format/numbers';

/** What an export says of itself, in this order, so that a file which has left its page still says what it counts. */
export type ExportAbout = {
  /** `31 rounds, at least 35 missiles.` */
  contents: string;
  /** The filter in words, with the standpoint that it is read from. */
  filter: string;
  /** The same list on the page that it is from. */
  link: string;
  counts: string;
  days: string;
  rows: string;
  unknown: string;
  /** The last day of what was known, in UTC: `2026-11-24`. */
  knownOn: string;
  exportedAt: string;
  catalogueVersion: number;
  licence: string;
  credit: string;
};

type Facts = {
  filter: EventFilter;
  names: FilterNames;
  summary: EventSummary;
  /** The zones in whose days the events are dated. */
  zones: string[];
  version: number;
  /** Where this Apogee is: `https://apogee.example.org`. */
  appUrl: string;
  now: Date;
};

/** What an export of a filter says of itself. */
export function aboutExport({ filter, names, summary, zones, version, appUrl, now }: Facts): ExportAbout {
  const query = filterToUrl(filter).toString().replaceAll('%2C', ',');
  return {
    contents: contents(summary),
    filter: `${filterInFull(filter, names)}${standpointSentence(filter)}`,
    link: `${appUrl}/events${query ? `?${query}` : ''}`,
    counts:
      'A round is what one country launched on one local day; missiles are the missiles launched in it, failures included. The two are never mixed. Where a report gives no exact number, the least that it can mean is counted, and a sum with such a number in it is "at least" (≥). Preliminary and disputed rounds are counted. Withdrawn ones are listed, with their status, and not counted.',
    days: `Days are local ones${zones.length > 0 ? ` (${zones.join(', ')})` : ''}, as they were announced, not UTC; times of launch are UTC. A date known by its month or year only is as long as it is known: 1984-09, 1984.`,
    rows: 'A round is listed with all of its salvos as soon as one of them fits the filter; only the missiles of those that fit are counted. Where there is a column or a property fitsFilter, it says which do. A salvo with no countMax is of at least countMin missiles.',
    unknown: 'What is not known is empty (null), never 0.',
    knownOn: earlier(filter.asKnownOn, now.toISOString().slice(0, 10)),
    exportedAt: now.toISOString(),
    catalogueVersion: version,
    licence: dataLicence,
    credit: dataCredit,
  };
}

/** All of it in one text, for a file that has no other place for it. */
export function aboutInOneText(about: ExportAbout): string {
  return aboutLines(about)
    .map(([name, words]) => `${name}: ${words}`)
    .join(' | ');
}

/** Each part with what it is called. */
export function aboutLines(about: ExportAbout): [name: string, words: string][] {
  return [
    ['Contents', about.contents],
    ['Filter', about.filter],
    ['Link', about.link],
    ['What is counted', about.counts],
    ['Days', about.days],
    ['Rows', about.rows],
    ['Unknown', about.unknown],
    ['As known on', `${about.knownOn} (UTC)`],
    ['Exported at', about.exportedAt],
    ['Version of the catalogue', String(about.catalogueVersion)],
    ['Licence', about.licence],
    ['Credit', about.credit],
  ];
}

function contents({ rounds, withdrawn, missiles, openEnded }: EventSummary): string {
  const left = withdrawn
    ? ` ${plural(withdrawn, 'withdrawn round is', 'withdrawn rounds are')} listed, but not counted.`
    : '';
  return `${plural(rounds, 'round')}, ${missileSumWords(missiles, openEnded)}.${left}`;
}

function earlier(asked: string | undefined, today: string): string {
  return asked && asked < today ? asked : today;
}
