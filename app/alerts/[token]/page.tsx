import type { Metadata } from 'next';
import Link from 'next/link';
import { DeleteMe } from '@/components/alerts/delete-me';
import { LinkOpensNothing } from '@/components/alerts/link-opens-nothing';
import { SentList } from '@/components/alerts/sent-list';
import { SubscriptionList } from '@/components/alerts/subscription-list';
import { Notice } from '@/components/ui/notice';
import { PageHeading } from '@/components/ui/page-heading';
import { findSubscriber } from '@/lib/alerts/queries';

export const metadata: Metadata = {
  title: 'Your alerts',
  robots: { index: false, follow: false },
  referrer: 'same-origin',
};

const notices: Record<string, string> = {
  confirmed: 'Confirmed. Alerts have begun.',
  ended: 'Ended. No more mails for this subscription.',
  resumed: 'Taken up again.',
};

export default async function OwnPage({ params, searchParams }: PageProps<'/alerts/[token]'>) {
  const { token } = await params;
  const subscriber = await findSubscriber(token);
  if (!subscriber) return <LinkOpensNothing />;
  const notice = Object.keys(await searchParams).find((key) => notices[key]);
  return (
    <>
      <PageHeading title="Your alerts">What Apogee mails to {subscriber.email}.</PageHeading>
      {notice ? <Notice title={notices[notice] ?? ''} /> : null}
      {subscriber.suppressedReason ? (
        <Notice tone="problem" title="Nothing is sent to this address at present">
          Its mail server refused our mail: “{subscriber.suppressedReason}”. Subscribe again once it takes
          mail.
        </Notice>
      ) : null}
      <SubscriptionList token={token} subscriptions={subscriber.subscriptions} />
      <p className="mt-4 text-sm">
        <Link href="/subscribe" className="underline underline-offset-4">
          Subscribe to more
        </Link>
      </p>
      <SentList sent={subscriber.sent} />
      <DeleteMe token={token} />
    </>
  );
}
