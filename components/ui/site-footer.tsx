import Link from 'next/link';

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
          <Link href="/about" prefetch={false} className="underline underline-offset-4">
            Where the data comes from
          </Link>
          <Link href="/changes" prefetch={false} className="underline underline-offset-4">
            Corrections
          </Link>
          <Link href="/subscribe" prefetch={false} className="underline underline-offset-4">
            Alerts by e-mail
          </Link>
        </p>
      </div>
    </footer>
  );
}
