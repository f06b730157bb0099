import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { ActionForm } from '@/components/desk/action-form';
import { EventDoubts } from '@/components/desk/event-doubts';
import { EventPreview } from '@/components/desk/event-preview';
import { EventTalk } from '@/components/desk/event-talk';
import { ForgetUnsavedCopy } from '@/components/desk/forget-unsaved-copy';
import { HoldCountdown } from '@/components/desk/hold-countdown';
import { PublishForm } from '@/components/desk/publish-form';
import { ReviewState } from '@/components/desk/review-state';
import { ReviewStep } from '@/components/desk/review-step';
import { RoleNotice } from '@/components/desk/role-notice';
import { Button, buttonClass } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { PageHeading } from '@/components/ui/page-heading';
import { countRecipients } from '@/lib/alerts/matching';
import { mayOpen } from '@/lib/auth/required-role';
import { requireActor } from '@/lib/auth/session';
import { listHeldAlerts, wasPublic } from '@/lib/catalogue/desk-lists';
import { readDoubtsAtDesk } from '@/lib/catalogue/doubts/queries';
import { canPublish } from '@/lib/catalogue/permissions';
import { findEventAtDesk } from '@/lib/catalogue/queries';
import { getEventReview } from '@/lib/catalogue/review';
import { env } from '@/lib/env';
import { decideDoubt, reopenDoubt } from '../../doubts/actions';
import { comment, returnToBeWorkedOn, submitForReview } from '../../review/actions';
import { discard, publish, undoPublication } from '../actions';

export const metadata: Metadata = { title: 'An event at the desk' };

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<{ saved?: string | string[] }> };

export default async function EventAtDeskPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const { saved } = await searchParams;
  const actor = await requireActor(`/desk/events/${slug}`);
  if (!mayOpen(actor, '/desk/events/[slug]')) return <RoleNotice role={actor.role} needed="analyst" />;
  const event = await findEventAtDesk(slug);
  if (!event) notFound();
  const doubts = await readDoubtsAtDesk(slug);
  const review = await getEventReview(slug);
  const held = (await listHeldAlerts(new Date())).find((alert) => alert.event.slug === slug);

  return (
    <>
      {typeof saved === 'string' ? <ForgetUnsavedCopy id={saved} /> : null}
      <PageHeading title={event.title}>
        {event.status === 'draft'
          ? 'A draft: nobody outside the desk sees it yet.'
          : `Published as ${event.status}.`}
      </PageHeading>
      {held ? (
        <Notice title="Published">
          <p className="text-base">
            <HoldCountdown dueAt={held.dueAt.toISOString()} />
          </p>
          {canPublish(actor) ? (
            <ActionForm action={undoPublication} fields={{ slug }} className="mt-2">
              <Button type="submit" look="secondary">
                Undo
              </Button>
            </ActionForm>
          ) : null}
        </Notice>
      ) : null}
      {doubts && event.status !== 'withdrawn' ? (
        <EventDoubts slug={slug} doubts={doubts} decide={decideDoubt} reopen={reopenDoubt} />
      ) : null}
      <ReviewState review={review} now={new Date()} isJustSaved={typeof saved === 'string'} />
      {event.status === 'draft' ? (
        <section aria-label="Publish" className="mb-8 border-line border-y py-4">
          <PublishForm
            action={publish}
            slug={slug}
            revision={event.revision}
            recipients={await countRecipients(slug)}
            holdSeconds={env().ALERT_HOLD_SECONDS}
            mayPublish={canPublish(actor)}
            openDoubts={doubts?.open.length ?? 0}
          />
          <ReviewStep
            slug={slug}
            review={review}
            mayPublish={canPublish(actor)}
            submit={submitForReview}
            giveBack={returnToBeWorkedOn}
          />
          <div className="mt-4 flex flex-wrap items-start gap-x-6 gap-y-2">
            <Link href={`/desk/events/${slug}/edit`} className={buttonClass('secondary')}>
              Edit draft
            </Link>
            {(await wasPublic(slug)) ? null : (
              <details>
                <summary className="min-h-11 cursor-pointer py-3 text-sm underline underline-offset-4">
                  Discard this draft
                </summary>
                <ActionForm action={discard} fields={{ slug }}>
                  <p className="mb-2 text-sm">It cannot be brought back.</p>
                  <Button type="submit" look="secondary">
                    Discard for good
                  </Button>
                </ActionForm>
              </details>
            )}
          </div>
        </section>
      ) : (
        <p className="mb-8">
          <Link href={`/events/${slug}`} className="underline underline-offset-4">
            Its public page
          </Link>
        </p>
      )}
      <EventPreview event={event} />
      <EventTalk slug={slug} talk={review.talk} add={comment} />
      <p className="mt-10">
        <Link href="/desk" className="underline underline-offset-4">
          Back to the desk
        </Link>
      </p>
    </>
  );
}
