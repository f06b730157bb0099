import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { EventForm } from '@/components/desk/event-form';
import { RoleNotice } from '@/components/desk/role-notice';
import { PageHeading } from '@/components/ui/page-heading';
import { mayOpen } from '@/lib/auth/required-role';
import { requireActor } from '@/lib/auth/session';
import { toEventForm } from '@/lib/catalogue/event-form-values';
import { canPublish } from '@/lib/catalogue/permissions';
import { findEventAtDesk, listChoices } from '@/lib/catalogue/queries';
import { getEventReview } from '@/lib/catalogue/review';
import { saveEvent } from '../../actions';

export const metadata: Metadata = { title: 'Edit an event' };

export default async function EditEventPage({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  const actor = await requireActor(`/desk/events/${slug}/edit`);
  if (!mayOpen(actor, '/desk/events/[slug]/edit')) return <RoleNotice role={actor.role} needed="analyst" />;
  const event = await findEventAtDesk(slug);
  if (!event) notFound();
  const isDraft = event.status === 'draft';
  if (!isDraft && !canPublish(actor)) return <RoleNotice role={actor.role} needed="editor" />;
  const { submitted } = await getEventReview(slug);
  const draftWords = submitted ? 'A draft in review: it stays there when you save it.' : 'A draft.';
  return (
    <>
      <PageHeading title={event.title}>
        {isDraft
          ? `${draftWords} What is left empty is unknown.`
          : `Published as ${event.status}. What you change here is a correction: its reason stands in the history.`}
      </PageHeading>
      <EventForm
        action={saveEvent}
        initial={toEventForm(event)}
        choices={await listChoices()}
        opened={{ slug, revision: event.revision }}
      />
    </>
  );
}
