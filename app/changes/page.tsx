import type { Metadata } from 'next';
import Link from 'next/link';
import { ChangesList } from '@/components/changes/changes-list';
import { Notice } from '@/components/ui/notice';
import { PageHeading } from '@/components/ui/page-heading';
import { Paging } from '@/components/ui/paging';
import { listChanges } from '@/lib/catalogue/history';
import { plural } from '@/lib/format/numbers';
import { readPage } from '@/lib/parse-page';

const feed = '/feeds/changes.atom';

export const metadata: Metadata = {
  title: 'Corrections',
  description: 'Every correction, withdrawal and reinstatement of a published event, with its reason.',
  alternates: { types: { 'application/atom+xml': [{ url: feed, title: 'Corrections in Apogee' }] } },
};

const pageSize = 30;

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ChangesPage({ searchParams }: Props) {
  const given = [(await searchParams).page ?? ''].flat()[0] ?? '';
  const asked = readPage(given);
  const read = (page: number) => listChanges({ limit: pageSize, offset: (page - 1) * pageSize });
  const found = await read(asked ?? 1);
  const pages = Math.max(1, Math.ceil(found.total / pageSize));
  const page = Math.min(asked ?? 1, pages);
  const { total, changes } = page === (asked ?? 1) ? found : await read(page);
  return (
    <>
      <PageHeading title="Corrections">
        <p>
          What was set right after it had been published: corrections, withdrawals and reinstatements, with
          their reasons. {total > 0 ? `${plural(total, 'entry', 'entries')}, the latest first.` : ''}
        </p>
        <p className="mt-2 text-sm">
          <a href={feed} className="font-medium text-accent underline underline-offset-4">
            Follow them as a feed (Atom)
          </a>
        </p>
      </PageHeading>
      {asked === page ? null : (
        <Notice title="A part of this address was not understood, and was left out." tone="problem">
          page: There is no page {asked ?? `"${given}"`}
          {asked ? '; this is the last one.' : '.'}
        </Notice>
      )}
      {changes.length === 0 ? <NothingCorrected /> : <ChangesList changes={changes} />}
      <Paging page={page} pages={pages} hrefOf={(to) => (to > 1 ? `/changes?page=${to}` : '/changes')} />
    </>
  );
}

/** What would stand here, and how it gets here. */
function NothingCorrected() {
  return (
    <div className="max-w-2xl py-6 font-reading text-lg leading-relaxed">
      <p>Nothing has been corrected yet.</p>
      <p className="mt-2 text-muted">
        As soon as a published event is corrected, withdrawn or reinstated, it stands here with the reason and
        with what was said before. What is recorded for the first time is among the{' '}
        <Link href="/events?sort=-updatedAt" className="underline underline-offset-4">
          events
        </Link>
        .
      </p>
    </div>
  );
}
