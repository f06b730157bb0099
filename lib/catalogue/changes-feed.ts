import { Feed } from 'feed';
import { plural } from '@/lib/format/numbers';
import { changeKindWords, changeLine } from './change-words';
import type { CatalogueChange } from './history';
import { thanksSentence } from './thanks-words';

/** Of one change of very many events, so many are named. */
const namedEvents = 20;

/**
 * Corrections of the catalogue as an Atom feed (RFC 4287).
 * @param changes the latest first
 * @param appUrl what Apogee is called from outside, without a slash at its end
 * @param since what a feed without any entry was updated last
 */
export function changesFeed(changes: CatalogueChange[], appUrl: string, since: string | null): string {
  const feed = new Feed({
    id: `${appUrl}/feeds/changes.atom`,
    title: 'Apogee: corrections',
    description: 'Corrections, withdrawals and reinstatements of published events, with their reasons.',
    link: `${appUrl}/changes`,
    feedLinks: { atom: `${appUrl}/feeds/changes.atom` },
    updated: new Date(changes[0]?.createdAt ?? since ?? 0),
    author: { name: 'Apogee', link: appUrl },
    generator: 'Apogee',
    copyright: 'Facts as publicly reported; each event names its sources.',
  });
  for (const change of changes) {
    const [first] = change.events;
    if (!first) continue;
    const at = new Date(change.createdAt);
    const link = `${appUrl}/events/${first.slug}#revision-${first.number}`;
    feed.addItem({
      // One change, one address, whatever the feed says of it later.
      id: link,
      link,
      title: inHtml(changeTitle(change)),
      date: at,
      published: at,
      author: [{ name: asText(change.actor) }],
      content: contentOf(change, appUrl),
    });
  }
  return feed.atom1();
}

type ChangedEvents = Pick<CatalogueChange, 'kind' | 'events' | 'eventCount'>;

/** `Corrected: North Korea: cruise missiles, 14 Apr 2020, Munchon`. */
export function changeTitle({ kind, events, eventCount }: ChangedEvents): string {
  const [first] = events;
  const what = eventCount === 1 && first ? first.title : plural(eventCount, 'event');
  return `${changeKindWords(kind)}: ${what}`;
}

function contentOf({ reason, events, eventCount }: CatalogueChange, appUrl: string): string {
  const named = events.slice(0, namedEvents).map(({ slug, title, changes, thanks }) => {
    const lines = changes.map((change) => `<li>${inHtml(changeLine(change))}</li>`).join('');
    const link = `<a href="${inHtml(`${appUrl}/events/${slug}`)}">${inHtml(title)}</a>`;
    const thanked = inHtml(thanksSentence(thanks) ?? '');
    return `<p>${link}</p>${lines ? `<ul>${lines}</ul>` : ''}${thanked ? `<p>${thanked}</p>` : ''}`;
  });
  const rest = eventCount - named.length;
  return [
    `<p>${inHtml(reason)}</p>`,
    ...named,
    rest > 0 ? `<p>and ${plural(rest, 'more event')}</p>` : '',
  ].join('');
}

/** Text within HTML: without its marks, the CDATA that it is put into cannot be ended by it either. */
function inHtml(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return inXml(text).replace(/[&<>"]/g, (mark) => entities[mark] ?? mark);
}

/** Text as the library takes it where it is no HTML: it would take an `&amp;` that was written out for an escaped `&`. */
function asText(text: string): string {
  return inXml(text).replaceAll('&', '&amp;');
}

/** XML 1.0 has no room for control characters, not even escaped. */
function inXml(text: string): string {
  return text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd');
}
