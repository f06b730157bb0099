import { z } from 'zod';
import { isStorable } from '@/lib/storable-text';
import { optional } from './schema';

const storable = z
  .string('Please fill this in.')
  .refine(isStorable, 'This has a character that cannot be stored.');
const atMost = (length: number) =>
  [length, `Please take at most ${length.toLocaleString('en-GB')} characters.`] as const;

/** What a reader sends in who found something wrong with an event. The messages stand at the fields of the form. */
export const readerCorrectionInput = z.object({
  text: storable
    .overwrite((value) => value.replaceAll(/\r\n?/g, '\n'))
    .trim()
    .min(1, 'Please say what is wrong.')
    .max(...atMost(4000)),
  evidenceUrl: storable
    .trim()
    .min(1, 'Please give the address of a page that shows it.')
    .max(...atMost(2000))
    .refine(
      (value) => value === '' || (URL.canParse(value) && /^https?:$/i.test(new URL(value).protocol)),
      'This is not a web address like https://example.org/report.',
    ),
  /** To be thanked by, in public. */
  name: optional(
    storable
      .overwrite((value) => value.replaceAll(/\s+/g, ' '))
      .trim()
      .max(...atMost(80)),
  ),
  /** For the editors' questions, never public. */
  email: optional(
    storable
      .trim()
      .max(...atMost(254))
      .pipe(z.email('This is not an e-mail address.')),
  ),
});

export type ReaderCorrectionInput = z.output<typeof readerCorrectionInput>;

/** How an editor decides: which revision took the correction up, or why none will. */
export const takeUpInput = z.object({
  revision: z.number().int().min(1).max(2_147_483_647),
  /** Whether the reader is thanked by the name that was given. */
  byName: z.boolean(),
});
