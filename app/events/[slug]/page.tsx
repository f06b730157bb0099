import type { Metadata } from 'next';
import { notFound, permanentRedirect } from 'next/navigation';
import { connection } from 'next/server';
import { cache } from 'react';
import { EventCitations } from '@/components/events/event-citations';
import { EventClaims } from '@/components/events/event-claims';
import { EventFigures } from '@/components/events/event-figures';
import { EventFooter } from '@/components/events/event-footer';
import { EventHeading } from '@/components/events/event-heading';
import { EventNeighbours } from '@/components/events/event-neighbours';
import { EventNotes } from '@/components/events/event-notes';
import { EventNovelty } from '@/components/events/event-novelty';
import { dateline, eventInShort } from '@/lib/catalogue/event-sentences';
import { getEvent, getNeighbours } from '@/lib/catalogue/queries';
import { AppError } from '@/lib/errors';
import { sentenceWithDays } from '@/lib/stats/novelty';
import { getNovelty } from '@/lib/stats/novelty-queries';

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const event = await readEvent((await params).slug);
  const { local } = dateline(event);
  const prefix = event.status === 'confirmed' ? '' : `[${event.status}] `;
  return {
    title: `${prefix}${event.title}`,
    description: `${local}. ${eventInShort(event)} Who said what, with sources.`,
    alternates: { canonical: `/events/${event.slug}` },
  };
}

export default async function EventPage({ params }: Props) {
  const event = await readEvent((await params).slug);
  const [{ facts }, { previous, next }] = await Promise.all([
    getNovelty(event.slug),
    getNeighbours(event.slug),
  ]);
  return (
    <article>
      <EventHeading event={event} />
      <EventNovelty sentences={facts.map(sentenceWithDays)} />
      <EventFigures event={event} />
      <EventClaims event={event} />
      <EventNotes notes={event.notes} />
      <EventCitations citations={event.citations} />
      <EventFooter event={event} />
      <EventNeighbours previous={previous} next={next} />
    </article>
  );
}

/** The event, read once a request; a slug in capitals leads to the one in small letters, an unknown one to the 404 page. */
const readEvent = cache(async (slug: string) => {
  await connection();
  if (!/^[a-z0-9-]+$/i.test(slug)) notFound();
  if (slug !== slug.toLowerCase()) permanentRedirect(`/events/${slug.toLowerCase()}`);
  try {
    return await getEvent(slug);
  } catch (error) {
    if (error instanceof AppError && error.code === 'not-found') notFound();
    throw error;
  }
});
