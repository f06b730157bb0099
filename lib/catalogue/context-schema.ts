import { z } from 'zod';
import { citationInput, limits } from './schema';
import { contextKinds } from './vocabulary';

const blankToNull = (value: unknown) => (typeof value === 'string' && value.trim() === '' ? null : value);
const optional = <T extends z.ZodType>(schema: T) =>
  z.preprocess(
    blankToNull,
    schema.nullish().transform((value) => value ?? null),
  );
const line = z.string().trim().min(1, 'Please fill this in.').max(limits.line);
const day = z.iso.date('is not a date like 2020-04-14');

/**
 * A context item as it is entered. `country` is the country whose tests it is the context of, not the one that acted;
 * `endDate` is its last day where it took several. Coordinates are in degrees, north and east positive.
 */
export const contextItemInput = z
  .object({
    slug: line
      .max(120)
      .regex(/^\d{4}-\d{2}-\d{2}(-[a-z0-9]+)+$/, 'is not a slug like 2018-06-12-singapore-summit'),
    date: day,
    endDate: optional(day),
    kind: z.enum(contextKinds),
    title: line,
    summary: z.string().trim().min(1, 'Please fill this in.').max(limits.text),
    country: optional(z.string().regex(/^[A-Z]{2}$/, 'is not a country code like KP')),
    place: optional(line),
    latitude: optional(z.number().min(-90).max(90)),
    longitude: optional(z.number().min(-180).max(180)),
    citation: citationInput,
  })
  .refine((item) => item.endDate === null || item.endDate >= item.date, {
    path: ['endDate'],
    error: 'is before the first day',
  });

export type ContextItemInput = z.output<typeof contextItemInput>;
