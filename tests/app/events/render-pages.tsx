// Reads addresses as JSON on standard input, and writes the HTML of each, as JSON, on standard output.
import { text } from 'node:stream/consumers';
import { renderToStaticMarkup } from 'react-dom/server';
import EventsPage from '@/app/events/page';
import SubscribePage from '@/app/subscribe/page';
import { EventClaims } from '@/components/events/event-claims';
import { EventFigures } from '@/components/events/event-figures';
import { EventHeading } from '@/components/events/event-heading';
import { getEvent } from '@/lib/catalogue/queries';
import { closeDb } from '@/lib/db/client';

const pages: string[] = [];
for (const address of JSON.parse(await text(process.stdin)) as string[]) {
  pages.push(renderToStaticMarkup(await pageAt(new URL(address, 'http://localhost'))));
}
await closeDb();
process.stdout.write(JSON.stringify(pages));

async function pageAt({ pathname, searchParams }: URL) {
  if (pathname === '/events') {
    return EventsPage({ searchParams: Promise.resolve(Object.fromEntries(searchParams)) });
  }
  if (pathname === '/subscribe') {
    return SubscribePage({
      params: Promise.resolve({}),
      searchParams: Promise.resolve(Object.fromEntries(searchParams)),
    });
  }
  const event = await getEvent(pathname.replace('/events/', ''));
  return (
    <>
      <EventHeading event={event} />
      <EventFigures event={event} />
      <EventClaims event={event} />
    </>
  );
}
