import Link from 'next/link';
import { ContextTable } from '@/components/entries/context-table';
import { EntriesTable } from '@/components/entries/entries-table';
import { EntrySearch } from '@/components/entries/entry-search';
import { kindTitle, rooms } from '@/components/entries/rooms';
import { buttonClass } from '@/components/ui/button';
import { PageHeading } from '@/components/ui/page-heading';
import { mayOpen } from '@/lib/auth/required-role';
import { requireActor } from '@/lib/auth/session';
import { searchContextItems } from '@/lib/catalogue/context-queries';
import { listEntries } from '@/lib/catalogue/entry-queries';
import { listChoices } from '@/lib/catalogue/queries';
import type { EntryKind } from '@/lib/catalogue/vocabulary';

export type ListPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** The list of one kind of entry, with its search. */
export async function entryListPage(kind: EntryKind, { searchParams }: ListPageProps) {
  const { path, title, about, empty } = rooms[kind];
  const actor = await requireActor(path);
  const q = [(await searchParams).q ?? ''].flat()[0]?.slice(0, 200) ?? '';
  const { countries } = await listChoices();
  return (
    <>
      <PageHeading title={title}>{about}</PageHeading>
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3 border-line border-y py-4">
        <EntrySearch path={path} q={q} hint={kind === 'context' ? 'Words of an item' : 'Name or alias'} />
        {mayOpen(actor, `${path}/new`) ? (
          <Link href={`${path}/new`} className={buttonClass()}>
            Add {kindTitle(kind).toLowerCase()}
          </Link>
        ) : null}
      </div>
      {kind === 'context' ? (
        <ContextTable items={await searchContextItems(q)} q={q} empty={empty} />
      ) : (
        <EntriesTable
          kind={kind}
          entries={await listEntries(kind, q)}
          countries={countries}
          q={q}
          empty={empty}
        />
      )}
    </>
  );
}
