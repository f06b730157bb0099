import type { ClaimCell, ClaimsRow, RecordValue } from '@/lib/catalogue/claims-table';
import type { AssessmentRecord } from '@/lib/catalogue/event-record';
import { statedWords } from '@/lib/catalogue/source-words';
import { ClaimMark } from './claim-mark';
import { Known } from './class-mark';

type Props = {
  rows: ClaimsRow[];
  assessments: AssessmentRecord[];
  /** Whether there is a column for the figures of record. */
  withRecord: boolean;
};

/** More different values than this of one figure are left to the table of the salvos. */
const mostRecordValues = 3;

const stays = {
  table: { role: 'table' },
  row: { role: 'row' },
  rowheader: { role: 'rowheader' },
  cell: { role: 'cell' },
} as const;

const cellLook = 'min-w-0 [overflow-wrap:anywhere] lg:border-line lg:border-b lg:py-2.5 lg:pr-4 lg:align-top';

/**
 * The claims side by side, a line a figure and a column a claim, with the figure of record before them. On a narrow screen
 * each figure is a small grid; the roles keep it a table.
 */
export function ClaimsTable({ rows, assessments, withRecord }: Props) {
  const columns = assessments.map((claim, place) => ({ place, claim }));
  return (
    <table {...stays.table} className="mb-10 block w-full text-sm lg:table lg:table-fixed">
      <caption className="sr-only">What each claim says of each figure</caption>
      <thead className="max-lg:sr-only">
        <tr {...stays.row}>
          <th scope="col" className="w-32 border-ink border-b py-2 pr-4 text-left align-bottom font-medium">
            Figure
          </th>
          {withRecord ? (
            <th scope="col" className="border-ink border-b py-2 pr-4 text-left align-bottom font-medium">
              Of record
            </th>
          ) : null}
          {columns.map(({ place, claim }) => (
            <th
              key={place}
              scope="col"
              className="border-ink border-b py-2 pr-4 text-left align-bottom font-medium last:pr-0"
            >
              {claim.assessor}
              <ClaimMark claim={place} assessor={claim.assessor} />
              <span className="block font-normal text-muted text-xs">{statedWords(claim)}</span>
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="block border-ink border-t lg:table-row-group lg:border-0">
        {rows.map((row) => (
          <ClaimsLine key={row.name} row={row} columns={columns} withRecord={withRecord} />
        ))}
      </tbody>
    </table>
  );
}

type LineProps = {
  row: ClaimsRow;
  columns: { place: number; claim: AssessmentRecord }[];
  withRecord: boolean;
};

function ClaimsLine({ row, columns, withRecord }: LineProps) {
  const { label, verdict, record, cells } = row;
  const differ = cells.some((cell) => cell?.differs);
  return (
    <tr
      {...stays.row}
      className="grid grid-cols-2 gap-x-4 gap-y-2 border-line border-b py-4 sm:grid-cols-3 lg:table-row"
    >
      <th
        scope="row"
        {...stays.rowheader}
        className={`${cellLook} text-left font-normal max-lg:col-span-full`}
      >
        <span className="max-lg:font-semibold">{label}</span>
        {verdict ? (
          <span className={`text-xs max-lg:ml-3 lg:block ${differ ? 'text-notice' : 'text-muted'}`}>
            {verdict.replace(/(\d) /g, '$1\u00a0')}
          </span>
        ) : null}
      </th>
      {withRecord ? (
        <td {...stays.cell} className={`${cellLook} ${record.length === 0 ? 'max-lg:hidden' : ''}`}>
          <NarrowLabel>Of record</NarrowLabel>
          <OfRecord values={record} columns={columns} />
        </td>
      ) : null}
      {columns.map(({ place, claim }) => (
        <td
          key={place}
          {...stays.cell}
          className={`${cellLook} lg:last:pr-0 ${cells[place] ? '' : 'max-lg:hidden'}`}
        >
          <NarrowLabel>
            {place + 1} {claim.assessor}
          </NarrowLabel>
          <Said cell={cells[place] ?? null} nothing={record.length > 0 ? 'not said' : 'not given'} />
        </td>
      ))}
    </tr>
  );
}

function NarrowLabel({ children }: { children: React.ReactNode }) {
  return (
    <span aria-hidden="true" className="block text-muted text-xs lg:hidden">
      {children}
    </span>
  );
}

/** What differs is set in bold; that it does is said in words beside the figure's name. */
function Said({ cell, nothing }: { cell: ClaimCell | null; nothing: string }) {
  if (!cell) return <span className="text-muted text-xs">{nothing}</span>;
  return (
    <>
      <span className={cell.differs ? 'font-semibold' : ''}>{cell.words}</span>
      {cell.adopted ? <span className="block text-muted text-xs">adopted</span> : null}
    </>
  );
}

function OfRecord({ values, columns }: Pick<LineProps, 'columns'> & { values: RecordValue[] }) {
  if (values.length > mostRecordValues)
    return (
      <a href="#figures" className="underline underline-offset-4">
        one a salvo
      </a>
    );
  return values.map(({ words, claim, salvos }) => (
    <span key={`${words} ${claim}`} className="block">
      <Known words={words} />
      {claim === undefined ? null : (
        <ClaimMark claim={claim} assessor={columns[claim]?.claim.assessor ?? ''} />
      )}
      {values.length > 1 ? (
        <span className="text-muted text-xs">
          {' '}
          {salvos.length > 1 ? 'salvos' : 'salvo'} {salvos.join(', ')}
        </span>
      ) : null}
    </span>
  ));
}
