import Link from 'next/link';
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

/**
 * Why a standpoint shows nothing at all, whatever the filter: the records do not go back so far, or nobody of that name has
 * said anything. Null where neither is so.
 */
export function nothingKnown({ standpoint, assessors, since, path }: Props): React.ReactNode {
  const { asKnownOn, accordingTo } = standpoint;
  const link = 'underline underline-offset-4 hover:no-underline';
  if (asKnownOn && since && since.slice(0, 10) > asKnownOn) {
    const first = since.slice(0, 10);
    return (
      <>
        <p>On {formatLongDate(asKnownOn)} this catalogue had nothing on record yet.</p>
        <p className="mt-2 text-muted">
          Its records go back to {formatLongDate(first)}: what was known of a test before can be read in its
          claims, each with its date.
        </p>
        <p className="mt-4 flex flex-wrap gap-x-6">
          <Link href={`${path}${standpointQuery({ asKnownOn: first, accordingTo })}`} className={link}>
            As known on {formatLongDate(first)}
          </Link>
          <Link href={`${path}${standpointQuery({ accordingTo })}`} className={link}>
            Back to the present
          </Link>
        </p>
      </>
    );
  }
  if (accordingTo && !assessors.includes(accordingTo)) {
    return (
      <>
        <p>
          No claim of an assessor called “{accordingTo}” is on record{asKnownOn ? ' as known then' : ''}.
        </p>
        <p className="mt-2 text-muted">
          {assessors.length > 0
            ? 'Choose one of the list under “According to”: the names have to be written as they are there.'
            : 'Here would be the tests with the figures of one assessor alone, as soon as a claim is recorded.'}
        </p>
        <p className="mt-4">
          <Link href={`${path}${standpointQuery({ asKnownOn })}`} className={link}>
            Back to the figures of record
          </Link>
        </p>
      </>
    );
  }
  return null;
}
