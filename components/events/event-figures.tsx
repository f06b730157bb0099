import type { EventRecord } from '@/lib/catalogue/event-record';
import { ClaimMark } from './claim-mark';
import { type Figure, numericFigures, salvoFigures } from './salvo-figures';
import { Section } from './section';

type Props = {
  event: EventRecord;
  /** The assessor whose figures alone these are; left out for those of record. */
  accordingTo?: string | undefined;
};

/** The figures of record, or of one assessor: a list for one salvo, a table for several. */
export function EventFigures({ event, accordingTo }: Props) {
  const title = accordingTo ? `Figures according to ${accordingTo}` : 'Figures of record';
  const salvos = event.salvos.map((salvo, index) => ({
    place: index + 1,
    figures: salvoFigures(salvo, event),
  }));
  const [only] = salvos;
  if (only && salvos.length === 1) {
    return (
      <Section title={title} id="figures">
        <FigureList figures={only.figures} event={event} />
        <Origin figures={only.figures} usual={undefined} event={event} accordingTo={accordingTo} />
      </Section>
    );
  }
  const figures = salvos.flatMap((salvo) => salvo.figures);
  const usual = usualClaim(figures);
  return (
    <Section title={title} id="figures">
      <FigureTable salvos={salvos} usual={usual} event={event} />
      <Origin figures={figures} usual={usual} event={event} accordingTo={accordingTo} />
    </Section>
  );
}

/**
 * In a table, the claim that most figures come from: it is named once beneath, so that the numbers left are those that
 * tell something. None where a figure has no claim at all.
 */
function usualClaim(figures: Figure[]): number | undefined {
  const known = figures.filter((figure) => figure.known);
  if (known.some((figure) => figure.claim === undefined)) return undefined;
  const times = new Map<number | undefined, number>();
  for (const { claim } of known) times.set(claim, (times.get(claim) ?? 0) + 1);
  return [...times].sort((a, b) => b[1] - a[1])[0]?.[0];
}

type OriginProps = Props & { figures: Figure[]; usual: number | undefined };

/** Where the figures come from, in a sentence. */
function Origin({ figures, usual, event, accordingTo }: OriginProps) {
  if (accordingTo)
    return (
      <p className="mt-4 max-w-3xl text-muted text-sm">
        What {accordingTo} said, and nothing else: what it did not say is unknown here. Its claims stand below
        in full.
      </p>
    );
  const marked = figures.some((figure) => figure.claim !== undefined && figure.claim !== usual);
  const elsewhere = figures.some((figure) => figure.known && figure.claim === undefined);
  const assessor = usual === undefined ? undefined : event.assessments[usual]?.assessor;
  return (
    <p className="mt-4 max-w-3xl text-muted text-sm">
      {usual !== undefined && assessor ? (
        <>
          Adopted from claim {usual + 1}, {assessor}
          <ClaimMark claim={usual} assessor={assessor} />
          {marked ? ', unless a number leads to another claim. ' : '. '}
        </>
      ) : null}
      {usual === undefined && marked
        ? 'A number leads to the claim that the figure was adopted from. '
        : null}
      {elsewhere
        ? `${marked ? 'A figure without one comes' : 'These figures come'} from the citations at the end of the page. `
        : null}
      Where nobody has said, the figure is unknown.
    </p>
  );
}

function FigureList({ figures, event }: { figures: Figure[]; event: EventRecord }) {
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-5 sm:grid-cols-3 lg:grid-cols-5">
      {figures.map((figure) => (
        <div key={figure.name} className="min-w-0">
          <dt className="text-muted text-sm">{figure.label}</dt>
          <dd className="mt-0.5 [overflow-wrap:anywhere]">
            <Value figure={figure} event={event} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

const stays = { table: { role: 'table' }, row: { role: 'row' }, cell: { role: 'cell' } } as const;

/** One line a salvo; on a narrow screen each salvo is a small grid, the roles keep it a table. */
function FigureTable({
  salvos,
  usual,
  event,
}: {
  salvos: { place: number; figures: Figure[] }[];
  usual: number | undefined;
  event: EventRecord;
}) {
  return (
    <table {...stays.table} className="block w-full text-sm xl:table">
      <caption className="sr-only">Figures of record, one row a salvo</caption>
      <thead className="max-xl:sr-only">
        <tr {...stays.row}>
          {salvos[0]?.figures.map(({ name, label }) => (
            <th
              key={name}
              scope="col"
              className={`border-ink border-b py-2 pr-4 align-bottom font-medium last:pr-0 ${numericFigures.includes(name) ? 'text-right' : 'text-left'}`}
            >
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="block border-ink border-t xl:table-row-group xl:border-0">
        {salvos.map(({ place, figures }) => (
          <tr
            key={place}
            {...stays.row}
            className="grid grid-cols-3 gap-x-4 gap-y-3 border-line border-b py-4 md:grid-cols-5 xl:table-row"
          >
            {figures.map((figure) => (
              <td
                key={figure.name}
                {...stays.cell}
                className={`min-w-0 [overflow-wrap:anywhere] max-xl:first:col-span-full xl:border-line xl:border-b xl:py-3 xl:pr-4 xl:align-top xl:last:pr-0 ${
                  numericFigures.includes(figure.name) ? 'xl:text-right' : ''
                }`}
              >
                <span aria-hidden="true" className="block text-muted text-xs xl:hidden">
                  {figure.label}
                </span>
                <Value figure={figure} usual={usual} event={event} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** @param usual the claim that goes without a mark */
function Value({ figure, usual, event }: { figure: Figure; usual?: number; event: EventRecord }) {
  const { value, detail, known, claim } = figure;
  const assessment = claim === undefined ? undefined : event.assessments[claim];
  return (
    <>
      {value}
      {known && claim !== undefined && claim !== usual && assessment ? (
        <ClaimMark claim={claim} assessor={assessment.assessor} />
      ) : null}
      {detail ? <span className="block whitespace-nowrap text-muted text-xs">{detail}</span> : null}
    </>
  );
}
