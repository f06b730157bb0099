import Link from 'next/link';

const pages = [
  { href: '/events', name: 'Events' },
  { href: '/subscribe', name: 'Alerts' },
  { href: '/about', name: 'About' },
  { href: '/desk', name: 'Desk' },
];

/** The name of the paper, and the way to its pages. */
export function SiteHeader() {
  return (
    <header className="mx-auto w-full max-w-6xl px-4 sm:px-6">
      <div className="flex flex-wrap items-baseline justify-between gap-x-8 gap-y-1 border-ink border-b py-4">
        <Link href="/" className="font-reading font-semibold text-2xl tracking-tight">
          Apogee
        </Link>
        <nav aria-label="Pages">
          <ul className="-mx-2 flex text-sm">
            {pages.map((page) => (
              <li key={page.href}>
                <Link href={page.href} className="inline-block px-2 py-2 underline-offset-4 hover:underline">
                  {page.name}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </header>
  );
}
