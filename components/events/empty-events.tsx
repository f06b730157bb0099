import Link from 'next/link';
import type { NothingKnown } from '@/components/standpoint/nothing-known';
import type { Standpoint } from '@/lib/filter/schema';
import { standpointQuery } from '@/lib/filter/url';

type Props = {
  filtered: boolean;
  standpoint: Standpoint;
  /** Why nothing is to be seen from this standpoint at all, where that is so. */
  reason: NothingKnown | null;
};

/** What would be here, and how to get it. */
export function EmptyEvents({ filtered, standpoint, reason }: Props) {
  const isElsewhere = standpointQuery(standpoint) !== '';
  const look = 'max-w-2xl py-12 font-reading text-lg leading-relaxed';
  if (reason)
    return (
      <div className={look}>
        <p>{reason.title}.</p>
        <div className="mt-2 text-muted">{reason.advice}</div>
      </div>
    );
  return (
    <div className={look}>
      {filtered || isElsewhere ? (
        <>
          <p>No event fits this filter.</p>
          <p className="mt-2 text-muted">
            Widen the dates, take a class away, or leave out a word: words are looked for in names, aliases,
            sites and claims, and all of them have to be found. A figure that is unknown is within no limits.
          </p>
          <p className="mt-4">
            <Link
              href={`/events${standpointQuery(standpoint)}`}
              className="underline underline-offset-4 hover:no-underline"
            >
              {isElsewhere ? 'Show all events from this standpoint' : 'Show all events'}
            </Link>
          </p>
        </>
      ) : (
        <>
          <p>The catalogue is empty.</p>
          <p className="mt-2 text-muted">
            Each test that is recorded will stand here. The starter catalogue is loaded when Apogee is started
            for the first time; analysts record new tests at the{' '}
            <Link href="/desk" className="underline underline-offset-4">
              desk
            </Link>
            .
          </p>
        </>
      )}
    </div>
  );
}
