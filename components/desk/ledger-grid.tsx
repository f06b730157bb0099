'use client';

import Link from 'next/link';
import type { AssessmentRecord } from '@/lib/catalogue/event-record';
import { quoted } from '@/lib/catalogue/event-sentences';
import { claimInShort, type LedgerCell, type LedgerRow, type SalvoLedger } from '@/lib/catalogue/ledger';
import { listInWords } from '@/lib/format/words';
import { claimKey } from './claim-key';
import { useGridKeys } from './use-grid-keys';

type Props = {
  ledger: SalvoLedger;
  assessments: AssessmentRecord[];
  mayAdopt: boolean;
  /** Where any other value is set, in the event's form. */
  editHref: string;
  onUndo: () => void;
  onSay: (sentence: string) => void;
};

const looks: Record<LedgerCell['standing'], string> = {
  adopted: 'font-medium',
  same: '',
  differs: '',
  silent: 'text-muted',
};

/** One salvo: a line a figure, the value of record first, then a column a claim. */
export function LedgerGrid({ ledger, assessments, mayAdopt, editHref, onUndo, onSay }: Props) {
  const { rows, unknown } = ledger;
  const grid = useGridKeys(rows.length, assessments.length + 1, (key, [row]) => {
    if (!mayAdopt) return false;
    if (key.toLowerCase() === 'u') onUndo();
    else if (/^[1-9]$/.test(key)) adoptBy(Number(key), row);
    else return false;
    return true;
  });
  const adoptBy = (claim: number, row: number) => {
    const cell = grid.find([row, claim]);
    if (cell instanceof HTMLButtonElement) cell.click();
    else
      onSay(
        assessments[claim - 1]
          ? `Claim ${claim}, ${assessments[claim - 1]?.assessor}, does not say: ${rows[row]?.label.toLowerCase()}.`
          : `There is no claim ${claim}.`,
      );
  };
  return (
    <div className="mt-6">
      <div className="overflow-x-auto">
        <table
          ref={grid.table}
          role={grid.isGrid ? 'grid' : undefined}
          onKeyDown={grid.onKeyDown}
          className="w-full border-collapse text-sm"
        >
          <caption className="pb-2 text-left font-medium font-reading text-lg">{ledger.title}</caption>
          <thead>
            <tr className="align-bottom">
              <th scope="col" className="sticky left-0 z-10 w-28 bg-paper py-2 pr-3 text-left font-medium">
                Figure
              </th>
              <th scope="col" className="min-w-36 px-2.5 py-2 text-left font-medium">
                Of record
              </th>
              {assessments.map((assessment, claim) => (
                <ClaimHead key={claimKey(assessment, claim)} assessment={assessment} claim={claim} />
              ))}
            </tr>
          </thead>
          <tbody className="border-ink border-t">
            {rows.map((row, place) => (
              <tr key={row.figure} className="group border-line border-b align-top focus-within:bg-surface">
                <th
                  scope="row"
                  className="sticky left-0 z-10 bg-paper py-1.5 pr-3 text-left font-normal text-muted group-focus-within:bg-surface"
                >
                  {row.label}
                </th>
                <td>
                  <RecordCell
                    row={row}
                    assessments={assessments}
                    href={mayAdopt ? `${editHref}#${fieldOf(ledger.salvo, row)}` : null}
                    wiring={grid.cell(place, 0)}
                  />
                </td>
                {row.cells.map((cell) => (
                  <td key={cell.claim}>
                    <ClaimCell
                      cell={cell}
                      value={mayAdopt ? `${ledger.salvo}.${row.figure}.${cell.claim}` : null}
                      wiring={grid.cell(place, cell.claim + 1)}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {unknown.length > 0 ? (
        <p className="mt-2 text-muted text-sm">
          Unknown, and given by no claim: {listInWords(unknown.map((label) => label.toLowerCase()))}.
        </p>
      ) : null}
    </div>
  );
}

function ClaimHead({ assessment, claim }: { assessment: AssessmentRecord; claim: number }) {
  const { stated, judgement, grading } = claimInShort(assessment);
  return (
    <th scope="col" className="min-w-40 max-w-64 px-2.5 py-2 text-left font-normal">
      <span className="block font-medium">
        <span className="mr-1.5 text-muted">{claim + 1}</span>
        <a href={`#claim-${claim + 1}`} tabIndex={-1} className="underline-offset-4 hover:underline">
          {assessment.assessor}
        </a>
      </span>
      <span className="block text-muted text-xs leading-relaxed">
        {stated} · {assessment.status}
        {assessment.hedge ? <span className="block text-ink">{quoted(assessment.hedge)}</span> : null}
        {judgement ? <span className="block">{judgement}</span> : null}
        {grading ? <span className="block">graded {grading}</span> : null}
      </span>
    </th>
  );
}

type Wiring = ReturnType<ReturnType<typeof useGridKeys>['cell']>;
const cellClass =
  'block min-h-11 w-full border-transparent border-l-2 px-2 py-1.5 text-left focus-visible:-outline-offset-2 lg:min-h-9';

type RecordProps = { row: LedgerRow; assessments: AssessmentRecord[]; href: string | null; wiring: Wiring };

function RecordCell({ row, assessments, href, wiring }: RecordProps) {
  const from = row.from === null ? null : assessments[row.from]?.assessor;
  const said = (
    <>
      <span className={`block ${row.record === null ? 'text-muted' : 'font-medium'}`}>
        {row.record ?? 'unknown'}
      </span>
      <span className="block text-muted text-xs">
        {from && row.from !== null
          ? `from claim ${row.from + 1}, ${from}`
          : row.record === null
            ? ''
            : 'from no claim'}
      </span>
    </>
  );
  return href ? (
    <Link
      href={href}
      prefetch={false}
      className={`${cellClass} underline-offset-4 hover:underline`}
      {...wiring}
    >
      {said}
      <span className="sr-only">Change it in the form</span>
    </Link>
  ) : (
    <div className={cellClass} {...wiring}>
      {said}
    </div>
  );
}

/** @param value what pressing it sends; null for somebody who may not adopt */
function ClaimCell({ cell, value, wiring }: { cell: LedgerCell; value: string | null; wiring: Wiring }) {
  const { words, standing, note } = cell;
  const said = (
    <>
      <span className={`block ${looks[standing]}`}>
        {words ?? <span aria-hidden="true">–</span>}
        {note === 'not said' ? <span className="sr-only">{note}</span> : null}
      </span>
      {note === 'not said' ? null : (
        <span className={`block text-xs ${standing === 'differs' ? 'text-notice' : 'text-muted'}`}>
          {note}
        </span>
      )}
    </>
  );
  return value !== null && words !== null ? (
    <button
      type="submit"
      name="adopt"
      value={value}
      className={`${cellClass} cursor-pointer hover:bg-surface ${standing === 'adopted' ? 'border-l-accent' : ''}`}
      {...wiring}
    >
      {standing === 'adopted' ? null : <span className="sr-only">Adopt </span>}
      {said}
    </button>
  ) : (
    <div className={cellClass} {...wiring}>
      {said}
    </div>
  );
}

/** The field of the form that a figure is set in. */
function fieldOf(salvo: number, { figure }: LedgerRow): string {
  const name = { launchedAt: 'launchTime', count: 'countMin' }[figure as string] ?? figure;
  return `salvos.${salvo}.${name}`;
}
