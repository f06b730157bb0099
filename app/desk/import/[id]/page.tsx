import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { ActionForm } from '@/components/desk/action-form';
import { ImportDecision } from '@/components/desk/import-decision';
import { ImportMappingForm } from '@/components/desk/import-mapping-form';
import { ImportProgress } from '@/components/desk/import-progress';
import { ImportCounts, ImportReportView } from '@/components/desk/import-report-view';
import { RoleNotice } from '@/components/desk/role-notice';
import { WorkerNotice } from '@/components/desk/worker-notice';
import { Button, buttonClass } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { PageHeading } from '@/components/ui/page-heading';
import { alertsStoppedSince } from '@/lib/alerts/heartbeat';
import { mayOpen } from '@/lib/auth/required-role';
import { requireActor } from '@/lib/auth/session';
import { firstChoices } from '@/lib/catalogue/import/guess-mapping';
import { fingerprintOf } from '@/lib/catalogue/import/mapping';
import { workWords } from '@/lib/catalogue/import/report';
import { findImport, keptMappings, type ShownImport } from '@/lib/catalogue/import/upload-queries';
import { listChoices } from '@/lib/catalogue/queries';
import { formatUtc } from '@/lib/format/dates';
import { applyImport, cancel, mapImport, replan, restart } from '../actions';

export const metadata: Metadata = { title: 'An import' };

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ sheet?: string | string[]; columns?: string | string[] }>;
};

/** So long nothing has to move before somebody is offered to start it again. */
const stuckMs = 60_000;

export default async function ImportedFilePage({ params, searchParams }: Props) {
  const { id } = await params;
  const actor = await requireActor(`/desk/import/${id}`);
  if (!mayOpen(actor, '/desk/import/[id]')) return <RoleNotice role={actor.role} needed="editor" />;
  const found = await findImport(Number(id));
  if (!found) notFound();
  const query = await searchParams;
  const isMapping = found.state === 'unmapped' || (found.state === 'ready' && query.columns !== undefined);
  return (
    <>
      <PageHeading title={found.fileName}>{stateSentence(found)}</PageHeading>
      {found.problem ? <Notice tone="problem" title={found.problem} /> : null}
      {found.state === 'reading' || found.state === 'importing' ? (
        <Running found={found} />
      ) : isMapping ? (
        <Mapping found={found} sheetName={typeof query.sheet === 'string' ? query.sheet : null} />
      ) : (
        <Settled found={found} />
      )}
      <p className="mt-10">
        <Link href="/desk/import" className="underline underline-offset-4">
          All imports
        </Link>
      </p>
    </>
  );
}

function stateSentence(found: ShownImport): string {
  const { state, report, createdBy, createdAt, appliedBy, finishedAt, sendAlerts, reason } = found;
  const by = `${createdBy}, ${formatUtc(createdAt)}.`;
  switch (state) {
    case 'reading':
      return `Uploaded by ${by} Nothing is imported yet.`;
    case 'unmapped':
      return 'Apogee does not know these columns. Say once what they are.';
    case 'ready':
      return 'This is what the file would do. Nothing is imported yet.';
    case 'importing':
      return 'It is all imported, or nothing: until the end it can be cancelled.';
    case 'done': {
      const work = report ? workWords(report) : null;
      const when = finishedAt ? `, ${formatUtc(finishedAt)}` : '';
      const mailed = sendAlerts ? 'subscribers are mailed' : 'nobody was mailed';
      return work
        ? `Imported ${work} by ${appliedBy ?? createdBy}${when}; ${mailed}.${reason ? ` Reason: ${reason}` : ''}`
        : `Nothing had to be done: the catalogue says all of this already${when}.`;
    }
    case 'failed':
      return `Nothing of it was imported. Uploaded by ${by}`;
    case 'cancelled':
      return `Cancelled: nothing of it was imported. Uploaded by ${by}`;
  }
}

async function Running({ found }: { found: ShownImport }) {
  const now = new Date();
  const stoppedSince = await alertsStoppedSince(now);
  const isStuck = now.getTime() - found.movedAt.getTime() > stuckMs && stoppedSince === null;
  const fields = { id: String(found.id) };
  return (
    <>
      <noscript>
        <meta httpEquiv="refresh" content="3" />
      </noscript>
      <WorkerNotice stoppedSince={stoppedSince} />
      <ImportProgress step={found.step} done={found.stepDone} total={found.stepTotal} />
      {isStuck ? (
        <Notice tone="problem" title={`Nothing has moved since ${formatUtc(found.movedAt)}.`}>
          <p>The worker may have ended in the middle of it. Nothing is half-written.</p>
          <ActionForm action={restart} fields={fields} className="mt-2">
            <Button type="submit" look="secondary">
              Start it again
            </Button>
          </ActionForm>
        </Notice>
      ) : null}
      <div className="mt-6 flex flex-wrap items-center gap-4">
        {found.cancelRequested ? (
          <p className="text-muted">It is being cancelled …</p>
        ) : (
          <ActionForm action={cancel} fields={fields}>
            <Button type="submit" look="secondary">
              Cancel
            </Button>
          </ActionForm>
        )}
        <Link
          href={`/desk/import/${found.id}`}
          prefetch={false}
          className="py-2 underline underline-offset-4"
        >
          Look again
        </Link>
      </div>
    </>
  );
}

async function Mapping({ found, sheetName }: { found: ShownImport; sheetName: string | null }) {
  const sheet = found.sheets.find(({ name }) => name === sheetName) ?? found.sheets[0];
  if (!sheet) return <Notice title="This file has no sheet with columns." />;
  const [kept, { countries }] = await Promise.all([keptMappings(), listChoices()]);
  const mapping = kept.get(fingerprintOf({ name: sheet.name, columns: sheet.columns, rows: [] })) ?? null;
  return (
    <>
      {found.sheets.length > 1 ? (
        <nav aria-label="Sheets" className="flex flex-wrap gap-x-5 text-sm">
          {found.sheets.map(({ name }) => (
            <Link
              key={name}
              href={`/desk/import/${found.id}?columns=&sheet=${encodeURIComponent(name)}`}
              aria-current={name === sheet.name ? 'page' : undefined}
              className="inline-flex min-h-11 items-center underline underline-offset-4 aria-[current=page]:font-medium aria-[current=page]:no-underline"
            >
              {name}
            </Link>
          ))}
        </nav>
      ) : null}
      <ImportMappingForm
        key={sheet.name}
        action={mapImport}
        id={found.id}
        sheet={sheet}
        countries={countries}
        initial={firstChoices(sheet.columns, mapping)}
      />
      <ActionForm action={cancel} fields={{ id: String(found.id) }} className="mt-6">
        <Button type="submit" look="secondary">
          Do not import this file
        </Button>
      </ActionForm>
    </>
  );
}

function Settled({ found }: { found: ShownImport }) {
  if (!found.report)
    return (
      <p>
        <Link href="/desk/import" className={buttonClass('secondary')}>
          Upload a file
        </Link>
      </p>
    );
  return (
    <>
      <ImportCounts report={found.report} />
      {found.state === 'ready' ? (
        <ImportDecision
          id={found.id}
          report={found.report}
          createUnknown={found.createUnknown}
          hasColumns={found.sheets.length > 0}
          apply={applyImport}
          replan={replan}
          cancel={cancel}
        />
      ) : null}
      <ImportReportView report={found.report} isDone={found.state === 'done'} />
    </>
  );
}
