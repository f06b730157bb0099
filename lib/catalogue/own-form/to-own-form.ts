import type {
  AssessmentRecord,
  CitationRecord,
  EventRecord,
  SalvoRecord,
} from '@/lib/catalogue/event-record';
import { figureNames } from '@/lib/catalogue/vocabulary';
import {
  assessmentColumns,
  citationColumns,
  claimedColumns,
  eventColumns,
  firstCitationColumns,
  furtherUrlsColumn,
  salvoColumns,
  sourceColumns,
} from './columns';
import { defuse } from './defuse';
import type { Cell, Table } from './table';

/**
 * Events as the four sheets of Apogee's own workbook, without loss: `fromOwnForm` makes the same events of them. Texts are
 * defused against formulas already; unknown is an empty cell.
 */
export function toOwnForm(events: EventRecord[]): Table[] {
  const claims = events.flatMap((event) => event.assessments);
  const otherFigures = [...new Set(claims.flatMap(({ figures }) => Object.keys(figures)))]
    .map((name) => `figures.${name}`)
    .filter((column) => !claimedColumns.includes(column));
  return [
    tableOf('Events', ['event', ...eventColumns], events.map(eventCells)),
    tableOf(
      'Salvos',
      ['event', 'salvo', ...withNames(salvoColumns), ...sourceColumns],
      partsOf(events, 'salvo', ({ salvos }) =>
        salvos.map((salvo) => ({ ...salvoCells(salvo), ...sourceCells(salvo) })),
      ),
    ),
    tableOf(
      'Assessments',
      ['event', 'claim', ...assessmentColumns, ...claimedColumns, ...otherFigures, ...firstCitationColumns],
      partsOf(events, 'claim', ({ assessments }) => assessments.map(assessmentCells)),
    ),
    tableOf(
      'Citations',
      ['event', ...citationColumns],
      partsOf(events, null, ({ citations }) => citations.map(citationCells)),
    ),
  ];
}

/**
 * Events as one table, a row a salvo, with the event's own columns repeated: for a CSV file. It has no assessments; read
 * back, it leaves those of known events alone.
 */
export function toOneTable(events: EventRecord[]): Table {
  const columns = [
    'event',
    ...eventColumns,
    'salvo',
    ...withNames(salvoColumns),
    ...firstCitationColumns,
    furtherUrlsColumn,
  ];
  const rows = events.flatMap((event) => {
    const [first, ...others] = event.citations;
    const citation = first ? withPrefix('citation.', citationCells(first)) : {};
    const furtherUrls = others.map(({ url }) => url.replaceAll(/\s/g, encodeURIComponent)).join(' ') || null;
    return event.salvos.map((salvo, index) => ({
      ...eventCells(event),
      salvo: index + 1,
      ...salvoCells(salvo),
      ...citation,
      furtherUrls,
    }));
  });
  return tableOf('Salvos', columns, rows);
}

type Cells = Record<string, Cell>;

function tableOf(name: string, columns: string[], rows: Cells[]): Table {
  const safe = (cell: Cell | undefined): Cell => (typeof cell === 'string' ? defuse(cell) : (cell ?? null));
  return { name, columns, rows: rows.map((row) => columns.map((column) => safe(own(row, column)))) };
}

const own = (row: Cells, column: string) => (Object.hasOwn(row, column) ? row[column] : null);

function partsOf(
  events: EventRecord[],
  number: string | null,
  parts: (event: EventRecord) => Cells[],
): Cells[] {
  return events.flatMap((event) =>
    parts(event).map((cells, index) => ({
      event: event.slug,
      ...(number ? { [number]: index + 1 } : {}),
      ...cells,
    })),
  );
}

/** Ids of systems and sites have their names beside them, for people. */
function withNames(columns: readonly string[]): string[] {
  return columns.flatMap((column) =>
    column === 'system' || column === 'site' ? [column, `${column}Name`] : [column],
  );
}

function eventCells(event: EventRecord): Cells {
  const { slug, country, localDate, status, statusReason, notes } = event;
  return { event: slug, country, localDate, status, statusReason, notes };
}

function salvoCells({ sources: _, ...salvo }: SalvoRecord): Cells {
  return salvo;
}

function sourceCells({ sources }: SalvoRecord): Cells {
  const known = figureNames.flatMap((figure) => {
    const place = sources[figure];
    return place === undefined ? [] : [[`sources.${figure}`, place + 1] as const];
  });
  return Object.fromEntries(known);
}

function assessmentCells({ figures, citation, ...claim }: AssessmentRecord): Cells {
  return {
    ...claim,
    ...withPrefix('figures.', figures),
    ...(citation ? withPrefix('citation.', citationCells(citation)) : {}),
  };
}

function citationCells({ publisher, title, url, publishedOn, archivedUrl, checked }: CitationRecord): Cells {
  return { publisher, title, url, publishedOn, archivedUrl, checked };
}

function withPrefix(prefix: string, cells: Cells): Cells {
  return Object.fromEntries(Object.entries(cells).map(([name, cell]) => [prefix + name, cell]));
}
