import { z } from 'zod';
import type { EventPatch } from '@/lib/catalogue/patch-event';
import {
  type AssessmentInput,
  assessmentInput,
  citationInput,
  eventFields,
  reasonInput,
  salvoInput,
} from '@/lib/catalogue/schema';
import { AppError, type FieldError, invalidField } from '@/lib/errors';
import { parse } from '@/lib/parse';

/** What an event that was read says beyond what can be written: sent back, it is passed over. */
const readOnly = {
  event: [
    'slug',
    'countryName',
    'timeZone',
    'title',
    'missiles',
    'classes',
    'revision',
    'publishedAt',
    'updatedAt',
    'reason',
  ],
  salvo: ['systemName', 'siteName'],
};

/**
 * The event in a request's body, and the reason, from the body or from `X-Reason`.
 * @throws AppError `invalid` for each field that an event does not have: `distance_km` must not vanish without a word
 */
export function eventBody(body: unknown, headers: Headers): { event: unknown; reason: string | null } {
  refuse('An event', unknownFields(body));
  return { event: body, reason: reasonOf(body, headers) };
}

const seenRevision = z
  .int('is not the number of a revision')
  .min(1, 'is not the number of a revision')
  .max(2_147_483_647, 'is not the number of a revision');

/**
 * Those fields of an event that a request changes, the revision that they were read from, where the body names it, and the
 * reason.
 * @throws AppError `invalid` for what is no object, and for each field that an event does not have
 */
export function patchBody(
  body: unknown,
  headers: Headers,
): { patch: EventPatch; seen: number | null; reason: string | null } {
  if (!isObject(body)) throw notAnObject();
  // Passed over, it would look as if the change had been held against it.
  if (headers.has('if-match'))
    throw invalidField('If-Match', 'is not heeded here. Give the "revision" that you read in the body.');
  refuse('An event', unknownFields(body));
  const fields = Object.entries(body).filter(([key]) => Object.hasOwn(eventFields.shape, key));
  return {
    patch: Object.fromEntries(fields),
    seen: parse(z.object({ revision: seenRevision.optional() }), body).revision ?? null,
    reason: reasonOf(body, headers),
  };
}

/** @throws AppError `invalid` with a message a field, `path` as in the assessment */
export function assessmentBody(
  body: unknown,
  headers: Headers,
): { assessment: AssessmentInput; reason: string | null } {
  if (!isObject(body)) throw notAnObject();
  const { reason: _, ...given } = body;
  refuse('An assessment', unknownInAssessment(given, ''));
  return { assessment: parse(assessmentInput, given), reason: reasonOf(body, headers) };
}

/** @throws AppError `invalid` where no reason is given, or anything else */
export function withdrawalBody(body: unknown, headers: Headers): string {
  if (!isObject(body)) throw notAnObject();
  refuse('A withdrawal', strangers(body, '', z.object({ reason: reasonInput })));
  const reason = reasonOf(body, headers);
  if (reason === null) throw invalidField('reason', 'Say why it is withdrawn.');
  return reason;
}

function reasonOf(body: unknown, headers: Headers): string | null {
  const reason = isObject(body) && body.reason !== undefined ? body.reason : headers.get('x-reason');
  return reason === null ? null : parse(z.object({ reason: reasonInput }), { reason }).reason;
}

const notAnObject = () => new AppError('invalid', 'The body has to be a JSON object.');

function refuse(what: string, errors: FieldError[]): void {
  if (errors.length === 0) return;
  throw new AppError('invalid', `${what} has no field ${errors.map(({ path }) => path).join(', ')}.`, errors);
}

function unknownFields(body: unknown): FieldError[] {
  if (!isObject(body)) return [];
  return [
    ...strangers(body, '', eventFields, readOnly.event),
    ...each(body.salvos, 'salvos', (salvo, path) => strangers(salvo, path, salvoInput, readOnly.salvo)),
    ...each(body.assessments, 'assessments', unknownInAssessment),
    ...each(body.citations, 'citations', (citation, path) => strangers(citation, path, citationInput)),
  ];
}

function unknownInAssessment(assessment: Record<string, unknown>, path: string): FieldError[] {
  return [
    ...strangers(assessment, path, assessmentInput),
    ...(isObject(assessment.citation)
      ? strangers(assessment.citation, `${path}citation.`, citationInput)
      : []),
  ];
}

function strangers(
  part: Record<string, unknown>,
  path: string,
  { shape }: { shape: z.core.$ZodShape },
  others: string[] = [],
): FieldError[] {
  return Object.keys(part)
    .filter((key) => !Object.hasOwn(shape, key) && !others.includes(key))
    .map((key) => ({ path: `${path}${key}`, message: 'is no field here' }));
}

function each(
  list: unknown,
  name: string,
  check: (part: Record<string, unknown>, path: string) => FieldError[],
): FieldError[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((part, index) => (isObject(part) ? check(part, `${name}.${index}.`) : []));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
