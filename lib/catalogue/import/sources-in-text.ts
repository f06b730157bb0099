import { isStorable } from '@/lib/storable-text';

/** Longer than an address or a name can be: patterns take their time over it. */
const longest = 2000;

/** The web addresses of a text, each with the words before it as its publisher, or its host where there are none. */
export function citationsIn(text: string) {
  const citations: {
    publisher: string;
    url: string;
    checked: 'no';
    title: null;
    publishedOn: null;
    archivedUrl: null;
  }[] = [];
  let from = 0;
  for (const found of text.matchAll(/https?:\/\/[^\s<>"]+/gi)) {
    const words = text.slice(from, found.index);
    from = found.index + found[0].length;
    if (found[0].length > longest) continue;
    const url = found[0].replace(/[.,;:)\]]+$/, '');
    const before = (words.length > longest ? '' : words)
      .replaceAll(/\s+/g, ' ')
      .replace(/^[\s.,;:|)\]-]+/, '')
      .replace(/[\s.,;:|([-]+$/, '')
      .replace(/^\(([^()]*)\)$/, '$1');
    if (!URL.canParse(url) || !isStorable(url)) continue;
    const publisher =
      before && before.length <= 300 && isStorable(before)
        ? before
        : new URL(url).hostname.replace(/^www\./, '');
    citations.push({ publisher, url, checked: 'no', title: null, publishedOn: null, archivedUrl: null });
  }
  return citations;
}
