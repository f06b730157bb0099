import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { ActionForm } from '@/components/desk/action-form';
import { AddAssessmentForm } from '@/components/desk/add-assessment-form';
import { AlertsStoppedNotice } from '@/components/desk/alerts-stopped-notice';
import { ClaimsLedger } from '@/components/desk/claims-ledger';
import { DraftSection } from '@/components/desk/draft-section';
import { EventDoubts } from '@/components/desk/event-doubts';
import { EventPreview } from '@/components/desk/event-preview';
import { EventTalk } from '@/components/desk/event-talk';
import { ForgetUnsavedCopy } from '@/components/desk/forget-unsaved-copy';
import { HoldCountdown } from '@/components/desk/hold-countdown';
import { PublishedSection } from '@/components/desk/published-section';
import { ReviewState } from '@/components/desk/review-state';
import { ReviewStep } from '@/components/desk/review-step';
import { RoleNotice } from '@/components/desk/role-notice';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { PageHeading } from '@/components/ui/page-heading';
import { alertsStoppedSince } from '@/lib/alerts/heartbeat';
import { countRecipients } from '@/lib/alerts/matching';
import { mayOpen } from '@/lib/auth/required-role';
import { requireActor } from '@/lib/auth/session';
import { listHeldAlerts, wasPublic } from '@/lib/catalogue/desk-lists';
import { readDoubtsAtDesk } from '@/lib/catalogue/doubts/queries';
import { eventInShort } from '@/lib/catalogue/event-sentences';
import { claimsLedger } from '@/lib/catalogue/ledger';
import { canPublish, canRecord } from '@/lib/catalogue/permissions';
import { findEventAtDesk, listChoices } from '@/lib/catalogue/queries';
import { getEventReview } from '@/lib/catalogue/review';
import { env } from '@/lib/env';
import { formatLongDate } from '@/lib/format/dates';
import { decideDoubt, reopenDoubt } from '../../doubts/actions';
import { comment, returnToBeWorkedOn, submitForReview } from '../../review/actions';
import { discard, publish, undoPublication } from '../actions';
import { addOneAssessment, adopt, changeStatus } from './actions';

export const metadata: Metadata = { title: 'An event at the desk' };

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<{ saved?: string | string[]; unchanged?: string | string[] }>;
};

export default async function EventAtDeskPage({ params, searchParams }: Props) {
  const { slug } = await params;
  const { saved, unchanged } = await searchParams;
  const actor = await requireActor(`/desk/events/${slug}`);
  if (!mayOpen(actor, '/desk/events/[slug]')) return <RoleNotice role={actor.role} needed="analyst" />;
  const event = await findEventAtDesk(slug);
  if (!event) notFound();
  const isDraft = event.status === 'draft';
  const mayPublish = canPublish(actor);
  const mayChange = isDraft ? canRecord(actor) : mayPublish;
  const now = new Date();
  const [choices, doubts, review, stoppedSince] = await Promise.all([
    listChoices(),
    readDoubtsAtDesk(slug),
    getEventReview(slug),
    alertsStoppedSince(now),
  ]);
  const held = (await listHeldAlerts(now)).find((alert) => alert.event.slug === slug);

  return (
    <>
      {typeof saved === 'string' ? <ForgetUnsavedCopy id={saved} /> : null}
      <PageHeading title={event.title}>
        {isDraft ? 'A draft: nobody outside the desk sees it yet. ' : `Published as ${event.status}. `}
        {formatLongDate(event.localDate)}. {eventInShort(event)}
      </PageHeading>
      {mayPublish ? <AlertsStoppedNotice since={stoppedSince} now={now} /> : null}
      {unchanged ? <Notice title="Nothing was different, so that nothing was changed." /> : null}
      {held ? (
        <Notice title="Published">
          <p className="text-base">
            <HoldCountdown dueAt={held.dueAt.toISOString()} />
          </p>
          {mayPublish ? (
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
      <ReviewState review={review} now={now} isJustSaved={typeof saved === 'string'} />
      {isDraft ? (
        <DraftSection
          slug={slug}
          revision={event.revision}
          recipients={await countRecipients(slug)}
          holdSeconds={env().ALERT_HOLD_SECONDS}
          mayPublish={mayPublish}
          openDoubts={doubts?.open.length ?? 0}
          canBeDiscarded={!(await wasPublic(slug))}
          publish={publish}
          discard={discard}
        >
          <ReviewStep
            slug={slug}
            review={review}
            mayPublish={mayPublish}
            submit={submitForReview}
            giveBack={returnToBeWorkedOn}
          />
        </DraftSection>
      ) : (
        <PublishedSection event={event} changeStatus={changeStatus} mayPublish={mayPublish} />
      )}
      <ClaimsLedger
        action={adopt}
        event={event}
        ledgers={claimsLedger(event, choices)}
        mayAdopt={mayChange}
      />
      {mayChange ? (
        <AddAssessmentForm
          action={addOneAssessment}
          slug={slug}
          country={event.country}
          timeZone={event.timeZone}
          choices={choices}
        />
      ) : null}
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
