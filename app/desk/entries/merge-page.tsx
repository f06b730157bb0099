import Link from 'next/link';
import { notFound } from 'next/navigation';
import { RoleNotice } from '@/components/desk/role-notice';
import { MergeChoice } from '@/components/entries/merge-choice';
import { ContextMergePreview, MergePreview } from '@/components/entries/merge-preview';
import { rooms } from '@/components/entries/rooms';
import { Notice } from '@/components/ui/notice';
import { PageHeading } from '@/components/ui/page-heading';
import { mayOpen } from '@/lib/auth/required-role';
import { requireActor } from '@/lib/auth/session';
import { findContextItem, previewContextMerger, searchContextItems } from '@/lib/catalogue/context-queries';
import { findEntry, listEntries, previewMerger } from '@/lib/catalogue/entry-queries';
import type { EntryKind } from '@/lib/catalogue/vocabulary';
import { formatDate } from '@/lib/format/dates';
import { mergeEntry } from './actions';
import type { EntryPageProps } from './entry-page';

/** Choose what an entry is merged with, see what that will do, and do it. */
export async function mergePage(kind: EntryKind, { params, searchParams }: EntryPageProps) {
  const { id } = await params;
  const { path } = rooms[kind];
  const actor = await requireActor(`${path}/${id}/merge`);
  if (!mayOpen(actor, `${path}/[id]/merge`)) return <RoleNotice role={actor.role} needed="editor" />;
  const entry = id ? await readOptions(kind, id) : null;
  if (!entry) notFound();
  const into = [(await searchParams).into ?? ''].flat()[0] ?? '';
  return (
    <>
      <PageHeading title={`Merge ${entry.title}`}>
        Two entries that are one and the same become one. Both names keep finding it, links to the other lead
        to it, and past states of the catalogue stay as they were.
      </PageHeading>
      <MergeChoice path={path} id={id} into={into} options={entry.options} />
      {into === '' ? null : await preview(kind, id, into)}
      <p className="mt-10">
        <Link href={`${path}/${id}`} className="underline underline-offset-4">
          Back to {entry.title}
        </Link>
      </p>
    </>
  );
}

async function preview(kind: EntryKind, id: string, into: string) {
  if (kind === 'context') {
    const merger = await previewContextMerger(id, into);
    return merger ? <ContextMergePreview merger={merger} merge={mergeEntry} /> : <NotThere id={into} />;
  }
  const merger = await previewMerger(kind, id, into);
  return merger ? <MergePreview kind={kind} merger={merger} merge={mergeEntry} /> : <NotThere id={into} />;
}

function NotThere({ id }: { id: string }) {
  return <Notice tone="problem" title={`There is no entry "${id}". Choose one of the list.`} />;
}

/** What it can be merged with: of the same country, or of none. */
async function readOptions(kind: EntryKind, id: string) {
  if (kind === 'context') {
    const item = await findContextItem(id);
    if (item?.slug !== id) return null;
    const options = (await searchContextItems('')).filter(
      ({ slug, country }) => slug !== id && (country === item.country || !country || !item.country),
    );
    return {
      title: item.title,
      options: options.map(({ slug, date, title }) => ({ id: slug, name: `${formatDate(date)}: ${title}` })),
    };
  }
  const entry = await findEntry(kind, id);
  if (entry?.id !== id) return null;
  const options = (await listEntries(kind)).filter(
    (one) => one.id !== id && (one.country === entry.country || !one.country || !entry.country),
  );
  return { title: entry.name, options: options.map(({ id, name }) => ({ id, name })) };
}
