import XLSX from '@e965/xlsx';
import { readEventFiles, readReferenceFiles } from '@/lib/catalogue/starter-files';

type Cell = string | number | boolean | Date | null;

/** A workbook as bytes, written by a library that is not the one that reads it. Each sheet is rows, the header first. */
export function workbook(sheets: Record<string, Cell[][]>): Uint8Array {
  const book = XLSX.utils.book_new();
  for (const [name, rows] of Object.entries(sheets))
    XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows, { cellDates: true, UTC: true }), name);
  return new Uint8Array(XLSX.write(book, { type: 'buffer', bookType: 'xlsx', compression: true }));
}

/** The columns of the CNS database as it is published. */
export const cnsHeader = [
  'F1',
  'Date',
  'Date Entered/Updated',
  'Launch Time (UTC)',
  'Missile Name',
  'Missile Type',
  'Launch Agency/Authority',
  'Facility Name',
  'Facility Location',
  'Other Name',
  'Facility Latitude',
  'Facility Longitude',
  'Landing Location',
  'Apogee',
  'Distance Travelled',
  'Confirmation Status',
  'Test Outcome',
  'Additional Information',
  'Source(s)',
];

export type CnsRow = Partial<Record<(typeof cnsHeader)[number], Cell>>;

/** Rows in that layout, everything that a test does not give left empty. */
export function cnsRows(...rows: CnsRow[]): Cell[][] {
  return [cnsHeader, ...rows.map((row) => cnsHeader.map((column) => row[column] ?? null))];
}

export const cnsWorkbook = (...rows: CnsRow[]) =>
  workbook({ 'Missile Tests': cnsRows(...rows), Notes: [['About'], ['-']] });

const landingWords: Record<string, string> = {
  'sea-of-japan': 'Sea of Japan or East Sea',
  'pacific-ocean': 'Pacific Ocean',
  'yellow-sea': 'Yellow Sea',
  'north-korea': 'North Korea',
};

/**
 * The rounds of the starter catalogue that CNS lists, as CNS's own workbook has them: a row a missile, the date that of the
 * launch in UTC, in every form in which dates, times and figures are found there.
 */
export async function starterAsCns(): Promise<CnsRow[]> {
  const { systems, sites } = await readReferenceFiles();
  const events = (await readEventFiles()).filter(({ assessments }) =>
    assessments.some(({ assessor }) => assessor === 'CNS'),
  );
  let n = 0;
  return events.flatMap(({ localDate, salvos }) =>
    salvos.flatMap((salvo) => {
      const system = systems.find(({ id }) => id === salvo.system);
      const site = sites.find(({ id }) => id === salvo.site);
      const [alias] = system?.aliases ?? [];
      return Array.from({ length: salvo.countMin }, (): CnsRow => {
        n += 1;
        return {
          F1: n,
          Date: dateCell(salvo.launchedAt?.slice(0, 10) ?? localDate, n),
          'Launch Time (UTC)': salvo.launchedAt ? timeCell(salvo.launchedAt.slice(11, 16), n) : 'Unknown',
          'Missile Name': system ? (alias ? `${system.name} (${alias})` : system.name) : 'Unknown',
          'Missile Type': salvo.class ?? system?.class ?? 'Unknown',
          'Facility Name': site?.name ?? salvo.siteText ?? 'Unknown',
          'Landing Location': salvo.landingArea
            ? (landingWords[salvo.landingArea] ?? salvo.landingArea)
            : 'N/A',
          Apogee: kmCell(salvo.apogeeKm, n),
          'Distance Travelled': kmCell(salvo.distanceKm, n + 1),
          'Confirmation Status': 'Confirmed',
          'Test Outcome': salvo.outcome[0]?.toUpperCase() + salvo.outcome.slice(1),
        };
      });
    }),
  );
}

function dateCell(day: string, n: number): Cell {
  if (day.length < 10) return day;
  const [year, month, date] = day.split('-').map(Number);
  switch (n % 4) {
    case 0:
      return new Date(`${day}T00:00:00Z`);
    case 1:
      return Date.parse(day) / 86_400_000 + 25_569;
    case 2:
      return `${year}-${month}-${date}`;
    default:
      return day.replaceAll('-', '\u2011');
  }
}

function timeCell(time: string, n: number): Cell {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return n % 3 === 0 ? (hours * 60 + minutes) / 1440 : n % 3 === 1 ? time : `${time}:00 UTC`;
}

function kmCell(km: number | null, n: number): Cell {
  if (km === null) return n % 2 === 0 ? 'Unknown' : 'N/A';
  return n % 2 === 0 ? km : `${km.toLocaleString('en-US', { maximumFractionDigits: 2 })} km`;
}
