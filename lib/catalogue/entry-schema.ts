import { z } from 'zod';
import { line, optional, text } from './schema';
import { classIds, positionPrecisions } from './vocabulary';

/** What has a name and aliases, and is named by events. */
export const namedKinds = ['system', 'site', 'assessor'] as const;
export type NamedKind = (typeof namedKinds)[number];

export const entryLimits = { name: 120, aliases: 40 };

const name = line.max(entryLimits.name, `is longer than ${entryLimits.name} characters`);
const aliases = z.array(name).max(entryLimits.aliases, `are more than ${entryLimits.aliases}`).default([]);
export const countryCode = z
  .string('Please choose a country.')
  .regex(/^[A-Z]{2}$/, 'Please choose a country.');

const degrees = (limit: number) =>
  optional(
    z
      .number('is not a number of degrees, like 39.66')
      .min(-limit, `is below -${limit}`)
      .max(limit, `is above ${limit}`),
  );

/** Where something is, in degrees, north and east positive: both coordinates or neither. */
export const coordinates = { latitude: degrees(90), longitude: degrees(180) };
type Coordinates = { latitude: number | null; longitude: number | null };

/** A check of coordinates against each other. */
export function checkBothOrNone({ latitude, longitude }: Coordinates, ctx: z.RefinementCtx): void {
  if ((latitude === null) === (longitude === null)) return;
  const path = [latitude === null ? 'latitude' : 'longitude'];
  ctx.addIssue({ code: 'custom', path, message: 'is missing: give both coordinates, or none.' });
}

/** Systems, sites and assessors as they are entered. Their ids are made from their names, and stay. */
export const entryInputs = {
  system: z.object({
    name,
    country: countryCode,
    class: z.enum(classIds, 'Please choose a class.'),
    aliases,
    notes: optional(text),
  }),
  site: z
    .object({
      name,
      country: countryCode,
      ...coordinates,
      positionPrecision: optional(z.enum(positionPrecisions)),
      aliases,
    })
    .superRefine((site, ctx) => {
      checkBothOrNone(site, ctx);
      if (site.positionPrecision !== null && site.latitude === null && site.longitude === null)
        ctx.addIssue({
          code: 'custom',
          path: ['positionPrecision'],
          message: 'says how exact a position is, and there is none.',
        });
    }),
  assessor: z.object({ name, country: optional(countryCode), aliases }),
};

export type EntryInputs = { [K in NamedKind]: z.output<(typeof entryInputs)[K]> };

/** An entry as it stands. The id of an assessor is a number. Aliases stand in the order of the alphabet. */
export type Entry<K extends NamedKind = NamedKind> = { id: string } & EntryInputs[K];
