import { RoleNotice } from '@/components/desk/role-notice';
import { EntryForm } from '@/components/entries/entry-form';
import { kindTitle, rooms } from '@/components/entries/rooms';
import { PageHeading } from '@/components/ui/page-heading';
import { mayOpen, requiredRole } from '@/lib/auth/required-role';
import { requireActor } from '@/lib/auth/session';
import { blankEntry } from '@/lib/catalogue/entry-form';
import { listChoices } from '@/lib/catalogue/queries';
import { type EntryKind, roles } from '@/lib/catalogue/vocabulary';
import { saveEntry } from './actions';

/** The form that adds an entry. */
export async function newEntryPage(kind: EntryKind) {
  const path = `${rooms[kind].path}/new`;
  const actor = await requireActor(path);
  if (!mayOpen(actor, path)) {
    const needed = roles.find((role) => role === requiredRole(path)) ?? 'admin';
    return <RoleNotice role={actor.role} needed={needed} />;
  }
  const { countries } = await listChoices();
  const initial = blankEntry(kind, countries.length === 1 ? countries[0]?.id : '');
  return (
    <>
      <PageHeading title={`Add ${kindTitle(kind).toLowerCase()}`}>{rooms[kind].about}</PageHeading>
      <EntryForm action={saveEntry} kind={kind} id="" initial={initial} seen={0} countries={countries} />
    </>
  );
}
