import type { z } from 'zod';
import type { AssessmentRecord, EventRecord, SalvoRecord } from './event-record';
import { matchParts } from './match-parts';
import type { eventFields } from './schema';

/** Some of an event's fields, not yet parsed. A list that is given replaces the whole list. */
export type EventPatch = Partial<Record<keyof z.input<typeof eventFields>, unknown>>;

/** The event as it would be entered with these fields changed. */
export function patched(before: EventRecord, patch: EventPatch): unknown {
  return {
    ...before,
    // A date that is given is as precise as it is long: the precision of the one before says nothing of it.
    ...(patch.localDate === undefined ? {} : { datePrecision: undefined }),
    // Figures of record point to assessments by their places, which a new list may have moved.
    ...(patch.assessments === undefined
      ? {}
      : { salvos: before.salvos.map((salvo) => withSourcesIn(salvo, before, patch.assessments)) }),
    ...patch,
  };
}

type Claim = Pick<AssessmentRecord, 'assessor'> & Partial<AssessmentRecord>;

/** The salvo with each source where the same claim stands now; whose claim is gone is found anew, or is nobody's. */
function withSourcesIn(salvo: SalvoRecord, before: EventRecord, assessments: unknown): SalvoRecord {
  const claims = Array.isArray(assessments) ? assessments.map(asClaim) : [];
  const moved = new Map(
    matchParts<Claim>(before.assessments, claims, [
      (claim) => JSON.stringify([claim.assessor, claim.statedOn ?? null, claim.text]),
      (claim) => JSON.stringify([claim.assessor, claim.statedOn ?? null]),
      (claim) => JSON.stringify([claim.assessor]),
    ]).map(({ from, to }) => [from, to]),
  );
  const sources = Object.entries(salvo.sources).flatMap(([figure, place]) => {
    const now = moved.get(place);
    return now === undefined || now === null ? [] : [[figure, now]];
  });
  return { ...salvo, sources: Object.fromEntries(sources) };
}

/** What is no assessment matches none, and is refused where the event is parsed. */
function asClaim(given: unknown): Claim {
  return typeof given === 'object' && given !== null ? (given as Claim) : { assessor: '' };
}
