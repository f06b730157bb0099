import Link from 'next/link';
import { SiteNav } from './site-nav';

/** The name of the paper, and the way to its pages. */
export function SiteHeader() {
  return (
    <header className="mx-auto w-full max-w-6xl px-4 sm:px-6">
      <div className="flex flex-wrap items-center justify-between gap-x-8 border-ink border-b py-2 sm:py-3">
        <Link href="/" prefetch={false} className="flex min-h-11 items-center gap-2.5">
          <Mark />
          <span className="font-reading font-semibold text-2xl tracking-tight">Apogee</span>
          <span className="hidden border-line-strong border-l pl-2.5 text-muted text-sm md:inline">
            An open tracker of missile tests
          </span>
        </Link>
        <SiteNav />
      </div>
    </header>
  );
}

/** An arc with its highest point marked. */
function Mark() {
  return (
    <svg viewBox="0 0 32 32" className="size-6" aria-hidden="true">
      <path
        d="M3 27C7 -1 25 -1 29 27"
        fill="none"
        stroke="var(--accent)"
        strokeWidth="3"
        strokeLinecap="round"
      />
      <circle cx="16" cy="6" r="4.5" fill="var(--ink)" />
    </svg>
  );
}
