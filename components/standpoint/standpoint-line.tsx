import Link from 'next/link';
import type { Standpoint } from '@/lib/filter/schema';
import { standpointSentence } from '@/lib/filter/standpoint-words';

type Props = {
  standpoint: Standpoint;
  /** The day that it is now, in UTC. */
  today: string;
  /** The address of the same page from another standpoint. */
  hrefFrom: (standpoint: Standpoint) => string;
};

/** From where a page is looked at, where that is not the present, and the way back to it. */
export function StandpointLine({ standpoint, today, hrefFrom }: Props) {
  const { asKnownOn, accordingTo } = standpoint;
  if (!asKnownOn && !accordingTo) return null;
  const ways = [
    ...(asKnownOn ? [{ words: 'Back to the present', href: hrefFrom({ accordingTo }) }] : []),
    ...(accordingTo ? [{ words: 'Back to the figures of record', href: hrefFrom({ asKnownOn }) }] : []),
  ];
  return (
    <aside aria-label="Standpoint" className="mt-6 border-accent border-y bg-surface px-4 py-3 text-sm">
      <div className="flex flex-wrap items-center justify-between gap-x-8 gap-y-1">
        <p className="max-w-3xl">
          <strong className="font-semibold">{standpointSentence(standpoint).trim()}</strong>{' '}
          <span className="text-muted">{meaning(standpoint, today)}</span>
        </p>
        <p className="flex flex-wrap gap-x-6">
          {ways.map(({ words, href }) => (
            <Link
              key={words}
              href={href}
              prefetch={false}
              scroll={false}
              className="inline-flex min-h-11 items-center font-medium underline underline-offset-4 hover:no-underline sm:min-h-8"
            >
              {words}
            </Link>
          ))}
        </p>
      </div>
    </aside>
  );
}

function meaning({ asKnownOn, accordingTo }: Standpoint, today: string): string {
  const time = !asKnownOn
    ? ''
    : asKnownOn > today
      ? 'That day has not come yet: this is the catalogue as it stands.'
      : asKnownOn === today
        ? 'That day is not over: what is changed today is in it.'
        : 'What was recorded or corrected later is left out.';
  const whose = accordingTo
    ? 'What it did not say is unknown, events that it did not speak of are left out.'
    : '';
  return [time, whose].filter(Boolean).join(' ');
}
