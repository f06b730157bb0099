import Link from 'next/link';
import { eventHref } from '@/components/events/event-href';
import type { Standpoint } from '@/lib/filter/schema';
import { formatLongDate } from '@/lib/format/dates';
import { plural } from '@/lib/format/numbers';
import { inWords } from '@/lib/stats/chart-sentence';
import type { Headline, LastTest } from '@/lib/stats/headline';
import type { headlineWords } from './filter-words';

/** The answer first, in words: how many this year, how many by the same day of last year, and when the last one was. */
export function Lead({
  headline,
  subject,
  words,
  standpoint,
  isPast,
}: {
  headline: Headline;
  subject: string;
  words: ReturnType<typeof headlineWords>;
  standpoint: Standpoint;
  /** Whether its day is one that has passed: then "so far" would be read as of now. */
  isPast: boolean;
}) {
  const { thisYear, lastYear, lastTest } = headline;
  const year = isPast
    ? `in ${thisYear.to.slice(0, 4)} up to ${formatLongDate(thisYear.to).slice(0, -' 2020'.length)}`
    : 'so far this year';
  return (
    <div className="max-w-3xl pt-8 sm:pt-12">
      <p className="text-muted text-sm">{subject}</p>
      <h1 className="mt-2 text-[2rem] leading-[1.12] tracking-tight sm:text-5xl">
        {thisYear.rounds === 0
          ? `No ${words.one} test${words.where} on record ${year}`
          : unbroken(
              capitalised(
                `${thisYear.missiles.openEnded ? 'at least ' : ''}${plural(thisYear.missiles.count, words.one, words.many)} in ${plural(thisYear.rounds, 'round')} of tests${words.where} ${year}`,
              ),
            )}
      </h1>
      <p className="mt-4 font-reading text-lg text-muted leading-relaxed">
        Counted from 1 January to {formatLongDate(thisYear.to)}. By{' '}
        {thisYear.to.slice(5) === lastYear.to.slice(5)
          ? `the same day of ${lastYear.to.slice(0, 4)}`
          : formatLongDate(lastYear.to)}{' '}
        it was{' '}
        {lastYear.rounds === 0
          ? 'none'
          : `${inWords(lastYear.missiles, 'missiles')} in ${plural(lastYear.rounds, 'round')}`}
        .{' '}
        {lastTest ? (
          <LastTestSentence last={lastTest} standpoint={standpoint} isPast={isPast} />
        ) : (
          'No such test is on record in any year.'
        )}
      </p>
    </div>
  );
}

type LastTestProps = { last: LastTest; standpoint: Standpoint; isPast: boolean };

function LastTestSentence({ last, standpoint, isPast }: LastTestProps) {
  const when = (
    <Link href={eventHref(last.slug, standpoint)} prefetch={false} className="underline underline-offset-4">
      {formatLongDate(last.localDate)}
    </Link>
  );
  const was = isPast ? 'The last test on record then was' : 'The last recorded test was';
  if (last.atLeast)
    return (
      <>
        {was} in {when}.
      </>
    );
  if (last.days === 0)
    return (
      <>
        {was} {isPast ? 'on that very day' : 'today'}, {when}.
      </>
    );
  return (
    <>
      {was} {plural(last.days, 'day')} {isPast ? 'before' : 'ago'}, on {when}.
    </>
  );
}

/** A number stays on the line of its noun. */
const unbroken = (sentence: string) => sentence.replace(/(\d) /g, '$1\u00a0');
const capitalised = (sentence: string) => sentence.charAt(0).toUpperCase() + sentence.slice(1);
