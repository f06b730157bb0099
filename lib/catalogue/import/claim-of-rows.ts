import type { AssessmentRecord, CitationRecord } from '@/lib/catalogue/event-record';
import { limits } from '@/lib/catalogue/schema';
import { plural } from '@/lib/format/numbers';
import type { ClaimRow } from './claim-rows';

type Figures = AssessmentRecord['figures'];

/**
 * What an assessor's rows say about one event, as his assessment: the figures on which all rows agree, the reservations in
 * his own words, and his text.
 * @param known his assessment as it stands; what the rows do not speak of stays
 */
export function claimOfRows(
  assessor: string,
  rows: ClaimRow[],
  known: AssessmentRecord | null,
): AssessmentRecord {
  const words = distinct(rows.map((row) => row.words));
  const hedge = distinct(rows.flatMap((row) => row.hedges)).join('; ');
  const confirmed = rows.map((row) => row.isConfirmed).filter((state) => state !== null);
  const state = confirmed.some((is) => !is) ? 'preliminary' : 'final';
  return {
    ...(known ?? blankClaim(assessor)),
    text: textOf(rows, words, hedge) ?? known?.text ?? listing(rows),
    hedge: hedge ? shortened(hedge, limits.line) : (known?.hedge ?? null),
    status: known && confirmed.length === 0 ? known.status : state,
    statedOn: latest(rows.map((row) => row.statedOn)) ?? known?.statedOn ?? null,
    figures: figuresOf(rows, known?.figures ?? {}),
    citation: known ? known.citation : citationOf(assessor),
  };
}

/** CNS's assessments are of its published database. Of others the file is all that is known. */
function citationOf(assessor: string): CitationRecord | null {
  if (assessor !== 'CNS') return null;
  return {
    publisher: 'James Martin Center for Nonproliferation Studies / NTI',
    title: 'CNS North Korea Missile Test Database',
    url: 'https://www.nti.org/analysis/articles/cns-north-korea-missile-test-database/',
    publishedOn: null,
    archivedUrl: null,
    checked: 'yes',
  };
}

function blankClaim(assessor: string) {
  return {
    assessor,
    statedOnText: null,
    likelihood: null,
    confidence: null,
    sourceReliability: null,
    infoCredibility: null,
  };
}

function figuresOf(rows: ClaimRow[], known: Figures): Figures {
  const figures = new Map(Object.entries(known));
  const set = (name: string, value: Figures[string] | null) => {
    if (value === null) figures.delete(name);
    else figures.set(name, value);
  };
  const agreed = <T>(reading: (row: ClaimRow) => T | null): T | null => {
    const [first = null] = rows.map(reading);
    return rows.every((row) => reading(row) === first) ? first : null;
  };
  const isSaid = (name: Parameters<ClaimRow['said']['has']>[0]) => rows.some((row) => row.said.has(name));
  if (isSaid('system'))
    set(
      'system',
      sameName(
        known.system,
        agreed((row) => row.systemWords),
        agreed((row) => row.systemName),
      ),
    );
  if (isSaid('class'))
    set(
      'class',
      agreed((row) => row.givenClass ?? row.figures.class),
    );
  if (isSaid('site'))
    set(
      'site',
      sameName(
        known.site,
        agreed((row) => row.siteWords),
        agreed((row) => row.siteName),
      ),
    );
  for (const name of [
    'launchedAt',
    'distanceKm',
    'apogeeKm',
    'bearingDeg',
    'landingArea',
    'outcome',
  ] as const)
    if (isSaid(name))
      set(
        name,
        agreed((row) => row.figures[name]),
      );

  const { min, max } = sumOf(rows);
  set('countMin', min);
  set('countMax', max);
  set('countText', rows.length === 1 ? (rows[0]?.count.text ?? null) : null);
  return Object.fromEntries(figures);
}

/** The catalogue's name where it has one, the file's where it has not; what stands there already, where that is either. */
function sameName(
  known: Figures[string] | undefined,
  name: string | null,
  given: string | null,
): string | null {
  if (typeof known === 'string' && known === given) return known;
  return name ?? given;
}

function sumOf(rows: ClaimRow[]): { min: number; max: number | null } {
  return rows.reduce<{ min: number; max: number | null }>(
    (sum, { count }) => ({
      min: sum.min + count.min,
      max: sum.max === null || count.max === null ? null : sum.max + count.max,
    }),
    { min: 0, max: 0 },
  );
}

/** The assessor's own words; where they are longer than a text may be, as much of them as there is room for. */
function textOf(rows: ClaimRow[], words: string[], hedge: string): string | null {
  if (words.length === 0) return null;
  const sources = distinct(
    rows.map((row) => (row.sources && !/https?:\/\//.test(row.sources) ? row.sources : null)),
  );
  return shortened(
    [
      ...words,
      ...(hedge.length > limits.line ? [`As listed: ${hedge}`] : []),
      ...(sources.length > 0 ? [`Sources: ${sources.join('; ')}`] : []),
    ].join('\n\n'),
    limits.text,
  );
}

/** In words of our own, where the file has none: `Lists 2 KN-25 from Hodo Peninsula (success).` */
function listing(rows: ClaimRow[]): string {
  const groups = new Map<string, { rows: ClaimRow[] }>();
  for (const row of rows) {
    const key = JSON.stringify([row.systemWords, row.siteWords, row.figures.outcome]);
    groups.set(key, { rows: [...(groups.get(key)?.rows ?? []), row] });
  }
  const parts = [...groups.values()].map(({ rows: alike }) => {
    const [row] = alike;
    const { min, max } = sumOf(alike);
    const count = max === min ? '' : 'at least ';
    const what = row?.systemWords ? `${min} ${row.systemWords}` : `${plural(min, 'missile')} of unknown type`;
    const outcome = row?.figures.outcome ?? 'outcome unknown';
    return `${count}${what}${row?.siteWords ? ` from ${row.siteWords}` : ''} (${outcome})`;
  });
  const whole = parts.length === 1 ? '' : `${plural(sumOf(rows).min, 'missile')} in this round: `;
  return shortened(`Lists ${whole}${parts.join('; ')}.`, limits.text);
}

const distinct = (texts: (string | null)[]) => [...new Set(texts.filter((text) => text !== null))];
const latest = (days: (string | null)[]) =>
  days
    .filter((day) => day !== null)
    .sort()
    .at(-1) ?? null;
const shortened = (text: string, most: number) =>
  text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
