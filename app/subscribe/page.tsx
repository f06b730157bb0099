import type { Metadata } from 'next';
import { SubscribeForm } from '@/components/alerts/subscribe-form';
import { Notice } from '@/components/ui/notice';
import { PageHeading } from '@/components/ui/page-heading';
import { classesToTick } from '@/lib/alerts/subscribe-form';
import { subscribe } from './actions';

export const metadata: Metadata = { title: 'Alerts' };

export default async function SubscribePage({ searchParams }: PageProps<'/subscribe'>) {
  const { class: classes, deleted } = await searchParams;
  return (
    <>
      <PageHeading title="Be told when a test is recorded">
        One mail the moment a missile test enters the catalogue: what makes it news, who says so, and what is
        not known. No tracking, and one click ends it.
      </PageHeading>
      {deleted ? (
        <Notice title="You are forgotten">
          Your address, your subscriptions and the record of what was sent are deleted.
        </Notice>
      ) : null}
      <SubscribeForm subscribe={subscribe} classes={classesToTick(classes)} />
    </>
  );
}
