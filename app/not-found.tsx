import type { Metadata } from 'next';
import Link from 'next/link';
import { EventSearch } from '@/components/events/event-search';
import { PageHeading } from '@/components/ui/page-heading';

export const metadata: Metadata = { title: 'No such page' };

export default function NotFoundPage() {
  return (
    <>
      <PageHeading title="There is no such page">
        <p>The address may have been mistyped, or the page may have moved. Nothing is wrong on your side.</p>
      </PageHeading>
      <h2 className="mb-4 text-xl">Looking for a test? Try its date</h2>
      <EventSearch />
      <p className="mt-8 flex flex-wrap gap-x-6 gap-y-2">
        <Link href="/events" className="underline underline-offset-4 hover:no-underline">
          All events
        </Link>
        <Link href="/" className="underline underline-offset-4 hover:no-underline">
          The front page
        </Link>
      </p>
    </>
  );
}
