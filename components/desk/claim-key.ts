import type { AssessmentRecord } from '@/lib/catalogue/event-record';

/** Tells the claims of an event apart on a page: an assessor may have said several things on one day. */
export function claimKey({ assessor, statedOn, text }: AssessmentRecord, claim: number): string {
  return `${claim} ${assessor} ${statedOn} ${text}`;
}
