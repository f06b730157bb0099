import Link from 'next/link';
import { OutsideLink } from '@/components/events/outside-link';
import { Section } from '@/components/events/section';
import { formatDate } from '@/lib/format/dates';
import { formatNumber, plural } from '@/lib/format/numbers';
import type { Listed } from '@/lib/stats/quality';
import type { UnconfirmedPage } from '@/lib/stats/unconfirmed-citations';
import { Empty } from './waiting-events';

/** Of a work that many rounds rest on, these many are named, and the others behind a fold. */
const namedAtOnce = 6;
const shownAtOnce = 25;

const states = [
  { state: 'no', title: 'Not checked', meaning: 'the source has not been opened' },
  { state: 'partly', title: 'Partly checked', meaning: 'the fact was read elsewhere' },
] as const;

const link =
  'inline-block py-1 underline decoration-line-strong underline-offset-4 hover:decoration-current sm:py-0';

/** The sources that nobody has read in full, with the rounds that rest on them. */
export function UnconfirmedList({ pages }: { pages: Listed<UnconfirmedPage> }) {
  return (
    <Section title="Sources not read in full" id="unconfirmed">
      {pages.total === 0 ? (
        <Empty>
          Every source of these rounds was read. One that was not is listed here, with the rounds that rest on
          it.
        </Empty>
      ) : (
        <>
          <p className="max-w-3xl text-muted text-sm">Each with the rounds that rest on it.</p>
          {states.map(({ state, title, meaning }) => (
            <State
              key={state}
              title={title}
              meaning={meaning}
              pages={pages.shown.filter(({ checked }) => checked === state)}
            />
          ))}
          {pages.total > pages.shown.length ? (
            <p className="mt-3 text-muted text-sm">
              {`The first ${pages.shown.length} of ${formatNumber(pages.total)}: narrow the filter to see the others.`}
            </p>
          ) : null}
        </>
      )}
    </Section>
  );
}

function State({ title, meaning, pages }: { title: string; meaning: string; pages: UnconfirmedPage[] }) {
  if (pages.length === 0) return null;
  return (
    <>
      <h3 className="mt-5 mb-2 text-base">
        {title}
        <span className="font-normal font-sans text-muted text-sm">{` · ${meaning}`}</span>
      </h3>
      <Pages pages={pages.slice(0, shownAtOnce)} />
      {pages.length > shownAtOnce ? (
        <details>
          <summary className="min-h-11 cursor-pointer py-3 text-sm underline underline-offset-4">
            {`${pages.length - shownAtOnce} more`}
          </summary>
          <Pages pages={pages.slice(shownAtOnce)} />
        </details>
      ) : null}
    </>
  );
}

function Pages({ pages }: { pages: UnconfirmedPage[] }) {
  return (
    <ul className="border-line border-t">
      {pages.map((page) => (
        <li
          key={page.url}
          className="grid gap-x-8 gap-y-1 border-line border-b py-2 text-sm lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]"
        >
          <p>
            {page.publisher}, <OutsideLink href={page.url}>{page.title ?? page.url}</OutsideLink>
          </p>
          <Rounds events={page.events} />
        </li>
      ))}
    </ul>
  );
}

function Rounds({ events }: { events: UnconfirmedPage['events'] }) {
  const links = (some: UnconfirmedPage['events']) => (
    <ul className="flex flex-wrap gap-x-4">
      {some.map(({ slug, localDate }) => (
        <li key={slug}>
          <Link href={`/events/${slug}`} prefetch={false} className={link}>
            {formatDate(localDate)}
          </Link>
        </li>
      ))}
    </ul>
  );
  const rest = events.slice(namedAtOnce);
  return (
    <div>
      {links(events.slice(0, namedAtOnce))}
      {rest.length > 0 ? (
        <details>
          <summary className="min-h-9 cursor-pointer py-1.5 text-muted underline underline-offset-4">
            {`and ${plural(rest.length, 'other')}`}
          </summary>
          {links(rest)}
        </details>
      ) : null}
    </div>
  );
}
