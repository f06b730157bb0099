import { isStorable } from '@/lib/storable-text';

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
    const url = found[0].replace(/[.,;:)\]]+$/, '');
    const before = text
      .slice(from, found.index)
      .replaceAll(/\s+/g, ' ')
      .replace(/^[\s.,;:|)\]-]+/, '')
      .replace(/[\s.,;:|([-]+$/, '')
      .replace(/^\(([^()]*)\)$/, '$1');
    from = found.index + found[0].length;
    if (!URL.canParse(url) || url.length > 2000 || !isStorable(url)) continue;
    const publisher =
      before && before.length <= 300 && isStorable(before)
        ? before
        : new URL(url).hostname.replace(/^www\./, '');
    citations.push({ publisher, url, checked: 'no', title: null, publishedOn: null, archivedUrl: null });
  }
  return citations;
}
