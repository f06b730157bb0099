import Link from 'next/link';

const pages = [
  { href: '/about', name: 'Where the data comes from' },
  { href: '/quality', name: 'Data quality' },
  { href: '/changes', name: 'Corrections' },
  { href: '/subscribe', name: 'Alerts by e-mail' },
];

/** What the figures are, in a line, and where they come from. */
export function SiteFooter() {
  return (
    <footer className="mx-auto w-full max-w-6xl px-4 text-muted text-sm sm:px-6">
      <div className="flex flex-wrap justify-between gap-x-10 gap-y-3 border-ink border-t py-6">
        <p className="max-w-xl">
          Apogee counts what is publicly reported. Assessments may disagree, and all are kept; what is unknown
          stays unknown.
        </p>
        <p className="flex flex-wrap gap-x-5 gap-y-1">
          {pages.map(({ href, name }) => (
            <Link
              key={href}
              href={href}
              prefetch={false}
              className="inline-flex min-h-9 items-center underline underline-offset-4 sm:min-h-0"
            >
              {name}
            </Link>
          ))}
        </p>
      </div>
    </footer>
  );
}
