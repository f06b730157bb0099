import type { CitationRecord } from '@/lib/catalogue/event-record';
import { checkedWords } from '@/lib/catalogue/source-words';
import { formatDate } from '@/lib/format/dates';
import { OutsideLink } from './outside-link';
import { Section } from './section';

/** Everything that is cited for the event. */
export function EventCitations({ citations }: { citations: CitationRecord[] }) {
  if (citations.length === 0) return null;
  return (
    <Section title="Citations" id="citations">
      <ol className="max-w-3xl list-outside list-decimal space-y-3 pl-6 text-sm marker:text-muted">
        {citations.map((citation) => (
          <li key={citation.url} className="pl-1">
            <CitationLine citation={citation} />
          </li>
        ))}
      </ol>
    </Section>
  );
}

/** Publisher, title, date, the archived copy, and how far it has been checked. */
export function CitationLine({ citation }: { citation: CitationRecord }) {
  const { publisher, title, url, publishedOn, archivedUrl, checked } = citation;
  return (
    <>
      {publisher}, <OutsideLink href={url}>{title ?? new URL(url).hostname}</OutsideLink>
      {publishedOn ? `, ${formatDate(publishedOn)}` : ''}
      {archivedUrl ? (
        <>
          {' '}
          (<OutsideLink href={archivedUrl}>archived copy</OutsideLink>)
        </>
      ) : null}
      <span className="block text-muted">{checkedWords[checked]}</span>
    </>
  );
}
