/** PostgreSQL keeps no NUL character in a text, and no half of a surrogate pair in JSON. */
export function isStorable(text: string): boolean {
  return !text.includes('\u0000') && !/\p{Surrogate}/u.test(text);
}

export const notStorable = 'has a character that cannot be stored';
