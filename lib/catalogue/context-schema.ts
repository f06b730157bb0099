import { z } from 'zod';
import { checkBothOrNone, coordinates, countryCode } from './entry-schema';
import { citationInput, line, optional, text } from './schema';
import { contextKinds } from './vocabulary';

export const contextLimits = { citations: 20 };

const since1900 = z.iso
  .date('is not a date like 2020-04-14')
  .refine((value) => value >= '1900-01-01', 'is before 1900');

const fields = z.object({
  date: since1900,
  endDate: optional(since1900),
  kind: z.enum(contextKinds, 'Please choose a kind.'),
  title: line,
  summary: text,
  country: optional(countryCode),
  place: optional(line),
  ...coordinates,
  citations: z
    .array(citationInput)
    .min(1, 'Give at least one source.')
    .max(contextLimits.citations, `are more than ${contextLimits.citations}`),
});

type Fields = z.output<typeof fields>;

function checkTogether(item: Fields, ctx: z.RefinementCtx): void {
  if (item.endDate !== null && item.endDate < item.date)
    ctx.addIssue({ code: 'custom', path: ['endDate'], message: 'is before the first day' });
  checkBothOrNone(item, ctx);
}

/**
 * A context item as it is entered. `country` is the country whose tests it is the context of, not the one that acted;
 * `endDate` is its last day where it took several. Coordinates are in degrees, north and east positive.
 */
export const contextItemInput = fields.superRefine(checkTogether);

/** The same with its slug, which is made of date and title when it is first entered, and stays. */
export const sluggedContextItem = fields
  .extend({
    slug: line
      .max(120)
      .regex(/^\d{4}-\d{2}-\d{2}(-[a-z0-9]+)+$/, 'is not a slug like 2018-06-12-singapore-summit'),
  })
  .superRefine(checkTogether);

export type ContextItemInput = Fields;
export type ContextItem = z.output<typeof sluggedContextItem>;
