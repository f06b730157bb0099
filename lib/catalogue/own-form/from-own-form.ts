import {
  assessmentColumns,
  citationColumns,
  claimedColumns,
  eventColumns,
  firstCitationColumns,
  furtherUrlsColumn,
  informationColumns,
  salvoColumns,
  sheetNames,
  sourceColumns,
} from './columns';
import type { Entry, EntryPart, ReadForm } from './entry';
import { nested, numberOf, type Row, readTable } from './read-table';
import type { Fault, Place, Table } from './table';

/** Whether tables are Apogee's own form, by their names and columns. */
export function isOwnForm(tables: Table[]): boolean {
  return tables.some(({ name }) => isSheet(name, 'Events')) || tables.some(isOneTable);
}

/**
 * What a file in Apogee's own form says, event by event: the four sheets, or one table with a row a salvo. Nothing is
 * checked yet but that the parts belong together; `completeEntry` makes an event of an entry.
 */
export function fromOwnForm(tables: Table[]): ReadForm {
  const events = tables.find(({ name }) => isSheet(name, 'Events'));
  if (events) return readSheets(tables, events);
  const table = tables.find(isOneTable);
  return table ? readOneTable(table) : { entries: [], faults: [], unread: [] };
}

// ------------------------------------------------------------ four sheets

function readSheets(tables: Table[], eventsTable: Table): ReadForm {
  // The starter catalogue calls the column `slug` in its file of events.
  const events = sheet(eventsTable, [...eventColumns, 'event', 'slug']);
  const rest = sheetNames.slice(1).map((name) => tables.find((table) => isSheet(table.name, name)));
  const [salvos, assessments, citations] = [
    rest[0] && sheet(rest[0], ['event', 'salvo', ...salvoColumns, ...sourceColumns, 'adoptedFrom']),
    rest[1] &&
      sheet(rest[1], ['event', 'claim', ...assessmentColumns, ...claimedColumns, ...firstCitationColumns]),
    rest[2] && sheet(rest[2], ['event', ...citationColumns]),
  ];
  const sheets = [events, salvos, assessments, citations].filter((read) => read !== undefined);
  const form: ReadForm = {
    entries: [],
    faults: sheets.flatMap(({ faults }) => faults.map((fault) => ({ ...fault, slug: null }))),
    unread: sheets.flatMap(({ unread }) => unread),
  };

  const entries = new Map<string, Entry>();
  for (const row of events.rows) {
    const slug = slugOf(row, form.faults);
    if (slug === null) continue;
    if (entries.has(slug))
      fail(form, row.place('event'), `The event ${slug} stands here a second time.`, slug);
    else entries.set(slug, blankEntry(slug, row, events.columns));
  }
  const add = (read: typeof salvos, list: 'salvos' | 'assessments' | 'citations', number?: string) => {
    if (!read) return;
    for (const entry of entries.values()) entry[list] = [];
    for (const row of read.rows) {
      const slug = slugOf(row, form.faults);
      if (slug === null) continue;
      const parts = entries.get(slug)?.[list];
      if (parts) parts.push(partOf(row, ['event', ...(number ? [number] : [])], number));
      else
        fail(form, row.place('event'), `There is no event ${slug} on the sheet ${eventsTable.name}.`, slug);
    }
    for (const entry of entries.values()) entry[list] = inOrder(entry[list] ?? [], entry.slug, form);
  };
  add(salvos, 'salvos', 'salvo');
  add(assessments, 'assessments', 'claim');
  add(citations, 'citations');
  form.entries = [...entries.values()];
  return form;
}

function sheet(table: Table, known: string[]) {
  const hasOthers = known.includes('figures.system');
  const read = readTable(
    table,
    (column) => known.includes(column) || (hasOthers && column.startsWith('figures.')),
    known,
  );
  return { ...read, unread: unreadOf(table, read.unread) };
}

// ------------------------------------------------------------ one table

const oneTableColumns = [
  'event',
  ...eventColumns,
  'salvo',
  ...salvoColumns,
  ...firstCitationColumns,
  furtherUrlsColumn,
];

function isOneTable({ columns }: Table): boolean {
  const names = columns.map((column) => column.trim().toLowerCase());
  return ['country', 'localdate', 'countmin'].every((name) => names.includes(name));
}

function readOneTable(table: Table): ReadForm {
  const read = readTable(table, (column) => oneTableColumns.includes(column), oneTableColumns);
  const form: ReadForm = {
    entries: [],
    faults: read.faults.map((fault) => ({ ...fault, slug: null })),
    unread: unreadOf(table, read.unread),
  };
  const entries = new Map<string, { entry: Entry; first: Row }>();
  for (const row of read.rows) {
    const slug = slugOf(row, form.faults);
    if (slug === null) continue;
    const known = entries.get(slug);
    if (!known) {
      const entry = blankEntry(slug, row, read.columns);
      entry.firstCitations = citationsIn(row);
      entry.hasAllSalvos = false;
      entry.salvos = [salvoIn(row)];
      entries.set(slug, { entry, first: row });
      continue;
    }
    const other = eventColumns.find((column) => row.values.get(column) !== known.first.values.get(column));
    if (other) {
      const message = `says otherwise than row ${known.first.place().row}, which is about the same event.`;
      fail(form, row.place(other), message, slug);
    }
    known.entry.salvos?.push(salvoIn(row));
  }
  for (const { entry } of entries.values()) {
    const salvos = entry.salvos ?? [];
    const numbered = salvos.filter(({ number }) => number !== null).length;
    entry.hasAllSalvos = numbered === 0;
    const unnumbered = salvos.find(({ number }) => number === null);
    if (numbered > 0 && unnumbered)
      fail(form, unnumbered.place('salvo'), 'Number this salvo, as the others of its event are.', entry.slug);
    entry.salvos = inOrder(salvos, entry.slug, form);
    form.entries.push(entry);
  }
  return form;
}

function salvoIn(row: Row): EntryPart {
  const others = [...eventColumns, 'event', 'salvo', ...firstCitationColumns, furtherUrlsColumn];
  return partOf(row, others, 'salvo');
}

/** The sources that a row names: one with all that is known of it, and the addresses of others, by their hosts' names. */
function citationsIn(row: Row): EntryPart[] {
  const cells = [...row.values].filter(([column, cell]) => column.startsWith('citation.') && cell !== null);
  const { citation } = nested(cells);
  const urls = String(row.values.get(furtherUrlsColumn) ?? '')
    .split(/\s+/)
    .filter(Boolean);
  return [
    ...(citation ? [{ fields: citation as Record<string, unknown>, column: 'citation.url' }] : []),
    ...urls.map((url) => ({ fields: { publisher: hostOf(url), url }, column: furtherUrlsColumn })),
  ].map(({ fields, column }) => ({ number: null, fields, place: () => row.place(column) }));
}

const hostOf = (url: string) =>
  URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') || url : url;

// ------------------------------------------------------------ both

function blankEntry(slug: string, row: Row, columns: Set<string>): Entry {
  return {
    slug,
    fields: Object.fromEntries(
      eventColumns.flatMap((column) =>
        columns.has(column) ? [[column, row.values.get(column) ?? null]] : [],
      ),
    ),
    salvos: null,
    assessments: null,
    citations: null,
    firstCitations: [],
    hasAllSalvos: true,
    place: row.place,
  };
}

function partOf(row: Row, others: string[], number?: string): EntryPart {
  const fields = [...row.values].filter(([column]) => !others.includes(column));
  return { number: number ? numberOf(row, number) : null, fields: nested(fields), place: row.place };
}

/** By their numbers, where they have any. */
function inOrder(parts: EntryPart[], slug: string, form: ReadForm): EntryPart[] {
  const seen = new Set<number>();
  for (const { number, place } of parts) {
    if (number === null) continue;
    if (seen.has(number)) fail(form, place(), `The number ${number} stands here a second time.`, slug);
    seen.add(number);
  }
  return [...parts].sort((a, b) => (a.number ?? Infinity) - (b.number ?? Infinity) || 0);
}

const slugForm = /^[a-z]{2}-\d{4}(-\d\d){0,2}(-\d{1,3})?$/;

/** The event's slug. Left out: that of the first event of its country and day. */
function slugOf(row: Row, faults: ReadForm['faults']): string | null {
  const given = row.values.get('event') ?? row.values.get('slug') ?? null;
  const [country, localDate] = [row.values.get('country'), row.values.get('localDate')];
  const slug = given ?? (country && localDate ? `${country}-${localDate}`.toLowerCase() : null);
  const text = slug === null ? '' : String(slug).trim();
  if (slugForm.test(text)) return text;
  const message = given
    ? `"${given}" is no event's address like kp-2020-04-14. Leave it empty for a new event.`
    : 'Name the event, or give its country and its date.';
  faults.push({ place: row.place(given ? 'event' : undefined), message, slug: null });
  return null;
}

function fail(form: ReadForm, place: Place, message: string, slug: string): void {
  const fault: Fault = { place, message };
  form.faults.push({ ...fault, slug });
}

function unreadOf(table: Table, columns: string[]): string[] {
  return columns
    .filter((column) => !informationColumns.has(column))
    .map((column) => `${table.name}: ${column}`);
}

function isSheet(name: string, wanted: string): boolean {
  return (
    name
      .trim()
      .toLowerCase()
      .replace(/\.csv$/, '') === wanted.toLowerCase()
  );
}
