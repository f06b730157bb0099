import type { FieldChange } from '@/lib/catalogue/event-diff';
import { placeWords } from '@/lib/catalogue/own-form/table';
import { plural } from '@/lib/format/numbers';
import { listInWords } from '@/lib/format/words';
import type { UnknownName } from './names-in-file';
import { countOf, type Plan } from './plan';

/** How many of a kind a report lists; all are counted. */
export const mostListed = 300;

type Listed = { slug: string; title: string };

/** What an import would do, or has done, for people to read. */
export type ImportReport = {
  layout: string;
  rows: number;
  counts: {
    new: number;
    changed: number;
    unchanged: number;
    missing: number;
    faults: number;
    leftOut: number;
    inWords: number;
  };
  new: Listed[];
  changed: (Listed & { changes: FieldChange[] })[];
  missing: Listed[];
  faults: { where: string; message: string; events: string[] }[];
  inWords: { where: string; message: string }[];
  unread: string[];
  unknownNames: UnknownName[];
  /** Systems and sites that are made. */
  newNames: { kind: 'system' | 'site'; name: string }[];
};

export function reportOf(plan: Plan): ImportReport {
  const listed = ({ slug, title }: Listed) => ({ slug, title });
  const ofKind = (kind: 'new' | 'changed') =>
    plan.events.filter((event) => event.kind === kind).slice(0, mostListed);
  return {
    layout: plan.layout,
    rows: plan.rows,
    counts: {
      new: countOf(plan, 'new'),
      changed: countOf(plan, 'changed'),
      unchanged: countOf(plan, 'unchanged'),
      missing: plan.missing.length,
      faults: plan.faults.length,
      leftOut: new Set(plan.faults.flatMap(({ events }) => events)).size,
      inWords: plan.inWords.length,
    },
    new: ofKind('new').map(listed),
    changed: ofKind('changed').map((event) => ({ ...listed(event), changes: event.changes })),
    missing: plan.missing.slice(0, mostListed).map(listed),
    faults: plan.faults
      .slice(0, mostListed)
      .map(({ place, message, events }) => ({ where: placeWords(place), message, events })),
    inWords: plan.inWords
      .slice(0, mostListed)
      .map(({ place, message }) => ({ where: placeWords(place), message })),
    unread: plan.unread.slice(0, mostListed),
    unknownNames: plan.unknownNames.slice(0, mostListed),
    newNames: [
      ...plan.newSystems.map(({ name }) => ({ kind: 'system' as const, name })),
      ...plan.newSites.map(({ name }) => ({ kind: 'site' as const, name })),
    ].slice(0, mostListed),
  };
}

/** A value before or after a change. Of a salvo, a claim or a source as a whole there is nothing that could be unknown. */
export function changeWords({ path }: FieldChange, value: string | null): string {
  return value ?? (/^[a-z]+\.\d+$/.test(path) ? 'not there' : 'unknown');
}

/** `kp-2026-10-18 and kp-2026-10-20 are left out.` */
export const leftOutWords = (slugs: string[]) =>
  `${listInWords(slugs)} ${slugs.length === 1 ? 'is' : 'are'} left out.`;

/** `12 new and 3 changed events`; null where there is nothing to write. */
export function workWords({ counts }: Pick<ImportReport, 'counts'>): string | null {
  const parts = [
    ...(counts.new > 0 ? [`${counts.new.toLocaleString('en-GB')} new`] : []),
    ...(counts.changed > 0 ? [`${counts.changed.toLocaleString('en-GB')} changed`] : []),
  ];
  const isOne = counts.new + counts.changed === 1;
  return parts.length === 0 ? null : `${listInWords(parts)} ${isOne ? 'event' : 'events'}`;
}

/** The counts, most important first, as sentences without a full stop. */
export function countLines({ counts, rows }: ImportReport): string[] {
  return [
    `${plural(rows, 'row')} read`,
    `${plural(counts.new, 'event')} new`,
    `${plural(counts.changed, 'event')} changed`,
    `${plural(counts.unchanged, 'event')} unchanged`,
    `${plural(counts.missing, 'event')} of the catalogue missing from the file`,
    ...(counts.faults > 0
      ? [
          `${plural(counts.faults, 'place')} that cannot be read, for which ${plural(counts.leftOut, 'event')} would be left out`,
        ]
      : []),
  ];
}
