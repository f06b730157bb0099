import { z } from 'zod';
import type { EventFormValues } from './event-form';
import { sourcesByPlace } from './event-form-sources';
import { blankPart, type FormPartValues } from './event-form-units';

const list = z.enum(['salvos', 'assessments', 'citations']);
const fields = z.record(z.string(), z.string());

const formPatch = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('set'), list: list.nullable(), part: z.string(), fields }),
  z.object({ kind: z.literal('remove'), list, part: z.string() }),
  z.object({ kind: z.literal('put'), list, part: z.string(), fields }),
]);

/**
 * One choice between two versions of a form: set some fields, take a part away, or put one (back) in. Parts are named by their
 * `part`, so that it means the same after others have come or gone; sources name assessments in the same way.
 */
export type FormPatch = z.output<typeof formPatch>;

/** A patch that was sent as JSON. @returns null where it is none */
export function readPatch(json: string): FormPatch | null {
  try {
    return formPatch.safeParse(JSON.parse(json)).data ?? null;
  } catch {
    return null;
  }
}

export function applyPatch(values: EventFormValues, patch: FormPatch): EventFormValues {
  const { list } = patch;
  if (list === null) return { ...values, ...known(values as unknown as FormPartValues, patch.fields) };
  const parts: FormPartValues[] = values[list];
  return { ...values, [list]: patched(parts, patch, values) };
}

/** Whether the form already says what the patch would make it say. */
export function isApplied(values: EventFormValues, patch: FormPatch): boolean {
  const there = patch.list !== null && values[patch.list].some(({ part }) => part === patch.part);
  if (patch.kind === 'remove') return !there;
  if (patch.kind === 'put') return there;
  if (patch.list !== null && !there) return false;
  return JSON.stringify(applyPatch(values, patch)) === JSON.stringify(values);
}

function patched(parts: FormPartValues[], patch: FormPatch, values: EventFormValues): FormPartValues[] {
  const { list } = patch;
  if (list === null) return parts;
  if (patch.kind === 'remove') return parts.filter(({ part }) => part !== patch.part);
  const placed = (fields: FormPartValues) =>
    list === 'salvos'
      ? sourcesByPlace(
          fields,
          values.assessments.map(({ part }) => part),
        )
      : fields;
  if (patch.kind === 'put') {
    if (parts.some(({ part }) => part === patch.part)) return parts;
    const blank = blankPart[list]();
    return [...parts, { ...blank, ...placed({ ...blank, ...known(blank, patch.fields) }), part: patch.part }];
  }
  return parts.map((part) => {
    if (part.part !== patch.part) return part;
    const set = known(part, patch.fields);
    // Only what names assessments is turned from identities into places.
    return { ...part, ...('sources' in set ? placed(set) : set) };
  });
}

/** Of what was sent, what the form has fields for. */
function known(part: FormPartValues, fields: FormPartValues): FormPartValues {
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([field]) => field !== 'part' && Object.hasOwn(part, field) && typeof part[field] === 'string',
    ),
  );
}
