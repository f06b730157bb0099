import Link from 'next/link';
import { EventSearch } from '@/components/events/event-search';
import { PageHeading } from '@/components/ui/page-heading';

/** In the place of an event's page, where there is no such event. */
export function NoSuchEvent() {
  return (
    <>
      <PageHeading title="There is no such event">
        <p>
          No published event has this address. It may have been mistyped, or the event may not be published
          yet. Events that were withdrawn keep their page.
        </p>
      </PageHeading>
      <h2 className="mb-4 text-xl">Look for it by its date</h2>
      <EventSearch />
      <p className="mt-8">
        <Link href="/events" className="underline underline-offset-4 hover:no-underline">
          All events
        </Link>
      </p>
    </>
  );
}
