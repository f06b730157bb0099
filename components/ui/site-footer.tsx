import Link from 'next/link';

/** What the figures are, in a line, and where they come from. */
export function SiteFooter() {
  return (
    <footer className="mx-auto w-full max-w-6xl px-4 sm:px-6">
      <p className="border-line border-t py-6 text-muted text-sm">
        Public reporting only. Unknown figures stay unknown.{' '}
        <Link href="/about" className="underline underline-offset-2">
          Where the data comes from
        </Link>
      </p>
    </footer>
  );
}
