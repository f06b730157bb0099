import { plural } from '@/lib/format/numbers';
import { listInWords } from '@/lib/format/words';

/** What a reader is called who gave no name. */
export const unnamedReader = 'a reader';

/**
 * `Thanks to Rea Der, a reader, for the correction.`
 * @param thanks names, and `unnamedReader` for each who gave none
 * @returns null where nobody is to be thanked
 */
export function thanksSentence(thanks: string[]): string | null {
  if (thanks.length === 0) return null;
  const names = thanks.filter((name) => name !== unnamedReader);
  return `Thanks to ${whom(names, thanks.length - names.length)} for the correction.`;
}

function whom(names: string[], others: number): string {
  if (names.length === 0) return others === 1 ? unnamedReader : plural(others, 'reader');
  if (others > 0)
    return listInWords([...names, others === 1 ? 'another reader' : plural(others, 'other reader')]);
  return names.length === 1 ? `${names[0]}, a reader,` : `${listInWords(names)}, readers,`;
}
