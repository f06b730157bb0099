import type { SalvoRecord } from '@/lib/catalogue/event-record';
import type { ClassId } from '@/lib/catalogue/vocabulary';
import type { ClaimRow } from './claim-rows';

/** A salvo with its figures of record. Without a class it has that of its system. */
export type SalvoOfRecord = Omit<SalvoRecord, 'systemName' | 'siteName' | 'class'> & {
  class: ClassId | null;
};

/** What tells missiles apart, the surest first: each is tried on what the ones before left over. Null: does not apply. */
type Key = { ofRow: (row: ClaimRow) => string | null; ofSalvo: (salvo: SalvoOfRecord) => string | null };

const time = (launchedAt: string | null) => (launchedAt ? String(Date.parse(launchedAt)) : '');
const rowSystem = (row: ClaimRow) => row.figures.system ?? row.systemName ?? '';
const rowSite = ({ figures }: ClaimRow) => figures.site ?? figures.siteText ?? '';
const salvoSystem = (salvo: SalvoOfRecord) => salvo.system ?? '';
const salvoSite = (salvo: SalvoOfRecord) => salvo.site ?? salvo.siteText ?? '';
const flight = (of: Pick<SalvoRecord, 'distanceKm' | 'apogeeKm'>) => `${of.distanceKm} ${of.apogeeKm}`;

const keys: Key[] = [
  {
    ofRow: (row) =>
      [
        rowSystem(row),
        rowSite(row),
        time(row.figures.launchedAt),
        flight(row.figures),
        row.figures.outcome ?? 'unknown',
      ].join('|'),
    ofSalvo: (salvo) =>
      [salvoSystem(salvo), salvoSite(salvo), time(salvo.launchedAt), flight(salvo), salvo.outcome].join('|'),
  },
  {
    ofRow: (row) => (row.figures.launchedAt ? `${rowSite(row)}|${time(row.figures.launchedAt)}` : null),
    ofSalvo: (salvo) => `${salvoSite(salvo)}|${time(salvo.launchedAt)}`,
  },
  {
    ofRow: (row) => (row.figures.launchedAt ? time(row.figures.launchedAt) : null),
    ofSalvo: (salvo) => time(salvo.launchedAt),
  },
  {
    ofRow: (row) => `${rowSystem(row)}|${rowSite(row)}`,
    ofSalvo: (salvo) => `${salvoSystem(salvo)}|${salvoSite(salvo)}`,
  },
  { ofRow: rowSite, ofSalvo: salvoSite },
  { ofRow: rowSystem, ofSalvo: salvoSystem },
  { ofRow: () => '', ofSalvo: () => '' },
];

/**
 * Which missiles of a file are those of which known salvo, missile by missile. A salvo of unknown size has room for any number.
 * @returns for each salvo (its place, from 0) the rows of its missiles, and what is left: rows with the missiles that fit nowhere
 */
export function matchMissiles(
  known: SalvoOfRecord[],
  rows: ClaimRow[],
): { ofSalvo: Map<number, ClaimRow[]>; left: Map<ClaimRow, number> } {
  const room = known.map((salvo) =>
    salvo.countMax === salvo.countMin ? salvo.countMin : Number.POSITIVE_INFINITY,
  );
  const ofSalvo = new Map<number, ClaimRow[]>();
  // A row of an uncertain number is one missile that stands for them all.
  let waiting = rows.map((row) => ({ row, missiles: row.count.max === row.count.min ? row.count.min : 1 }));
  for (const key of keys) {
    const places = new Map<string, number[]>();
    known.forEach((salvo, place) => {
      const name = key.ofSalvo(salvo);
      if (name !== null) places.set(name, [...(places.get(name) ?? []), place]);
    });
    waiting = waiting.flatMap(({ row, missiles }) => {
      let left = missiles;
      const isWhole = row.count.max !== row.count.min;
      for (const place of places.get(key.ofRow(row) ?? '\u0000') ?? []) {
        const taken = Math.min(left, room[place] ?? 0);
        if (taken === 0) continue;
        // A row of an uncertain number is a salvo by itself: it takes one, with all the room that there is in it.
        room[place] = isWhole ? 0 : (room[place] ?? 0) - taken;
        left -= taken;
        ofSalvo.set(place, [...(ofSalvo.get(place) ?? []), ...Array<ClaimRow>(taken).fill(row)]);
      }
      return left === 0 ? [] : [{ row, missiles: left }];
    });
  }
  // As they stand in the file, whichever key found them.
  const order = new Map(rows.map((row, index) => [row, index]));
  for (const [place, missiles] of ofSalvo)
    ofSalvo.set(
      place,
      missiles.sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0)),
    );
  return { ofSalvo, left: new Map(waiting.map(({ row, missiles }) => [row, missiles])) };
}
