import type { Metadata } from 'next';
import { notFound, permanentRedirect } from 'next/navigation';
import { cache } from 'react';
import { CorrectionForm } from '@/components/events/correction-form';
import { EventCitations } from '@/components/events/event-citations';
import { EventClaims } from '@/components/events/event-claims';
import { EventFigures } from '@/components/events/event-figures';
import { EventFooter } from '@/components/events/event-footer';
import { EventHeading } from '@/components/events/event-heading';
import { EventHistory } from '@/components/events/event-history';
import { eventHref } from '@/components/events/event-href';
import { EventNeighbours } from '@/components/events/event-neighbours';
import { EventNotes } from '@/components/events/event-notes';
import { EventNovelty } from '@/components/events/event-novelty';
import { StandpointLine } from '@/components/standpoint/standpoint-line';
import { Notice } from '@/components/ui/notice';
import { dateline, eventInShort } from '@/lib/catalogue/event-sentences';
import { getHistory } from '@/lib/catalogue/history';
import { getEvent, getNeighbours } from '@/lib/catalogue/queries';
import { AppError } from '@/lib/errors';
import { standpointInShort, standpointSentence } from '@/lib/filter/standpoint-words';
import { readableStandpoint, toSearchParams } from '@/lib/filter/url';
import { dayIn } from '@/lib/format/dates';
import { sentenceWithDays } from '@/lib/stats/novelty';
import { getNovelty } from '@/lib/stats/novelty-queries';
import { tellEditors } from '../actions';

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { event, standpoint } = await readPage(props);
  const { local } = dateline(event);
  const prefix = event.status === 'confirmed' ? '' : `[${event.status}] `;
  return {
    title: `${prefix}${event.title}${standpointInShort(standpoint)}`,
    description: `${local}. ${eventInShort(event)} Who said what, with sources.${standpointSentence(standpoint)}`,
    alternates: { canonical: `/events/${event.slug}` },
  };
}

export default async function EventPage(props: Props) {
  const { event, standpoint, errors } = await readPage(props);
  const [{ facts }, { previous, next }, history] = await Promise.all([
    getNovelty(event.slug, standpoint),
    getNeighbours(event.slug, standpoint),
    getHistory(event.slug, standpoint),
  ]);
  return (
    <article>
      <StandpointLine
        standpoint={standpoint}
        today={dayIn('UTC', new Date())}
        hrefFrom={(other) => eventHref(event.slug, other)}
      />
      {errors.length > 0 ? (
        <Notice title="A part of this address was not understood, and was left out." tone="problem">
          {errors.map(({ path, message }) => (
            <p key={path}>
              {path}: {message}
            </p>
          ))}
        </Notice>
      ) : null}
      <EventHeading event={event} />
      <EventNovelty sentences={facts.map(sentenceWithDays)} standpoint={standpoint} />
      <EventFigures event={event} accordingTo={standpoint.accordingTo} />
      <EventClaims event={event} accordingTo={standpoint.accordingTo} />
      <EventNotes notes={event.notes} />
      <EventCitations citations={event.citations} />
      <EventHistory slug={event.slug} entries={history} standpoint={standpoint} />
      <CorrectionForm slug={event.slug} tell={tellEditors} />
      <EventFooter event={event} standpoint={standpoint} />
      <EventNeighbours previous={previous} next={next} standpoint={standpoint} />
    </article>
  );
}

async function readPage({ params, searchParams }: Props) {
  const { standpoint, errors } = readableStandpoint(toSearchParams(await searchParams));
  const { asKnownOn, accordingTo } = standpoint;
  return { event: await readEvent((await params).slug, asKnownOn, accordingTo), standpoint, errors };
}

/** The event, read once a request; a slug in capitals leads to the one in small letters, an unknown one to the 404 page. */
const readEvent = cache(async (slug: string, asKnownOn?: string, accordingTo?: string) => {
  const standpoint = { asKnownOn, accordingTo };
  if (!/^[a-z0-9-]+$/i.test(slug)) notFound();
  if (slug !== slug.toLowerCase()) permanentRedirect(eventHref(slug.toLowerCase(), standpoint));
  try {
    return await getEvent(slug, standpoint);
  } catch (error) {
    if (error instanceof AppError && error.code === 'not-found') notFound();
    throw error;
  }
});
