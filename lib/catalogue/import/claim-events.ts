import type { EventRecord } from '@/lib/catalogue/event-record';
import type { Place } from '@/lib/catalogue/own-form/table';
import { limits } from '@/lib/catalogue/schema';
import { firstDay, lastDay } from '@/lib/format/dates';
import { type AdoptedSalvo, adoptRows, salvosOfRows } from './adopt-rows';
import { claimOfRows } from './claim-of-rows';
import type { ClaimRow } from './claim-rows';
import type { ClaimField } from './mapping';
import { citationsIn } from './sources-in-text';

/** An event as the file would have it: what `eventInput` is to check, and where each field of it is from. */
export type Draught = {
  slug: string | null;
  known: EventRecord | null;
  country: string;
  localDate: string;
  input: unknown;
  place: (path: string) => Place;
};

/** The rows of each round: those of one country on one local day, in the order of the file. */
export function roundsOf(rows: ClaimRow[]): ClaimRow[][] {
  const rounds = new Map<string, ClaimRow[]>();
  for (const row of rows) {
    const key = `${row.country} ${row.localDate}`;
    const round = rounds.get(key);
    if (round) round.push(row);
    else rounds.set(key, [row]);
  }
  return [...rounds.values()];
}

/** What a round of an assessor's rows makes of the event that it is about, or of a new one. */
export function draughtOf(rows: ClaimRow[], assessor: string, known: EventRecord | null): Draught | null {
  const [first] = rows;
  if (!first) return null;
  const { country, localDate } = first;
  const assessments = known?.assessments ?? [];
  const at = assessments.findIndex((claim) => claim.assessor === assessor);
  const claim = at < 0 ? assessments.length : at;
  const said = claimOfRows(assessor, rows, assessments[at] ?? null);
  const salvos = known ? adoptRows(known.salvos, rows, claim) : salvosOfRows(rows, claim);
  const isConfirmed = rows.every((row) => row.isConfirmed === true);
  return {
    slug: known?.slug ?? null,
    known,
    country,
    localDate: known?.localDate ?? localDate,
    input: {
      ...(known ?? { country, localDate, status: isConfirmed ? 'confirmed' : 'preliminary' }),
      salvos: salvos.map(({ salvo }) => salvo),
      assessments: assessments.toSpliced(claim, 1, said),
      citations: withSources(known?.citations ?? [], rows),
    },
    place: (path) => placeOf(path, salvos, first, rows),
  };
}

/** Sources that the event does not have yet are added to those that it has. */
function withSources(known: EventRecord['citations'], rows: ClaimRow[]) {
  const urls = new Set(known.map(({ url }) => url));
  const added = [...new Set(rows.map((row) => row.sources))]
    .flatMap((text) => (text === null ? [] : citationsIn(text)))
    .filter(({ url }) => !urls.has(url) && urls.add(url));
  return [...known, ...added.slice(0, Math.max(0, limits.citations - known.length))];
}

function placeOf(path: string, salvos: AdoptedSalvo[], first: ClaimRow, rows: ClaimRow[]): Place {
  const [list, index, field] = path.split('.');
  if (list === 'assessments' && field === 'statedOn') return latestStated(first, rows).place('statedOn');
  if (list === 'assessments') return first.place(ownNames[path.split('.')[3] ?? ''] ?? 'words');
  if (list === 'citations') return first.place('sources');
  if (list !== 'salvos') return first.place(path === 'localDate' ? 'date' : undefined);
  const row = salvos[Number(index)]?.row ?? first;
  return row.place(ownNames[field ?? '']);
}

/** The row that the claim has its date from. */
function latestStated(first: ClaimRow, rows: ClaimRow[]): ClaimRow {
  return rows.reduce((latest, row) => ((row.statedOn ?? '') > (latest.statedOn ?? '') ? row : latest), first);
}

/** The column that a figure is from. */
const ownNames: Record<string, ClaimField> = {
  system: 'system',
  class: 'class',
  site: 'site',
  siteText: 'site',
  launchedAt: 'time',
  countMin: 'count',
  countMax: 'count',
  distanceKm: 'distanceKm',
  apogeeKm: 'apogeeKm',
  bearingDeg: 'bearingDeg',
  landingArea: 'landingArea',
};

/**
 * The event of the catalogue that a round is about: the best match among those of its country and day. A round that has no
 * cruise missile is none of cruise missiles only, and a day is never taken for a month, unless the assessor listed it there.
 */
export function eventOfRound(rows: ClaimRow[], assessor: string, events: EventRecord[]): EventRecord | null {
  const [first] = rows;
  if (!first) return null;
  const scored = events
    .filter((event) => event.country === first.country && mayBeOf(event, first.localDate, assessor))
    .map((event) => ({ event, score: likeness(event, rows, assessor) }))
    .filter(({ score }) => score >= 0)
    .sort((a, b) => b.score - a.score || a.event.slug.localeCompare(b.event.slug));
  return scored[0]?.event ?? null;
}

function mayBeOf(event: EventRecord, localDate: string, assessor: string): boolean {
  if (event.localDate === localDate) return true;
  const isWithin =
    firstDay(localDate) <= lastDay(event.localDate) && lastDay(localDate) >= firstDay(event.localDate);
  return (
    isWithin &&
    event.localDate.length !== localDate.length &&
    event.assessments.some((claim) => claim.assessor === assessor)
  );
}

function likeness(event: EventRecord, rows: ClaimRow[], assessor: string): number {
  const hasCruise = rows.some((row) => row.figures.class === 'CM');
  if (!hasCruise && event.salvos.every((salvo) => salvo.class === 'CM')) return -1;
  const systems = new Set(event.salvos.map((salvo) => salvo.system));
  const sites = new Set(event.salvos.map((salvo) => salvo.site));
  const times = new Set(event.salvos.flatMap(({ launchedAt }) => (launchedAt ? Date.parse(launchedAt) : [])));
  const fits = rows.filter(
    ({ figures }) =>
      (figures.system && systems.has(figures.system)) ||
      (figures.site && sites.has(figures.site)) ||
      (figures.launchedAt && times.has(Date.parse(figures.launchedAt))),
  ).length;
  const isHis = event.assessments.some((claim) => claim.assessor === assessor);
  const isThatDay = event.localDate === rows[0]?.localDate;
  return (
    (isHis ? 10 : 0) + (isThatDay ? 20 : 0) + (2 * fits) / rows.length + (event.status === 'draft' ? 0 : 1)
  );
}
