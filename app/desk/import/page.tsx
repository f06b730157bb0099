import type { Metadata } from 'next';
import { ActionForm } from '@/components/desk/action-form';
import { ImportsList } from '@/components/desk/imports-list';
import { RoleNotice } from '@/components/desk/role-notice';
import { WorkerNotice } from '@/components/desk/worker-notice';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { PageHeading } from '@/components/ui/page-heading';
import { alertsStoppedSince } from '@/lib/alerts/heartbeat';
import { mayOpen } from '@/lib/auth/required-role';
import { requireActor } from '@/lib/auth/session';
import { largestFileMb } from '@/lib/catalogue/import/read-file';
import { workWords } from '@/lib/catalogue/import/report';
import { listImports, listMappings } from '@/lib/catalogue/import/upload-queries';
import { formatUtc } from '@/lib/format/dates';
import { forget } from './actions';

export const metadata: Metadata = { title: 'Import' };

type Props = { searchParams: Promise<{ problem?: string | string[] }> };

export default async function ImportPage({ searchParams }: Props) {
  const actor = await requireActor('/desk/import');
  if (!mayOpen(actor, '/desk/import')) return <RoleNotice role={actor.role} needed="editor" />;
  const { problem } = await searchParams;
  const now = new Date();
  const [imports, mappings, stoppedSince] = await Promise.all([
    listImports(30),
    listMappings(),
    alertsStoppedSince(now),
  ]);
  return (
    <>
      <PageHeading title="Import">
        A workbook (.xlsx) or a table (.csv): in Apogee’s own form, as CNS publishes its database, or with
        columns of your own. You see first what it would do.
      </PageHeading>
      <WorkerNotice stoppedSince={stoppedSince} />
      {typeof problem === 'string' ? <Notice tone="problem" title={problem.slice(0, 300)} /> : null}
      <form
        action="/desk/import/upload"
        method="post"
        encType="multipart/form-data"
        className="mb-12 max-w-2xl"
      >
        <label htmlFor="file" className="mb-1 block font-medium text-sm">
          File
        </label>
        <input
          id="file"
          name="file"
          type="file"
          required
          accept=".xlsx,.xlsm,.csv,.tsv,.txt,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
          aria-describedby="file-hint"
          className="min-h-11 w-full border border-line-strong bg-paper px-3 py-2 text-base file:mr-4 file:border-0 file:bg-transparent file:font-medium file:text-accent"
        />
        <p id="file-hint" className="mt-1 text-muted text-sm">
          At most {largestFileMb} MB. It is kept until you have decided, for a day at the longest.
        </p>
        <Button type="submit" className="mt-4">
          Read the file
        </Button>
      </form>
      <ImportsList
        imports={imports.map(({ counts, ...row }) => ({
          ...row,
          outcome: row.state === 'done' && counts ? workWords({ counts }) : null,
        }))}
      />
      <section className="mb-10" aria-labelledby="mappings">
        <h2 id="mappings" className="mb-2 text-xl">
          Columns that were explained
        </h2>
        {mappings.length === 0 ? (
          <p className="border-line border-t py-3 text-muted">
            None yet. When a file has columns that are not known, you say once what they are, and it is
            remembered here.
          </p>
        ) : (
          <ul className="border-line border-t">
            {mappings.map(({ fingerprint, assessor, columns, fileName, savedBy, savedAt }) => (
              <li key={fingerprint} className="border-line border-b py-3">
                <div className="flex flex-wrap items-center justify-between gap-x-6">
                  <p>
                    Claims of {assessor}, as in {fileName}
                  </p>
                  <ActionForm action={forget} fields={{ fingerprint }}>
                    <Button
                      type="submit"
                      look="quiet"
                      className="-mr-4"
                      aria-label={`Forget the columns of ${fileName}`}
                    >
                      Forget
                    </Button>
                  </ActionForm>
                </div>
                <p className="text-muted text-sm">
                  {columns.filter(Boolean).join(', ')}. {savedBy}, {formatUtc(savedAt)}
                </p>
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  );
}
