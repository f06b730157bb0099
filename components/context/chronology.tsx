import Link from 'next/link';
import { CitationLine } from '@/components/events/event-citations';
import type { ContextItem } from '@/lib/catalogue/context-schema';
import { byYear, contextDays, contextKindWords } from '@/lib/catalogue/context-words';

type Item = ContextItem & { formerIds: string[] };

type Props = { items: Item[]; countries: { id: string; name: string }[]; isFiltered: boolean };

/** Dated facts as a newspaper has them: year by year, each with its day, its kind and its sources. */
export function Chronology({ items, countries, isFiltered }: Props) {
  if (items.length === 0) return <NothingHere isFiltered={isFiltered} />;
  const years = byYear(items);
  const nameOf = new Map(countries.map(({ id, name }) => [id, name]));
  // Where all are of one country, to say so at each would be noise.
  const hasSeveralCountries = new Set(items.map(({ country }) => country)).size > 1;
  return (
    <>
      {years.length > 1 ? (
        <nav aria-label="Years" className="no-print pt-2">
          <ul className="-mx-2 flex flex-wrap text-sm">
            {years.map(({ year }) => (
              <li key={year}>
                <a
                  href={`#year-${year}`}
                  className="inline-flex min-h-11 items-center px-2 underline decoration-line-strong underline-offset-4 hover:decoration-ink lg:min-h-8"
                >
                  {year}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      ) : null}
      {years.map(({ year, items: ofYear }) => (
        <section
          key={year}
          aria-labelledby={`year-${year}`}
          className="mt-8 border-ink border-t pt-3 lg:grid lg:grid-cols-[9rem_1fr] lg:gap-x-8"
        >
          <h2
            id={`year-${year}`}
            className="scroll-mt-4 text-3xl leading-none lg:sticky lg:top-4 lg:self-start"
          >
            {year}
          </h2>
          <ol className="mt-2 lg:mt-0">
            {ofYear.map((item) => (
              <li
                key={item.slug}
                id={item.slug}
                className="scroll-mt-4 border-line border-b py-4 first:pt-1 last:border-b-0 target:bg-surface sm:grid sm:grid-cols-[6.5rem_1fr] sm:gap-x-6"
              >
                <p className="font-medium text-sm sm:pt-1">
                  <time dateTime={item.date}>{contextDays(item)}</time>
                </p>
                <article className="max-w-2xl">
                  {/* Links to what was merged into it lead here. */}
                  {item.formerIds.map((slug) => (
                    <span key={slug} id={slug} className="scroll-mt-4" />
                  ))}
                  <h3 className="text-xl leading-snug">
                    <a href={`#${item.slug}`} className="underline-offset-4 hover:underline">
                      {item.title}
                    </a>
                  </h3>
                  <p className="mt-0.5 text-muted text-sm">
                    {[
                      contextKindWords[item.kind],
                      item.place,
                      hasSeveralCountries && item.country ? (nameOf.get(item.country) ?? item.country) : null,
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </p>
                  <p className="mt-1.5 font-reading leading-relaxed">{item.summary}</p>
                  <ul className="mt-2 space-y-1 text-sm">
                    {item.citations.map((citation) => (
                      <li key={citation.url}>
                        <CitationLine citation={citation} />
                      </li>
                    ))}
                  </ul>
                </article>
              </li>
            ))}
          </ol>
        </section>
      ))}
    </>
  );
}

function NothingHere({ isFiltered }: { isFiltered: boolean }) {
  return (
    <div className="max-w-2xl py-12 font-reading text-lg leading-relaxed">
      <p>
        {isFiltered ? 'Nothing of this kind is on record for these dates.' : 'No context is on record yet.'}
      </p>
      <p className="mt-2 text-muted">
        {isFiltered ? (
          <>
            Widen the dates or choose another kind, or{' '}
            <Link href="/context" className="underline underline-offset-4">
              show everything
            </Link>
            .
          </>
        ) : (
          <>
            Statements, summits, exercises and resolutions will stand here by their dates. The starter
            catalogue brings some; editors add others at the{' '}
            <Link href="/desk/context" className="underline underline-offset-4">
              desk
            </Link>
            .
          </>
        )}
      </p>
    </div>
  );
}
