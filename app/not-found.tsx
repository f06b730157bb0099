import type { Metadata } from 'next';
import { headers } from 'next/headers';
import Link from 'next/link';
import { EventSearch } from '@/components/events/event-search';
import { NoSuchEvent } from '@/components/events/no-such-event';
import { PageHeading } from '@/components/ui/page-heading';
import { missingHeader } from '@/lib/http/missing-page';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await isEventMissing()) ? 'No such event' : 'No such page' };
}

export default async function NotFoundPage() {
  if (await isEventMissing()) return <NoSuchEvent />;
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

async function isEventMissing(): Promise<boolean> {
  return (await headers()).get(missingHeader) === 'event';
}
