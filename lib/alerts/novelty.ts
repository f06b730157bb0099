import type { EventRecord } from '@/lib/catalogue/event-record';
import type { NoveltySentences } from '@/lib/mail/alert-content';
import { isNews, noveltyOf, sentenceWithDays } from '@/lib/stats/novelty';
import { noveltyEventOf } from '@/lib/stats/novelty-event';
import { readNoveltyCatalogue } from '@/lib/stats/novelty-queries';

/**
 * What makes an event news: the sentences for its mail, and whether "only what is new" lets it through. Of a draft:
 * what will be true once it is published.
 */
export async function eventNovelty(event: EventRecord): Promise<NoveltySentences> {
  const facts = noveltyOf(noveltyEventOf(event), await readNoveltyCatalogue(event.country));
  return { sentences: facts.map(sentenceWithDays), isNovel: isNews(facts) };
}
