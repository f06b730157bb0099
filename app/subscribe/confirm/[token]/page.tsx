import type { Metadata } from 'next';
import Link from 'next/link';
import { Button, buttonClass } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { PageHeading } from '@/components/ui/page-heading';
import { findConfirmation } from '@/lib/alerts/queries';

export const metadata: Metadata = {
  title: 'Confirm your alerts',
  robots: { index: false, follow: false },
  referrer: 'same-origin',
};

/** Shows what is to be confirmed. Mail scanners follow links, so that looking changes nothing: the button does. */
export default async function ConfirmPage({ params }: PageProps<'/subscribe/confirm/[token]'>) {
  const { token } = await params;
  const asked = await findConfirmation(token);
  if (!asked) return <LinkIsGone />;
  if (asked.state === 'active' || asked.state === 'ended') return <UsedAlready />;
  return (
    <>
      <PageHeading title="Confirm your alerts">
        One mail to <strong className="font-semibold text-ink">{asked.email}</strong> about {asked.words}, as
        soon as one is recorded.
      </PageHeading>
      <form method="post" action={`/subscribe/confirm/${token}`}>
        <Button type="submit">Confirm</Button>
      </form>
      <p className="mt-6 max-w-xl text-muted text-sm">
        If it was not you who asked, close this page: nothing is sent unless the button is pressed.
      </p>
    </>
  );
}

function LinkIsGone() {
  return (
    <>
      <PageHeading title="This link is not valid any more">
        It is older than two days, or a newer one has taken its place. If you have confirmed already, there is
        nothing to do: every alert has a link to your own page.
      </PageHeading>
      <Link href="/subscribe" className={buttonClass('secondary')}>
        Subscribe again
      </Link>
    </>
  );
}

function UsedAlready() {
  return (
    <>
      <PageHeading title="Confirmed already">
        This link has been used. Each alert that you get has a link to your own page, which shows and ends
        what you are subscribed to.
      </PageHeading>
      <Notice title="Nothing has changed by opening this page." />
    </>
  );
}
