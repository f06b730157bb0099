import Link from 'next/link';
import type { ReactNode } from 'react';
import { Section } from '@/components/events/section';
import { formatDate } from '@/lib/format/dates';
import { formatNumber } from '@/lib/format/numbers';
import type { Listed, QualityEvent } from '@/lib/stats/quality';

const link = 'underline decoration-line-strong underline-offset-4 hover:decoration-current';

type Props = { events: Listed<QualityEvent>; today: string; allHref: string };

/** Where assessors disagree, each with the reason that is on record. */
export function DisputedEvents({ events, allHref }: Omit<Props, 'today'>) {
  return (
    <Section title="Disputed" id="disputed">
      {events.total === 0 ? (
        <Empty>
          No round here is disputed. One is marked so where assessors disagree on whether it took place, what
          it was or how it went.
        </Empty>
      ) : (
        <ul className="max-w-4xl border-line border-t">
          {events.shown.map(({ slug, title, statusReason }) => (
            <li key={slug} className="border-line border-b py-3">
              <Link href={`/events/${slug}`} prefetch={false} className={link}>
                {title}
              </Link>
              <p className="mt-1 font-reading text-muted leading-relaxed">
                {statusReason ?? 'No reason is on record.'}
              </p>
            </li>
          ))}
        </ul>
      )}
      <More events={events} href={allHref} />
    </Section>
  );
}

/** First reports that were never settled, the oldest first. */
export function PreliminaryEvents({ events, today, allHref }: Props) {
  return (
    <Section title="Preliminary, oldest first" id="preliminary">
      {events.total === 0 ? (
        <Empty>No round here is preliminary. A first report stands as preliminary until more is known.</Empty>
      ) : (
        <table className="w-full max-w-4xl text-sm">
          <caption className="pb-2 text-left text-muted">
            {`Age on ${formatDate(today)}, in days since the round; where its month alone is known, since the last day of it.`}
          </caption>
          <thead>
            <tr className="border-ink border-b text-left">
              <th scope="col" className="py-2 pr-6 text-right font-semibold">
                Days
              </th>
              <th scope="col" className="w-full py-2 font-semibold">
                Round
              </th>
            </tr>
          </thead>
          <tbody>
            {events.shown.map(({ slug, title, ageDays }) => (
              <tr key={slug} className="border-line border-b align-baseline">
                <td className="py-2 pr-6 text-right">{formatNumber(ageDays)}</td>
                <td className="py-2">
                  <Link href={`/events/${slug}`} prefetch={false} className={link}>
                    {title}
                  </Link>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <More events={events} href={allHref} />
    </Section>
  );
}

export function Empty({ children }: { children: ReactNode }) {
  return <p className="max-w-3xl text-muted">{children}</p>;
}

function More({ events, href }: { events: Listed<unknown>; href: string }) {
  if (events.total <= events.shown.length) return null;
  return (
    <p className="mt-3 text-sm">
      {`The first ${events.shown.length} of ${formatNumber(events.total)}. `}
      <Link href={href} prefetch={false} className={link}>
        All of them, in the table of events
      </Link>
    </p>
  );
}
