import type { Metadata } from 'next';
import Link from 'next/link';
import { LinkOpensNothing } from '@/components/alerts/link-opens-nothing';
import { Button } from '@/components/ui/button';
import { PageHeading } from '@/components/ui/page-heading';
import { findSubscriber } from '@/lib/alerts/queries';

export const metadata: Metadata = {
  title: 'Unsubscribe',
  robots: { index: false, follow: false },
  referrer: 'same-origin',
};

/** Looking changes nothing; the button does. */
export default async function UnsubscribePage({ params }: PageProps<'/alerts/[token]/unsubscribe/[id]'>) {
  const { token, id } = await params;
  const subscriber = await findSubscriber(token);
  const subscription = subscriber?.subscriptions.find((candidate) => String(candidate.id) === id);
  if (!subscription) return <LinkOpensNothing />;
  const isEnded = subscription.state === 'ended';
  return (
    <>
      <PageHeading title={isEnded ? 'You are unsubscribed' : 'Unsubscribe'}>
        {isEnded ? 'No more mails for' : 'End the mails for'} “{subscription.name}”
        {isEnded ? '.' : `: ${subscription.words}?`}
      </PageHeading>
      {isEnded ? (
        <form method="post" action={`/alerts/${token}`}>
          <input type="hidden" name="subscription" value={subscription.id} />
          <Button type="submit" look="secondary" name="action" value="resume">
            That was a slip: resume
          </Button>
        </form>
      ) : (
        <form method="post" action={`/alerts/${token}/unsubscribe/${subscription.id}`}>
          <Button type="submit">Unsubscribe</Button>
        </form>
      )}
      <p className="mt-6 text-sm">
        <Link href={`/alerts/${token}`} className="underline underline-offset-4">
          All of your alerts
        </Link>
      </p>
    </>
  );
}
