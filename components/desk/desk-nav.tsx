'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';

const rooms = [
  { href: '/desk', name: 'Events' },
  { href: '/desk/review', name: 'Review' },
  { href: '/desk/import', name: 'Import' },
  { href: '/desk/systems', name: 'Systems' },
  { href: '/desk/sites', name: 'Sites' },
  { href: '/desk/assessors', name: 'Assessors' },
  { href: '/desk/context', name: 'Context' },
  { href: '/desk/mail', name: 'Mail' },
];

/** The way around the desk, with the room that is open marked. */
export function DeskNav() {
  const path = usePathname();
  const isOpen = (href: string) =>
    href === '/desk' ? path === href || path.startsWith('/desk/events') : path.startsWith(href);
  return (
    <nav aria-label="Desk" className="no-print overflow-x-auto border-line border-b">
      <ul className="-mx-3 flex text-sm">
        {rooms.map((room) => (
          <li key={room.href}>
            <Link
              href={room.href}
              prefetch={false}
              aria-current={isOpen(room.href) ? 'page' : undefined}
              className="inline-flex min-h-11 items-center px-3 decoration-2 underline-offset-8 hover:underline aria-[current=page]:font-medium aria-[current=page]:underline"
            >
              {room.name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
