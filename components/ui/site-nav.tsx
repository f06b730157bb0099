'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';

const pages = [
  { href: '/events', name: 'Events' },
  { href: '/context', name: 'Context' },
  { href: '/subscribe', name: 'Alerts' },
  // On a telephone the footer leads there.
  { href: '/about', name: 'About', className: 'max-sm:hidden' },
  { href: '/desk', name: 'Desk' },
];

/** The way to the paper's pages, with the one that is open marked. */
export function SiteNav() {
  const path = usePathname();
  return (
    <nav aria-label="Pages">
      <ul className="-mx-2 flex text-sm sm:-mr-3 sm:text-base">
        {pages.map((page) => (
          <li key={page.href} className={page.className}>
            <Link
              href={page.href}
              prefetch={false}
              aria-current={path === page.href || path.startsWith(`${page.href}/`) ? 'page' : undefined}
              className="inline-flex min-h-11 items-center px-2 decoration-2 underline-offset-8 hover:underline aria-[current=page]:font-medium aria-[current=page]:underline sm:px-3"
            >
              {page.name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
