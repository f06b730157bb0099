import { type Cell, type Fault, type Place, placeInTable, type Table } from '@/lib/catalogue/own-form/table';
import type { ClassId, FigureName, Outcome } from '@/lib/catalogue/vocabulary';
import { addDays, dayIn, instantOf } from '@/lib/format/dates';
import {
  classIn,
  countIn,
  dateIn,
  figureIn,
  landingIn,
  outcomeIn,
  proseIn,
  type Reading,
  textIn,
  timeIn,
  wordsIn,
} from './claim-cells';
import type { ClaimField, Mapping } from './mapping';
import type { NamesInFile } from './names-in-file';

/** A figure as a row gives it: null where the row says that it is not known. */
export type RowFigures = {
  system: string | null;
  class: ClassId | null;
  site: string | null;
  siteText: string | null;
  launchedAt: string | null;
  distanceKm: number | null;
  apogeeKm: number | null;
  bearingDeg: number | null;
  landingArea: string | null;
  outcome: Outcome | null;
};

/** What one row of an assessor's file says. */
export type ClaimRow = {
  country: string;
  /** The day on the country's own clock. */
  localDate: string;
  count: { min: number; max: number | null; text: string | null };
  figures: RowFigures;
  /** The figures that the row speaks of, if only to say that they are unknown. */
  said: Set<FigureName>;
  /** The names as the assessor has them, and the class as he gives it. */
  systemName: string | null;
  siteName: string | null;
  givenClass: ClassId | null;
  /** The same names as the catalogue has them, where it has them. */
  systemWords: string | null;
  siteWords: string | null;
  /** What was said with a reservation, in its own words: `distance 787 km (claimed)`. */
  hedges: string[];
  /** The cells of which nothing but the words is kept. */
  inWords: Fault[];
  isConfirmed: boolean | null;
  words: string | null;
  sources: string | null;
  statedOn: string | null;
  place: (field?: ClaimField) => Place;
};

/** A row that cannot be read, and the days (`KP 2020-04-14`) that it may be of: their events are left out. */
export type RowFault = Fault & { days: string[] };

/**
 * The rows of a file of claims.
 * @param zoneOf the reporting time zone of a country; undefined where the catalogue has no such country
 */
export function readClaimRows(
  table: Table,
  mapping: Mapping,
  names: NamesInFile,
  zoneOf: (country: string) => string | undefined,
): { rows: ClaimRow[]; faults: RowFault[] } {
  const rows: ClaimRow[] = [];
  const faults: RowFault[] = [];
  table.rows.forEach((cells, index) => {
    if (cells.every((cell) => cell === null)) return;
    const read = readRow(new RowCells(table, index, cells, mapping), mapping, names, zoneOf);
    if ('message' in read) faults.push(read);
    else rows.push(read);
  });
  return { rows, faults };
}

class RowCells {
  constructor(
    private readonly table: Table,
    private readonly index: number,
    private readonly cells: Cell[],
    private readonly mapping: Mapping,
  ) {}

  cell(field: ClaimField): Cell | undefined {
    const column = this.mapping.columns[field];
    return column === undefined ? undefined : this.cells[column];
  }

  place = (field?: ClaimField): Place =>
    placeInTable(this.table, this.index, field && this.mapping.columns[field]);

  fault(field: ClaimField, message: string, days: string[] = []): RowFault {
    const given = textIn(this.cell(field));
    return {
      place: this.place(field),
      message: given === null ? message : `"${given.slice(0, 80)}" ${message}`,
      days,
    };
  }
}

function readRow(
  row: RowCells,
  mapping: Mapping,
  names: NamesInFile,
  zoneOf: (country: string) => string | undefined,
): ClaimRow | RowFault {
  const country = (textIn(row.cell('country')) ?? mapping.country).toUpperCase();
  const zone = zoneOf(country);
  if (!zone) return row.fault('country', 'is no country of the catalogue.');
  const date = dateIn(row.cell('date'));
  if (date === null) return row.fault('date', 'is not a date like 2024-04-22.');
  if (!date.said || date.value === null) return row.fault('date', 'There is no date in this row.');
  const time = timeIn(row.cell('time'));
  const around =
    date.value.length === 10 ? [date.value, addDays(date.value, 1), addDays(date.value, -1)] : [date.value];
  const days = around.map((day) => `${country} ${day}`);
  if (time === null)
    return row.fault('time', `is not a time${mapping.clock === 'utc' ? ' in UTC' : ''} like 05:34.`, days);
  const count = mapping.columns.count === undefined ? one : countIn(row.cell('count'));
  if (!count) return row.fault('count', 'is not a number of missiles.', days);

  const when = moment(date.value, time, mapping.clock, zone);
  const figures = readFigures(row, country, names);
  const launchedAt: Reading<string> = when.launchedAt
    ? { ...time, said: true, value: when.launchedAt }
    : time.said
      ? { ...time, value: null }
      : time;
  const readings = { ...figures.readings, launchedAt };
  const statedOn = dateIn(row.cell('statedOn'));
  return {
    country,
    localDate: when.localDate,
    count,
    figures: {
      system: figures.system?.id ?? null,
      class: figures.class,
      site: figures.site?.id ?? null,
      siteText: figures.site ? null : figures.siteName,
      launchedAt: when.launchedAt,
      distanceKm: valueIn(readings.distanceKm),
      apogeeKm: valueIn(readings.apogeeKm),
      bearingDeg: valueIn(readings.bearingDeg),
      landingArea: valueIn(readings.landingArea),
      outcome: valueIn(readings.outcome),
    },
    said: new Set<FigureName>([
      'count',
      ...(Object.entries(readings) as [FigureName, Reading<unknown>][]).flatMap(([name, { said }]) =>
        said ? name : [],
      ),
      ...(figures.class ? (['class'] as const) : []),
    ]),
    systemName: figures.systemName,
    siteName: figures.siteName,
    systemWords: figures.system?.name ?? figures.systemName,
    siteWords: figures.site?.name ?? figures.siteName,
    givenClass: valueIn(readings.class),
    hedges: Object.entries(readings).flatMap(([name, reading]) =>
      reading.said && reading.hedge
        ? `${figureWords[name as keyof typeof figureWords]} ${reading.hedge}`
        : [],
    ),
    inWords: Object.entries(readings).flatMap(([name, reading]) =>
      reading.said && reading.hedge && reading.value === null
        ? row.fault(cellNames[name as keyof typeof figureWords], 'is kept in these words.')
        : [],
    ),
    isConfirmed: confirmation(textIn(row.cell('confirmation'))),
    words: proseIn(row.cell('words')),
    sources: proseIn(row.cell('sources')),
    statedOn: statedOn?.said && statedOn.value?.length === 10 ? statedOn.value : null,
    place: row.place,
  };
}

const one = { min: 1, max: 1, text: null };
const valueIn = <T>(reading: Reading<T>): T | null => (reading.said ? reading.value : null);

const figureWords = {
  system: 'missile',
  class: 'type',
  site: 'site',
  launchedAt: 'time',
  distanceKm: 'distance',
  apogeeKm: 'apogee',
  bearingDeg: 'bearing',
  landingArea: 'landing',
  outcome: 'outcome',
};

/** The cell that a figure is read from. */
const cellNames = {
  system: 'system',
  class: 'class',
  site: 'site',
  launchedAt: 'time',
  distanceKm: 'distanceKm',
  apogeeKm: 'apogeeKm',
  bearingDeg: 'bearingDeg',
  landingArea: 'landingArea',
  outcome: 'outcome',
} as const;

function readFigures(row: RowCells, country: string, names: NamesInFile) {
  const readings = {
    system: wordsIn(row.cell('system')),
    class: classIn(row.cell('class')),
    site: wordsIn(row.cell('site')),
    distanceKm: figureIn(row.cell('distanceKm'), 'km'),
    apogeeKm: figureIn(row.cell('apogeeKm'), 'km'),
    bearingDeg: figureIn(row.cell('bearingDeg'), 'deg'),
    landingArea: landingIn(row.cell('landingArea')),
    outcome: outcomeIn(row.cell('outcome')),
  };
  const systemName = valueIn(readings.system);
  const siteName = valueIn(readings.site);
  const givenClass = valueIn(readings.class);
  const coordinate = (field: 'latitude' | 'longitude') => valueIn(figureIn(row.cell(field), 'deg'));
  const system = systemName === null ? null : names.system(systemName, country, givenClass);
  return {
    readings,
    systemName,
    siteName,
    system,
    // A class is that of the system, where that is known.
    class: system && system.class !== 'unknown' ? (system.class as ClassId) : givenClass,
    site:
      siteName === null
        ? null
        : names.site(siteName, country, coordinate('latitude'), coordinate('longitude')),
  };
}

/** The moment of a launch, and the day that it was on the country's own clock. Without a time it is the day as published. */
function moment(
  date: string,
  time: Reading<string>,
  clock: Mapping['clock'],
  zone: string,
): { localDate: string; launchedAt: string | null } {
  const at = valueIn(time);
  if (at === null || date.length !== 10) return { localDate: date, launchedAt: null };
  const instant = instantOf(date, at, clock === 'utc' ? 'UTC' : zone);
  return { localDate: clock === 'utc' ? dayIn(zone, instant) : date, launchedAt: instant.toISOString() };
}

function confirmation(text: string | null): boolean | null {
  return text === null ? null : /^(confirmed|yes|true)$/i.test(text);
}
