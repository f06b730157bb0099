import Link from 'next/link';

/** What would stand here, and how to get it. */
export function NothingFound({ isEmptyCatalogue, span }: { isEmptyCatalogue: boolean; span: string }) {
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
            {span ? 'Choose a longer span, ' : 'Choose '}
            more classes or another country, or see the{' '}
            <Link href="/" className="underline underline-offset-4">
              whole catalogue
            </Link>
            .
          </>
        )}
      </p>
    </section>
  );
}
