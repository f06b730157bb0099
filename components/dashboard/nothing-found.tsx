import Link from 'next/link';
import type { EventFilter } from '@/lib/filter/schema';
import { filterToUrl, standpointQuery } from '@/lib/filter/url';

/** What would stand here, and how to get it. */
export function NothingFound({ filter }: { filter: EventFilter }) {
  const isEmptyCatalogue = filterToUrl(filter).size === 0;
  const ways = [
    ...(filter.from || filter.to ? ['a longer span'] : []),
    ...(filter.class.length > 0 ? ['more classes'] : []),
    ...(filter.country.length > 0 ? ['another country'] : []),
  ];
  return (
    <section aria-labelledby="nothing-title" className="mt-10 max-w-2xl">
      <h2 id="nothing-title" className="text-2xl">
        {isEmptyCatalogue ? 'No test is on record yet' : 'No test on record fits this filter'}
      </h2>
      <p className="mt-3 font-reading text-lg text-muted leading-relaxed">
        {isEmptyCatalogue ? (
          <>
            Here the tests will be counted over time as soon as one is published. Whoever has an account
            records them at the{' '}
            <Link href="/desk" className="underline underline-offset-4">
              desk
            </Link>
            .
          </>
        ) : (
          <>
            Here would be the chart of the tests over time, its table and the latest events.{' '}
            {ways.length > 0 ? `Choose ${ways.join(' or ')}, or see the` : 'See the'}{' '}
            <Link href={`/${standpointQuery(filter)}`} className="underline underline-offset-4">
              whole catalogue
            </Link>
            .
          </>
        )}
      </p>
    </section>
  );
}
