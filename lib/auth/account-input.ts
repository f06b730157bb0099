import { z } from 'zod';
import { roles } from '@/lib/catalogue/vocabulary';

/** In characters. A long one is asked for instead of a strange one. */
export const passwordLength = { min: 12, max: 128 };

const name = z
  .string()
  .trim()
  .min(1, 'Please give a name.')
  .max(100, 'The name is longer than 100 characters.')
  .refine(
    (value) => !value.includes('@'),
    'This name stands beside what you change, for everybody to read: it cannot be an e-mail address.',
  );
const email = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, 'The address is longer than 254 characters.')
  .pipe(z.email('This is not an e-mail address.'));

export const password = z
  .string()
  .min(passwordLength.min, `Please take at least ${passwordLength.min} characters: a few words will do.`)
  .max(passwordLength.max, `Please take at most ${passwordLength.max} characters.`);

export const accountInput = z.object({ name, email, password });
export const accountRole = z.enum(roles, `The role is one of ${roles.join(', ')}.`);
export const accountEmail = email;
