import { formatDate } from '@/lib/format/dates';
import type { ContextOnRecord, Doubt, DoubtBasis, DoubtLink, EnteredEvent, EventOnRecord } from './doubt';
import { linkTo } from './near-events';
import { pagesOf } from './same-page';

/** A page that so many entries cite is a database or a chronology, and one more says nothing about any of them. */
const referenceWork = 10;

/**
 * Sources that another event or a context item cites: the same report may be entered twice, or the address of another report
 * was left in the form. Addresses are compared as `pagesOf` writes them, archived copies with what they are copies of.
 * Example: `https://www.nknews.org/2024/01/…/?utm_source=x` against `http://nknews.org/2024/01/…`.
 */
export function citedElsewhere({ slug, sources }: EnteredEvent, { byPage }: DoubtBasis): Doubt[] {
  return sources.flatMap((source): Doubt[] => {
    const pages = pagesOf(source);
    // Without the event itself it is cited as often still. Not to be gone through for each of a thousand events.
    if (pages.some((page) => (byPage.get(page)?.length ?? 0) > referenceWork)) return [];
    const isOther = (entry: EventOnRecord | ContextOnRecord) => isContext(entry) || entry.slug !== slug;
    const citing = [...new Set(pages.flatMap((page) => byPage.get(page) ?? []))].filter(isOther);
    if (citing.length === 0 || citing.length >= referenceWork) return [];
    const slugs = citing.map((entry) => entry.slug).sort();
    const page = pages.find((one) => byPage.get(one)?.some(isOther)) ?? '';
    const isOwn = pagesOf({ ...source, archivedUrl: null }).includes(page);
    return [
      {
        kind: 'cited-elsewhere',
        key: ['cited-elsewhere', pages[0], slugs.join(' ')].join('|'),
        path: `${source.path}${isOwn ? 'url' : 'archivedUrl'}`,
        message: `The page ${page} is cited elsewhere.`,
        about: citing.map(aboutEntry),
      },
    ];
  });
}

const isContext = (entry: EventOnRecord | ContextOnRecord): entry is ContextOnRecord => 'date' in entry;

function aboutEntry(entry: EventOnRecord | ContextOnRecord): DoubtLink {
  if (!isContext(entry)) return linkTo(entry);
  return { title: entry.title, href: `/context#${entry.slug}`, words: `context, ${formatDate(entry.date)}` };
}
