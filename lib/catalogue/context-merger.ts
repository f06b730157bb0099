import { type ContextItem, contextLimits } from './context-schema';

/** Why two context items cannot be made one, in a sentence; null where they can. */
export function refuseContextMerger(from: ContextItem, into: ContextItem): string | null {
  if (from.slug === into.slug) return 'This is one item: choose another to merge it with.';
  if (from.country !== null && into.country !== null && from.country !== into.country)
    return `One is the context of ${from.country}, the other of ${into.country}: only items of one country can be merged.`;
  if (mergedContextItem(from, into).citations.length > contextLimits.citations)
    return `Together they have more than ${contextLimits.citations} citations: take some away first.`;
  return null;
}

/** What the item that stays says after a merger: its own words, and the citations of both, each address once. */
export function mergedContextItem(from: ContextItem, into: ContextItem): ContextItem {
  const urls = new Set(into.citations.map(({ url }) => url));
  const citations = [...into.citations, ...from.citations.filter(({ url }) => !urls.has(url))];
  return { ...into, country: into.country ?? from.country, place: into.place ?? from.place, citations };
}
