import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { EventForm } from '@/components/desk/event-form';
import { RoleNotice } from '@/components/desk/role-notice';
import { PageHeading } from '@/components/ui/page-heading';
import { mayOpen } from '@/lib/auth/required-role';
import { requireActor } from '@/lib/auth/session';
import { toEventForm } from '@/lib/catalogue/event-form-values';
import { findEventAtDesk, listChoices } from '@/lib/catalogue/queries';
import { getEventReview } from '@/lib/catalogue/review';
import { saveDraft } from '../../actions';

export const metadata: Metadata = { title: 'Edit a draft' };

export default async function EditDraftPage({ params }: { params: Promise<{ slug: string }> }) {
  const { slug } = await params;
  const actor = await requireActor(`/desk/events/${slug}/edit`);
  if (!mayOpen(actor, '/desk/events/[slug]/edit')) return <RoleNotice role={actor.role} needed="analyst" />;
  const event = await findEventAtDesk(slug);
  if (!event) notFound();
  if (event.status !== 'draft') redirect(`/desk/events/${slug}`);
  const { submitted } = await getEventReview(slug);
  return (
    <>
      <PageHeading title={event.title}>
        {submitted ? 'A draft in review: it stays there when you save it.' : 'A draft.'} What is left empty is
        unknown.
      </PageHeading>
      <EventForm
        action={saveDraft}
        initial={toEventForm(event)}
        choices={await listChoices()}
        draft={{ slug, revision: event.revision }}
      />
    </>
  );
}
