import type { EventRecord } from '@/lib/catalogue/event-record';
import { ClaimMark } from './claim-mark';
import { type Figure, numericFigures, salvoFigures } from './salvo-figures';
import { Section } from './section';

/** The figures of record: a list for one salvo, a table for several. */
export function EventFigures({ event }: { event: EventRecord }) {
  const salvos = event.salvos.map((salvo, index) => ({
    place: index + 1,
    figures: salvoFigures(salvo, event),
  }));
  const [only] = salvos;
  const marked = salvos.some(({ figures }) => figures.some((figure) => figure.claim !== undefined));
  return (
    <Section title="Figures of record" id="figures">
      {only && salvos.length === 1 ? (
        <FigureList figures={only.figures} event={event} />
      ) : (
        <FigureTable salvos={salvos} event={event} />
      )}
      <p className="mt-4 max-w-3xl text-muted text-sm">
        {marked
          ? 'A number leads to the claim that the figure was adopted from; a figure without one comes from the citations at the end of the page. '
          : 'These figures come from the citations at the end of the page. '}
        Where nobody has said, the figure is unknown.
      </p>
    </Section>
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
  event,
}: {
  salvos: { place: number; figures: Figure[] }[];
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
            className="grid grid-cols-2 gap-x-4 gap-y-3 border-line border-b py-4 sm:grid-cols-5 xl:table-row"
          >
            {figures.map((figure) => (
              <td
                key={figure.name}
                {...stays.cell}
                className={`min-w-0 xl:border-line xl:border-b xl:py-3 xl:pr-4 xl:align-top xl:last:pr-0 ${
                  numericFigures.includes(figure.name) ? 'xl:text-right' : ''
                }`}
              >
                <span aria-hidden="true" className="block text-muted text-xs xl:hidden">
                  {figure.label}
                </span>
                <Value figure={figure} event={event} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Value({ figure, event }: { figure: Figure; event: EventRecord }) {
  const assessment = figure.claim === undefined ? undefined : event.assessments[figure.claim];
  return (
    <>
      {figure.value}
      {figure.claim !== undefined && assessment ? (
        <ClaimMark claim={figure.claim} assessor={assessment.assessor} />
      ) : null}
    </>
  );
}
