import { limits } from '@/lib/catalogue/schema';
import type { DecidedKey } from './doubt-commands';

/** The names of the fields in which decisions travel with a form: a box ticked for each key, and a note. */
export const decidedField = 'decided';
export const noteField = (key: string) => `decidedNote ${key}`;

/** More decisions than an event can have doubts are not read. */
const most = 500;

/** What was decided in a form that was sent. A note is as long as a line may be. */
export function decidedInForm(data: FormData): DecidedKey[] {
  return data
    .getAll(decidedField)
    .filter((key) => typeof key === 'string')
    .slice(0, most)
    .map((key) => {
      const note = data.get(noteField(key));
      return { key, note: typeof note === 'string' ? note.slice(0, limits.line) : '' };
    });
}
