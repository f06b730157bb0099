import { isDeepStrictEqual } from 'node:util';
import { isSameName } from '@/lib/catalogue/names';
import type { FigureName } from '@/lib/catalogue/vocabulary';
import type { ClaimRow } from './claim-rows';
import { matchMissiles, type SalvoOfRecord } from './match-missiles';

/** A salvo as it is to be, and the row of the file that it is from; null where the file has none for it. */
export type AdoptedSalvo = { salvo: SalvoOfRecord; row: ClaimRow | null };

/** Rows that follow each other and agree in everything are one salvo. */
export function salvosOfRows(rows: ClaimRow[], claim: number): AdoptedSalvo[] {
  const groups: ClaimRow[][] = [];
  for (const row of rows) {
    const last = groups.at(-1);
    if (last?.[0] && isAlike(last[0], row) && isExact(last[0].count) && isExact(row.count)) last.push(row);
    else groups.push([row]);
  }
  return groups.flatMap((group) => {
    const [row] = group;
    return row ? [{ salvo: newSalvo(row, countOf(group), claim), row }] : [];
  });
}

/**
 * The figures of record of a known event, after an assessor's rows. Only those change that are from him, or from nobody;
 * what is adopted from another claim stays. The same holds of which salvos there are.
 * @param claim the place of his assessment in the event's list, from 0
 */
export function adoptRows(known: SalvoOfRecord[], rows: ClaimRow[], claim: number): AdoptedSalvo[] {
  let adopted = adoptOnce(known, rows, claim);
  // What a row finds may be another salvo once the others have changed. The same file is to find nothing left to do.
  for (let n = 0; n < mostRounds; n += 1) {
    const salvos = adopted.map(({ salvo }) => salvo);
    const next = adoptOnce(salvos, rows, claim);
    if (
      isDeepStrictEqual(
        next.map(({ salvo }) => salvo),
        salvos,
      )
    )
      break;
    adopted = next;
  }
  return adopted;
}

const mostRounds = 10;

function adoptOnce(known: SalvoOfRecord[], rows: ClaimRow[], claim: number): AdoptedSalvo[] {
  const mayRecount = known.every(({ sources }) => isHis(sources.count, claim));
  const { ofSalvo, left } = matchMissiles(known, rows);
  const kept = known.flatMap((salvo, index): AdoptedSalvo[] => {
    const groups = grouped(ofSalvo.get(index) ?? []);
    const [first] = groups;
    if (!first) {
      const isAnothers = Object.values(salvo.sources).some((source) => !isHis(source, claim));
      return mayRecount && !isAnothers ? [] : [{ salvo, row: null }];
    }
    if (!mayRecount) {
      return [
        groups.length === 1
          ? { salvo: updated(salvo, first.row, claim), row: first.row }
          : { salvo, row: null },
      ];
    }
    return groups.map(({ row, missiles }) => ({
      salvo: recounted(updated(salvo, row, claim), row, missiles, claim),
      row,
    }));
  });
  return mayRecount ? [...kept, ...newSalvos(left, claim)] : kept;
}

function newSalvos(left: Map<ClaimRow, number>, claim: number): AdoptedSalvo[] {
  return salvosOfRows(
    [...left].map(([row, missiles]) => (isExact(row.count) ? { ...row, count: exactly(missiles) } : row)),
    claim,
  );
}

/** The missiles of one salvo, by what the rows say of them, in the order of the file. */
function grouped(missiles: ClaimRow[]): { row: ClaimRow; missiles: number }[] {
  const groups: { row: ClaimRow; missiles: number }[] = [];
  for (const row of missiles) {
    const same = groups.find((group) => isAlike(group.row, row));
    if (same) same.missiles += 1;
    else groups.push({ row, missiles: 1 });
  }
  return groups;
}

function recounted(
  salvo: AdoptedSalvo['salvo'],
  row: ClaimRow,
  missiles: number,
  claim: number,
): AdoptedSalvo['salvo'] {
  const count = isExact(row.count) ? exactly(missiles) : row.count;
  if (
    salvo.countMin === count.min &&
    salvo.countMax === count.max &&
    (salvo.countText === count.text || isExact(count))
  )
    return salvo;
  const { min: countMin, max: countMax, text: countText } = count;
  return { ...salvo, countMin, countMax, countText, sources: { ...salvo.sources, count: claim } };
}

const figures = ['launchedAt', 'distanceKm', 'apogeeKm', 'bearingDeg', 'landingArea', 'outcome'] as const;

function updated(salvo: SalvoOfRecord, row: ClaimRow, claim: number): AdoptedSalvo['salvo'] {
  const next = { ...salvo, sources: { ...salvo.sources } };
  const adopt = (figure: FigureName, isKnown: boolean, isSame: boolean, take: () => void) => {
    const source = salvo.sources[figure];
    if (!row.said.has(figure) || isSame || !isHis(source, claim)) return;
    // That he does not know it takes nothing from a figure that is not his.
    if (!isKnown && source === undefined) return;
    take();
    if (isKnown) next.sources[figure] = claim;
    else delete next.sources[figure];
  };
  const given = row.figures;
  // A name that the catalogue does not have displaces none that it has: it stands in the claim.
  if (given.system !== null || row.systemName === null)
    adopt('system', given.system !== null, given.system === salvo.system, () => {
      next.system = given.system;
    });
  adopt('class', given.class !== null, (given.class ?? 'unknown') === (salvo.class ?? 'unknown'), () => {
    next.class = given.class ?? 'unknown';
  });
  if (given.site !== null || salvo.site === null || row.siteName === null)
    adopt('site', row.siteName !== null, isSameSite(salvo, row), () => {
      next.site = given.site;
      next.siteText = given.siteText;
    });
  for (const figure of figures) {
    const value = given[figure];
    adopt(figure, value !== null, isSameValue(figure, value, salvo[figure]), () => {
      Object.assign(next, { [figure]: figure === 'outcome' ? (value ?? 'unknown') : value });
    });
  }
  return next;
}

function isSameSite(salvo: SalvoOfRecord, { figures: { site, siteText } }: ClaimRow): boolean {
  if (site !== null || salvo.site !== null) return site === salvo.site;
  return siteText === salvo.siteText || isSameName(siteText ?? '', salvo.siteText ?? '');
}

function isSameValue(figure: (typeof figures)[number], value: unknown, known: unknown): boolean {
  if (figure === 'launchedAt' && value && known)
    return Date.parse(String(value)) === Date.parse(String(known));
  return (figure === 'outcome' ? (value ?? 'unknown') : value) === known;
}

function newSalvo(row: ClaimRow, count: ClaimRow['count'], claim: number): AdoptedSalvo['salvo'] {
  const { outcome, ...figures } = row.figures;
  const sources = Object.fromEntries(
    [...row.said].flatMap((name) => {
      const value = name === 'count' ? count.min : row.figures[name as keyof ClaimRow['figures']];
      return (value ?? (name === 'site' ? row.figures.siteText : null)) === null ? [] : [[name, claim]];
    }),
  );
  return {
    ...figures,
    outcome: outcome ?? 'unknown',
    countMin: count.min,
    countMax: count.max,
    countText: count.text,
    sources,
  };
}

const isHis = (source: number | undefined, claim: number) => source === undefined || source === claim;
const exactly = (missiles: number) => ({ min: missiles, max: missiles, text: null });
export const isExact = (count: ClaimRow['count']) => count.max === count.min && count.text === null;

function countOf(rows: ClaimRow[]): ClaimRow['count'] {
  const [first] = rows;
  if (rows.length === 1 && first) return first.count;
  return exactly(rows.reduce((sum, { count }) => sum + count.min, 0));
}

function isAlike(one: ClaimRow, other: ClaimRow): boolean {
  return alikeKey(one) === alikeKey(other);
}

const keys = new WeakMap<ClaimRow, string>();
function alikeKey(row: ClaimRow): string {
  const known = keys.get(row);
  if (known !== undefined) return known;
  const key = JSON.stringify([row.figures, row.systemName, isExact(row.count) ? null : row.count]);
  keys.set(row, key);
  return key;
}
