import { z } from 'zod';
import { assessmentInput, citationInput, eventFields, reasonInput, salvoInput } from '@/lib/catalogue/schema';
import { AppError, type FieldError } from '@/lib/errors';
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

const reasonBody = z.object({ reason: reasonInput });

/**
 * The event in a request's body, and the reason, from the body or from `X-Reason`.
 * @throws AppError `invalid` for each field that an event does not have: `distance_km` must not vanish without a word
 */
export function eventBody(body: unknown, headers: Headers): { event: unknown; reason: string | null } {
  const errors = unknownFields(body);
  if (errors.length > 0) {
    const names = errors.map(({ path }) => path).join(', ');
    throw new AppError('invalid', `An event has no field ${names}.`, errors);
  }
  const given = isObject(body) && body.reason !== undefined ? body.reason : headers.get('x-reason');
  return { event: body, reason: given === null ? null : parse(reasonBody, { reason: given }).reason };
}

function unknownFields(body: unknown): FieldError[] {
  if (!isObject(body)) return [];
  return [
    ...strangers(body, '', eventFields, readOnly.event),
    ...each(body.salvos, 'salvos', (salvo, path) => strangers(salvo, path, salvoInput, readOnly.salvo)),
    ...each(body.assessments, 'assessments', (assessment, path) => [
      ...strangers(assessment, path, assessmentInput),
      ...(isObject(assessment.citation)
        ? strangers(assessment.citation, `${path}citation.`, citationInput)
        : []),
    ]),
    ...each(body.citations, 'citations', (citation, path) => strangers(citation, path, citationInput)),
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
