import type { Metadata } from 'next';
import { EventForm } from '@/components/desk/event-form';
import { RoleNotice } from '@/components/desk/role-notice';
import { PageHeading } from '@/components/ui/page-heading';
import { mayOpen } from '@/lib/auth/required-role';
import { requireActor } from '@/lib/auth/session';
import { blankEvent } from '@/lib/catalogue/event-form';
import { listChoices } from '@/lib/catalogue/queries';
import { saveEvent } from '../actions';

export const metadata: Metadata = { title: 'Record an event' };

export default async function NewEventPage() {
  const actor = await requireActor('/desk/events/new');
  if (!mayOpen(actor, '/desk/events/new')) return <RoleNotice role={actor.role} needed="analyst" />;
  return (
    <>
      <PageHeading title="Record an event">
        Country, date and count are needed. Everything else may stay empty: it is then unknown.
      </PageHeading>
      <EventForm action={saveEvent} initial={blankEvent()} choices={await listChoices()} />
    </>
  );
}
