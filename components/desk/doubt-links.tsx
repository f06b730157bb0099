import type { DoubtLink } from '@/lib/catalogue/doubts/doubt';

/** What a doubt speaks of, each opened beside the form: nobody loses what is being typed. */
export function DoubtLinks({ about }: { about: DoubtLink[] }) {
  if (about.length === 0) return null;
  return (
    <ul className="mt-0.5">
      {about.map(({ title, href, words }) => (
        <li key={`${href} ${title}`} className="py-0.5">
          <a
            href={href}
            target="_blank"
            rel="noopener"
            className="mr-1 inline-block py-1 underline decoration-line-strong underline-offset-4 hover:decoration-current lg:py-0"
          >
            {title}
            <span className="sr-only"> (opens in another tab)</span>
          </a>
          {/* A space, and no comma: on a narrow screen these words begin a line. */}{' '}
          <span className="text-muted">{words}</span>
        </li>
      ))}
    </ul>
  );
}
