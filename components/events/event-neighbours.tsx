import Link from 'next/link';
import type { Status } from '@/lib/catalogue/vocabulary';
import type { Standpoint } from '@/lib/filter/schema';
import { standpointQuery } from '@/lib/filter/url';
import { eventHref } from './event-href';

type Neighbour = { slug: string; title: string; status: Status } | null;

type Props = { previous: Neighbour; next: Neighbour; standpoint: Standpoint };

/** The events of the same country just before and just after, from the same standpoint. */
export function EventNeighbours({ previous, next, standpoint }: Props) {
  if (!previous && !next) return null;
  return (
    <nav
      aria-label="Events before and after"
      className="mt-12 grid gap-x-10 gap-y-6 border-ink border-t pt-5 text-sm sm:grid-cols-2"
    >
      <div>
        {previous ? (
          <NeighbourLink words="← Before it" rel="prev" event={previous} standpoint={standpoint} />
        ) : null}
      </div>
      <div className="sm:text-right">
        {next ? (
          <NeighbourLink words="After it →" rel="next" event={next} standpoint={standpoint} />
        ) : (
          <p className="text-muted">
            The latest of this country{standpointQuery(standpoint) ? ' from this standpoint' : ''}.
          </p>
        )}
      </div>
    </nav>
  );
}

type LinkProps = {
  words: string;
  rel: 'prev' | 'next';
  event: NonNullable<Neighbour>;
  standpoint: Standpoint;
};

function NeighbourLink({ words, rel, event, standpoint }: LinkProps) {
  return (
    <Link
      href={eventHref(event.slug, standpoint)}
      rel={rel}
      prefetch={false}
      className="group inline-block py-1"
    >
      <span className="block text-muted">{words}</span>
      <span className="underline decoration-line-strong underline-offset-4 group-hover:decoration-ink">
        {event.status === 'withdrawn' ? <s>{event.title}</s> : event.title}
      </span>
    </Link>
  );
}
