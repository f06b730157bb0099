import { getNovelty } from '@/lib/stats/novelty-queries';

/** What makes an event news: the sentences for its mail, and whether "only what is new" lets it through. */
export async function noveltyOf(slug: string): Promise<{ sentences: string[]; isNovel: boolean }> {
  const { facts } = await getNovelty(slug);
  return {
    sentences: facts.map((fact) => fact.sentence),
    // Every round is the n-th of its year: that alone is no news.
    isNovel: facts.some((fact) => fact.kind !== 'nth-of-year'),
  };
}
