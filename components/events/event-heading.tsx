import { Notice } from '@/components/ui/notice';
import type { EventRecord } from '@/lib/catalogue/event-record';
import { dateline, eventInShort, statusWords } from '@/lib/catalogue/event-sentences';
import { StatusWord } from './status-word';

/** Headline, dateline, the round in one sentence, and how well it is known. */
export function EventHeading({ event }: { event: EventRecord }) {
  const { local, utc } = dateline(event);
  const withdrawn = event.status === 'withdrawn';
  return (
    <header className="max-w-3xl pt-10">
      <h1 className="text-3xl leading-tight sm:text-4xl">
        {withdrawn ? <s className="decoration-2 text-muted">{event.title}</s> : event.title}
      </h1>
      <p className="mt-3 text-sm">
        <time dateTime={event.localDate} className="font-medium">
          {local}
        </time>
        {utc ? <span className="text-muted"> · {utc}</span> : null}
      </p>
      <p className={`mt-5 font-reading text-xl leading-relaxed ${withdrawn ? 'text-muted' : ''}`}>
        {eventInShort(event)}
      </p>
      {withdrawn ? (
        <Notice title="Withdrawn">
          <p>{event.statusReason}</p>
          <p className="mt-1 text-muted">{statusWords.withdrawn.meaning}</p>
        </Notice>
      ) : (
        <div className="mt-4 text-sm leading-relaxed">
          <p>
            <span className="font-medium">
              Status: <StatusWord status={event.status} />.
            </span>{' '}
            <span className="text-muted">{statusWords[event.status].meaning}</span>
          </p>
          {event.statusReason ? <p className="mt-1">{event.statusReason}</p> : null}
        </div>
      )}
    </header>
  );
}
