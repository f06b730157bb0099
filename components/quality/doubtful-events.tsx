import Link from 'next/link';
import { Section } from '@/components/events/section';
import { doubtWords } from '@/lib/catalogue/doubts/doubt';
import { formatNumber, plural } from '@/lib/format/numbers';
import type { DoubtfulEvent } from '@/lib/stats/open-doubts';
import { Empty } from './waiting-events';

const shownAtOnce = 25;

/** For the desk: rounds that the catalogue itself speaks against, until somebody says that they are right as they are. */
export function DoubtfulEvents({ events, mayDecide }: { events: DoubtfulEvent[]; mayDecide: boolean }) {
  const open = events.reduce((sum, event) => sum + event.open, 0);
  return (
    <Section title="Open doubts" id="doubts">
      {events.length === 0 ? (
        <Empty>
          No doubt is open here. A round is listed where the catalogue itself speaks against it: another one
          close by, a source of another time, a figure beyond what is on record.
        </Empty>
      ) : (
        <>
          <p className="mb-3 max-w-3xl text-muted text-sm">
            {`${plural(open, 'doubt')} about ${plural(events.length, 'round')}. Only who is signed in sees them.`}
          </p>
          <Rounds events={events.slice(0, shownAtOnce)} mayDecide={mayDecide} />
          {events.length > shownAtOnce ? (
            <details>
              <summary className="min-h-11 cursor-pointer py-3 text-sm underline underline-offset-4">
                {`${formatNumber(events.length - shownAtOnce)} more`}
              </summary>
              <Rounds events={events.slice(shownAtOnce)} mayDecide={mayDecide} />
            </details>
          ) : null}
        </>
      )}
    </Section>
  );
}

function Rounds({ events, mayDecide }: { events: DoubtfulEvent[]; mayDecide: boolean }) {
  return (
    <ul className="max-w-4xl border-line border-t">
      {events.map(({ slug, title, open, kinds }) => (
        <li key={slug} className="flex flex-wrap justify-between gap-x-6 border-line border-b py-2 text-sm">
          <Link
            href={mayDecide ? `/desk/events/${slug}` : `/events/${slug}`}
            prefetch={false}
            className="underline decoration-line-strong underline-offset-4 hover:decoration-current"
          >
            {title}
          </Link>
          <span className="text-muted">
            {`${open}: ${kinds.map((kind) => doubtWords[kind].toLowerCase()).join(', ')}`}
          </span>
        </li>
      ))}
    </ul>
  );
}
