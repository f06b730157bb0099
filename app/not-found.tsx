import type { Metadata } from 'next';
import { headers } from 'next/headers';
import Link from 'next/link';
import { EventSearch } from '@/components/events/event-search';
import { NoSuchEvent } from '@/components/events/no-such-event';
import { EventNotSeen } from '@/components/standpoint/event-not-seen';
import { PageHeading } from '@/components/ui/page-heading';
import { knownSince } from '@/lib/catalogue/known-since';
import { missingHeader, readMissing } from '@/lib/http/missing-page';

export async function generateMetadata(): Promise<Metadata> {
  const missing = await readWhatIsMissing();
  if (missing?.standpoint) return { title: 'Not on record from this standpoint' };
  return { title: missing ? 'No such event' : 'No such page' };
}

export default async function NotFoundPage() {
  const missing = await readWhatIsMissing();
  if (missing?.standpoint) {
    const { slug, standpoint } = missing;
    return <EventNotSeen slug={slug} standpoint={standpoint} since={await knownSince(slug)} />;
  }
  if (missing) return <NoSuchEvent />;
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

async function readWhatIsMissing() {
  return readMissing((await headers()).get(missingHeader));
}
