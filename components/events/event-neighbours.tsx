import Link from 'next/link';
import type { Status } from '@/lib/catalogue/vocabulary';

type Neighbour = { slug: string; title: string; status: Status } | null;

/** The events of the same country just before and just after. */
export function EventNeighbours({ previous, next }: { previous: Neighbour; next: Neighbour }) {
  if (!previous && !next) return null;
  return (
    <nav
      aria-label="Events before and after"
      className="mt-12 grid gap-x-10 gap-y-6 border-ink border-t pt-5 text-sm sm:grid-cols-2"
    >
      <div>{previous ? <NeighbourLink words="← Before it" rel="prev" event={previous} /> : null}</div>
      <div className="sm:text-right">
        {next ? (
          <NeighbourLink words="After it →" rel="next" event={next} />
        ) : (
          <p className="text-muted">The latest of this country.</p>
        )}
      </div>
    </nav>
  );
}

type LinkProps = { words: string; rel: 'prev' | 'next'; event: NonNullable<Neighbour> };

function NeighbourLink({ words, rel, event }: LinkProps) {
  return (
    <Link href={`/events/${event.slug}`} rel={rel} prefetch={false} className="group inline-block py-1">
      <span className="block text-muted">{words}</span>
      <span className="underline decoration-line-strong underline-offset-4 group-hover:decoration-ink">
        {event.status === 'withdrawn' ? <s>{event.title}</s> : event.title}
      </span>
    </Link>
  );
}
