import { isDeepStrictEqual } from 'node:util';
import { kindOfChange } from '@/lib/catalogue/change-kind';
import { diffEvents, type FieldChange } from '@/lib/catalogue/event-diff';
import type { EventReferences } from '@/lib/catalogue/event-parts';
import type { EventRecord } from '@/lib/catalogue/event-record';
import { checkDays } from '@/lib/catalogue/event-rows';
import { type Fault, placeWords } from '@/lib/catalogue/own-form/table';
import { eventInput } from '@/lib/catalogue/schema';
import { type SettledEvent, settleEvent } from '@/lib/catalogue/settle-event';
import { AppError } from '@/lib/errors';
import { firstDay, lastDay } from '@/lib/format/dates';
import { parse } from '@/lib/parse';
import type { Draught } from './claim-events';
import { changeFault } from './fault-words';
import type { NewSite, NewSystem, UnknownName } from './names-in-file';
import { settledRecord } from './settled-record';

/** One event of the file, and what importing it would do. */
export type PlannedEvent = {
  kind: 'new' | 'changed' | 'unchanged';
  slug: string;
  title: string;
  known: EventRecord | null;
  event: SettledEvent;
  changes: FieldChange[];
};

/** Something in the file that cannot be used; `events` are those that are left out for it. */
export type PlanFault = Fault & { events: string[] };

/** What an import would do, worked out from the file and from the catalogue as it stands. */
export type Plan = {
  layout: string;
  rows: number;
  events: PlannedEvent[];
  faults: PlanFault[];
  /** Cells that give no figure that is understood: it is unknown, and they are kept in their words. */
  inWords: Fault[];
  /** Events of the catalogue in the file's span that are not in the file. They stay as they are. */
  missing: EventRecord[];
  /** Columns that nothing is made of. */
  unread: string[];
  unknownNames: UnknownName[];
  newSystems: NewSystem[];
  newSites: NewSite[];
};

/** What events are settled by. */
export type Settling = { references: EventReferences; now: Date };

/**
 * Check what the file says of one event, and compare it with the catalogue. The comparison is that of every other edit:
 * what settles to the same is unchanged.
 * @returns the event, or the faults that it is left out for
 */
export function planEvent(
  draught: Draught & { slug: string },
  { references, now }: Settling,
): PlannedEvent | PlanFault[] {
  const { slug, known } = draught;
  try {
    const event = settleEvent(parse(eventInput, draught.input), references);
    // What the desk's commands would refuse as well.
    checkDays(event, references, now);
    if (known) kindOfChange(known.status, event.status);
    if (!known) {
      const { title } = settledRecord(slug, event, references);
      return { kind: 'new', slug, title, known, event, changes: [] };
    }
    const before = settleEvent(parse(eventInput, known), references);
    if (isDeepStrictEqual(before, event))
      return { kind: 'unchanged', slug, title: known.title, known, event, changes: [] };
    const changes = diffEvents(
      settledRecord(slug, before, references),
      settledRecord(slug, event, references),
    );
    return { kind: 'changed', slug, title: known.title, known, event, changes };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const faults = error.errors.toReversed().map((fault) => ({
      place: draught.place(fault.path),
      message: changeFault(fault),
      events: [slug],
    }));
    // A figure stands in the salvo and in the claim, and in one cell.
    return [...new Map(faults.map((fault) => [placeWords(fault.place), fault])).values()].reverse();
  }
}

/**
 * Events of the catalogue that the file could have had: of its countries, between its first and its last day.
 * @param isInScope which events the file is about at all
 */
export function missingFrom(
  given: { country: string; localDate: string; slug: string }[],
  catalogue: EventRecord[],
  isInScope: (event: EventRecord) => boolean,
): EventRecord[] {
  const slugs = new Set(given.map(({ slug }) => slug));
  const spans = new Map<string, { from: string; to: string }>();
  for (const { country, localDate } of given) {
    const [from, to] = [firstDay(localDate), lastDay(localDate)];
    const span = spans.get(country);
    spans.set(country, {
      from: span && span.from < from ? span.from : from,
      to: span && span.to > to ? span.to : to,
    });
  }
  return catalogue.filter((event) => {
    const span = spans.get(event.country);
    const isWithin = span && lastDay(event.localDate) >= span.from && firstDay(event.localDate) <= span.to;
    return isWithin && event.status !== 'draft' && !slugs.has(event.slug) && isInScope(event);
  });
}

export const countOf = (plan: Plan, kind: PlannedEvent['kind']) =>
  plan.events.filter((event) => event.kind === kind).length;
