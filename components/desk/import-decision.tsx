import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';
import { type ImportReport, workWords } from '@/lib/catalogue/import/report';
import { plural } from '@/lib/format/numbers';
import { type ActionAnswer, ActionForm } from './action-form';

type Action = (before: ActionAnswer, data: FormData) => Promise<ActionAnswer>;

type Props = {
  id: number;
  report: ImportReport;
  createUnknown: boolean;
  /** Whether its columns were explained by hand, and can be explained otherwise. */
  hasColumns: boolean;
  apply: Action;
  replan: Action;
  cancel: Action;
};

/** What can be done with a file whose dry run is there. Each button says what it will do. */
export function ImportDecision({ id, report, createUnknown, hasColumns, apply, replan, cancel }: Props) {
  const work = workWords(report);
  const fields = { id: String(id) };
  const { leftOut } = report.counts;
  return (
    <div className="mb-8 max-w-4xl border-line border-y py-5">
      {work === null ? (
        <p className="mb-4 font-medium">
          {report.counts.unchanged > 0
            ? 'There is nothing to do: the catalogue says all of this already.'
            : 'There is nothing in this file that can be imported.'}
        </p>
      ) : (
        <ActionForm action={apply} fields={fields} className="group">
          <div className="max-w-xl">
            <TextField
              label="Why"
              name="reason"
              maxLength={200}
              hint="It stands in the history of each event, after the file’s name."
            />
          </div>
          <label className="mt-2 flex min-h-11 items-center gap-2 text-sm">
            <input type="checkbox" name="alerts" value="yes" className="size-4 accent-accent" />
            Mail subscribers about these events
          </label>
          <Button type="submit" className="mt-2">
            <span>
              Import {work}
              {/* The label follows the box also where there are no scripts. */}
              <span className="group-has-[[name=alerts]:checked]:hidden">; nobody is mailed</span>
              <span className="hidden group-has-[[name=alerts]:checked]:inline">, and mail subscribers</span>
            </span>
          </Button>
          {leftOut > 0 ? (
            <p className="mt-2 text-sm">
              {plural(leftOut, 'event')} with rows that cannot be read will be left out.
            </p>
          ) : null}
        </ActionForm>
      )}
      <div className="mt-4 flex flex-wrap gap-x-5 gap-y-2">
        {report.unknownNames.length > 0 || createUnknown ? (
          <ActionForm action={replan} fields={{ ...fields, createUnknown: createUnknown ? 'no' : 'yes' }}>
            <Button type="submit" look="secondary">
              {createUnknown ? 'Keep unknown names as text' : 'Make the systems and sites that are not known'}
            </Button>
          </ActionForm>
        ) : null}
        {hasColumns ? (
          <Link
            href={`/desk/import/${id}?columns=`}
            className="inline-flex min-h-11 items-center text-sm underline underline-offset-4"
          >
            Change what the columns are
          </Link>
        ) : null}
        <ActionForm action={cancel} fields={fields}>
          <Button type="submit" look="quiet" className="-ml-4">
            Do not import this file
          </Button>
        </ActionForm>
      </div>
    </div>
  );
}
