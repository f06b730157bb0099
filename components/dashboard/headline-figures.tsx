import Link from 'next/link';
import type { ReactNode } from 'react';
import { eventHref } from '@/components/events/event-href';
import type { Standpoint } from '@/lib/filter/schema';
import { formatDate } from '@/lib/format/dates';
import { formatNumber, formatSum } from '@/lib/format/numbers';
import type { Headline, LastTest } from '@/lib/stats/headline';

type Props = {
  headline: Headline;
  span: string;
  standpoint: Standpoint;
  /** Whether its day is one that has passed. */
  isPast: boolean;
};

/** The headline's numbers in a row, each with what it is compared with. */
export function HeadlineFigures({ headline, span, standpoint, isPast }: Props) {
  const { today, thisYear, lastYear, lastTest, lastIcbm, outcomes } = headline;
  const year = thisYear.to.slice(0, 4);
  const before = `by ${formatDate(lastYear.to)}`;
  const by = isPast ? ` by ${formatDate(today).slice(0, -' 2020'.length)}` : '';
  const until = isPast ? today : null;
  return (
    <dl className="mt-8 grid grid-cols-2 gap-x-6 border-line border-t sm:mt-10 md:flex md:gap-0">
      <Figure
        name={`Missiles in ${year}${by}`}
        value={formatSum(thisYear.missiles.count, thisYear.missiles.openEnded)}
      >
        {formatSum(lastYear.missiles.count, lastYear.missiles.openEnded)} {before}
      </Figure>
      <Figure name={`Rounds in ${year}${by}`} value={formatNumber(thisYear.rounds)}>
        {formatNumber(lastYear.rounds)} {before}
      </Figure>
      <DaysSince name="Days since the last test" last={lastTest} until={until} standpoint={standpoint} />
      {lastIcbm === undefined ? null : (
        <DaysSince name="Days since the last ICBM" last={lastIcbm} until={until} standpoint={standpoint} />
      )}
      <Figure
        name="Succeeded, per cent"
        value={outcomes.share === null ? '–' : formatNumber(Math.round(outcomes.share * 100))}
      >
        {outcomes.known === 0
          ? 'no outcome is known'
          : `${formatNumber(outcomes.succeeded)} of ${formatNumber(outcomes.known)} missiles with a known outcome`}
        {`, ${span || 'whole catalogue'}`}
      </Figure>
    </dl>
  );
}

type DaysSinceProps = {
  name: string;
  last: LastTest | null;
  /** The day that is counted to, where it is not this one. */
  until: string | null;
  standpoint: Standpoint;
};

function DaysSince({ name, last, until, standpoint }: DaysSinceProps) {
  if (!last)
    return (
      <Figure name={name} value="–">
        none on record
      </Figure>
    );
  return (
    <Figure name={name} value={`${last.atLeast ? '≥' : ''}${formatNumber(last.days)}`}>
      <Link
        href={eventHref(last.slug, standpoint)}
        prefetch={false}
        className="underline decoration-line-strong underline-offset-4 hover:decoration-current"
      >
        {formatDate(last.localDate)}
      </Link>
      {until ? ` to ${formatDate(until)}` : null}
    </Figure>
  );
}

function Figure({ name, value, children }: { name: string; value: string; children: ReactNode }) {
  return (
    <div className="flex flex-col border-line border-b py-4 last:max-md:col-span-2 md:flex-1 md:border-r md:px-5 md:first:pl-0 md:last:border-r-0 md:last:pr-0">
      <dt className="text-sm">{name}</dt>
      <dd className="mt-1 font-medium text-4xl tracking-tight">{value}</dd>
      <dd className="mt-1 text-muted text-sm">{children}</dd>
    </div>
  );
}
