/** A computed fact that makes an event news. */
export type NoveltyFact = {
  kind: string;
  sentence: string;
  since: string | null;
  days: number | null;
  n: number | null;
  scope: Record<string, string>;
};

/** What is new about an event. */
export async function getNovelty(slug: string): Promise<{ slug: string; facts: NoveltyFact[] }> {
  return { slug, facts: [] };
}
