import Link from 'next/link';

type Choice = { name: string; href: string; current: boolean };

/** A choice of one among few, as links: it works without JavaScript, and each choice has its address. */
export function SwitchLinks({ label, choices }: { label: string; choices: Choice[] }) {
  return (
    <nav aria-label={label} className="no-print">
      <ul className="flex border border-line-strong text-sm">
        {choices.map((choice) => (
          <li key={choice.name} className="border-line-strong border-l first:border-l-0">
            <Link
              href={choice.href}
              scroll={false}
              prefetch={false}
              aria-current={choice.current ? 'true' : undefined}
              className="flex min-h-10 items-center px-3 hover:bg-surface aria-[current=true]:bg-ink aria-[current=true]:text-paper"
            >
              {choice.name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
