import Link from 'next/link';
import type { ReactNode } from 'react';
import type { Standpoint } from '@/lib/filter/schema';
import { standpointQuery } from '@/lib/filter/url';
import { formatLongDate } from '@/lib/format/dates';

type Props = {
  standpoint: Standpoint;
  /** Of whom there is a claim on record, as known then. */
  assessors: string[];
  /** Since when there is anything on record, as an instant. */
  since: string | null;
  path: '/' | '/events';
};

/** What is the matter, without a full stop, and what to do about it. */
export type NothingKnown = { title: string; advice: ReactNode };

/**
 * Why a standpoint shows nothing at all, whatever the filter: the records do not go back so far, or nobody of that name has
 * said anything. Null where neither is so.
 */
export function nothingKnown({ standpoint, assessors, since, path }: Props): NothingKnown | null {
  const { asKnownOn, accordingTo } = standpoint;
  if (asKnownOn && since && since.slice(0, 10) > asKnownOn) {
    const first = since.slice(0, 10);
    return {
      title: `On ${formatLongDate(asKnownOn)} this catalogue had nothing on record yet`,
      advice: (
        <>
          <p>
            Its records go back to {formatLongDate(first)}. What was said of a test before that day can be
            read in its claims, each with its date.
          </p>
          <Ways
            ways={[
              [`As known on ${formatLongDate(first)}`, { asKnownOn: first, accordingTo }],
              ['Back to the present', { accordingTo }],
            ]}
            path={path}
          />
        </>
      ),
    };
  }
  if (accordingTo && !assessors.includes(accordingTo)) {
    return {
      title: `No claim of an assessor called “${accordingTo}” is on record${asKnownOn ? ' as known then' : ''}`,
      advice: (
        <>
          <p>
            {assessors.length > 0
              ? 'Choose one of the list under “According to”: a name in an address has to be written as it is there.'
              : 'Here would be the tests with the figures of one assessor alone, as soon as a claim is recorded.'}
          </p>
          <Ways ways={[['Back to the figures of record', { asKnownOn }]]} path={path} />
        </>
      ),
    };
  }
  return null;
}

type WaysProps = { ways: [words: string, to: Standpoint][]; path: Props['path'] };

function Ways({ ways, path }: WaysProps) {
  return (
    <p className="mt-3 flex flex-wrap gap-x-6 text-ink">
      {ways.map(([words, to]) => (
        <Link
          key={words}
          href={`${path}${standpointQuery(to)}`}
          className="inline-flex min-h-9 items-center underline underline-offset-4 hover:no-underline"
        >
          {words}
        </Link>
      ))}
    </p>
  );
}
