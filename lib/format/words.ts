/** `Munchon`, `Munchon and Sunan`, `Munchon, Sunan and Wonsan`; nothing for an empty list. */
export function listInWords(words: string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
