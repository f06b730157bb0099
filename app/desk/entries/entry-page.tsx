import Link from 'next/link';
import { notFound, redirect } from 'next/navigation';
import { EditTrailList } from '@/components/entries/edit-trail-list';
import { EntryFacts } from '@/components/entries/entry-facts';
import { EntryForm } from '@/components/entries/entry-form';
import { MergeOrDelete } from '@/components/entries/merge-or-delete';
import { rooms } from '@/components/entries/rooms';
import { Notice } from '@/components/ui/notice';
import { PageHeading } from '@/components/ui/page-heading';
import { requireActor } from '@/lib/auth/session';
import { findContextItem } from '@/lib/catalogue/context-queries';
import { listEdits } from '@/lib/catalogue/edit-trail';
import { contextToForm, entryToForm } from '@/lib/catalogue/entry-form';
import { countSalvosByClass, findEntry } from '@/lib/catalogue/entry-queries';
import { canEditEntries } from '@/lib/catalogue/permissions';
import { listChoices } from '@/lib/catalogue/queries';
import type { EntryKind } from '@/lib/catalogue/vocabulary';
import { removeEntry, saveEntry } from './actions';

export type EntryPageProps = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const savedWords: Record<string, string> = {
  added: 'Added.',
  changed: 'Saved.',
  merged: 'The two are one now. Links to the other lead here.',
};

/** One entry: what it says, for editors a form, and who changed it when and why. */
export async function entryPage(kind: EntryKind, { params, searchParams }: EntryPageProps) {
  const asked = decoded((await params).id);
  const { path } = rooms[kind];
  const actor = await requireActor(`${path}/${asked}`);
  const found = await readEntry(kind, asked);
  if (!found) notFound();
  const { id, title, values, entry, item, isUsed } = found;
  if (id !== asked) redirect(`${path}/${id}`);

  const { countries } = await listChoices();
  const edits = await listEdits(kind, id);
  const seen = edits.find((edit) => edit.entryId === id)?.id ?? 0;
  const saved = savedWords[String((await searchParams).saved)];
  return (
    <>
      <PageHeading title={title}>
        <EntryFacts kind={kind} entry={entry} item={item} countries={countries} />
      </PageHeading>
      {saved ? <Notice title={saved} /> : null}
      {canEditEntries(actor) ? (
        <>
          <EntryForm
            // After a save it is another form: with what is now on record.
            key={seen}
            action={saveEntry}
            kind={kind}
            id={id}
            initial={values}
            seen={seen}
            countries={countries}
            salvos={kind === 'system' ? await countSalvosByClass(id) : []}
          />
          <MergeOrDelete kind={kind} id={id} isUsed={isUsed} remove={removeEntry} />
        </>
      ) : (
        <Notice title="Editing takes the role of editor.">
          Renaming and merging change the words of published events.
        </Notice>
      )}
      <EditTrailList id={id} edits={edits} />
      <p className="mt-10">
        <Link href={path} className="underline underline-offset-4">
          Back to {rooms[kind].title.toLowerCase()}
        </Link>
      </p>
    </>
  );
}

async function readEntry(kind: EntryKind, id: string) {
  if (kind === 'context') {
    const item = await findContextItem(id);
    return item
      ? { id: item.slug, title: item.title, values: contextToForm(item), entry: null, item, isUsed: false }
      : null;
  }
  const entry = await findEntry(kind, id);
  return entry
    ? {
        id: entry.id,
        title: entry.name,
        values: entryToForm(kind, entry),
        entry,
        item: null,
        isUsed: entry.events + entry.drafts > 0,
      }
    : null;
}

/** What stands in an address may be anything. */
function decoded(segment: string | undefined): string {
  try {
    return decodeURIComponent(segment ?? '');
  } catch {
    return '';
  }
}
