import type { EventRecord, SalvoRecord } from '@/lib/catalogue/event-record';
import { type FigureName, figureNames } from '@/lib/catalogue/vocabulary';
import type { Entry, EntryPart } from './entry';

type Fields = Record<string, unknown>;

/**
 * What an event is to say after the file: what is known of it, with what the file says of it. For `eventInput` to check.
 * A figure that the file changes is no longer the claim's that it was from, unless the file names one.
 * @param known the event as it stands; null for a new one, which is preliminary unless the file says otherwise
 * @returns also the entry with its parts as they stand in the event, for `placeOfField`
 */
export function completeEntry(entry: Entry, known: EventRecord | null): { input: Fields; entry: Entry } {
  const claims = claimsOf(entry, known);
  const salvoParts = salvosOf(entry, known);
  const salvos = salvoParts.map(({ part, base }) => salvoOf(part, base, claims, entry.assessments !== null));
  const hasSources = (known?.assessments.length ?? 0) + (known?.citations.length ?? 0) > 0;
  const isSourced = hasSources || claims.parts.length > 0;
  const citations = entry.citations
    ? entry.citations.map(({ fields }) => withoutNulls(fields, ['checked']))
    : known || isSourced
      ? (known?.citations ?? [])
      : entry.firstCitations.map(({ fields }) => withoutNulls(fields));
  const said = Object.fromEntries(
    Object.entries(entry.fields).filter(([name, value]) => value !== null || !needed.has(name)),
  );
  return {
    input: {
      status: 'preliminary',
      ...(known ? eventFields(known) : {}),
      ...said,
      salvos,
      assessments: claims.assessments,
      citations,
    },
    entry: {
      ...entry,
      salvos: salvoParts.map(({ part }) => part ?? { number: null, fields: {}, place: entry.place }),
      assessments: claims.parts,
      citations: entry.citations ?? entry.firstCitations,
    },
  };
}

/** What no event goes without: an empty cell leaves it as it is. */
const needed = new Set(['country', 'localDate', 'status']);

function eventFields({ country, localDate, status, statusReason, notes }: EventRecord): Fields {
  return { country, localDate, status, statusReason, notes };
}

type Claims = { parts: EntryPart[]; assessments: Fields[]; placeOfNumber: (number: unknown) => number };

function claimsOf({ assessments: parts }: Entry, known: EventRecord | null): Claims {
  if (!parts) {
    const kept = known?.assessments ?? [];
    return { parts: [], assessments: kept, placeOfNumber: (number) => Number(number) - 1 };
  }
  const assessments = parts.map((part, index) => {
    const before = known?.assessments[(part.number ?? index + 1) - 1];
    const base: Fields = before && before.assessor === part.fields.assessor ? before : {};
    return {
      ...withoutNulls({ ...base, ...part.fields }, ['status']),
      figures: withoutNulls({ ...asFields(base.figures), ...asFields(part.fields.figures) }),
      citation: citationOf({ ...asFields(base.citation), ...asFields(part.fields.citation) }),
    };
  });
  const places = new Map(parts.map(({ number }, index) => [number ?? index + 1, index]));
  return { parts, assessments, placeOfNumber: (number) => places.get(Number(number)) ?? assessments.length };
}

/**
 * The rows of a table of single salvos that number one which would be left out after the event's last: as each is added
 * after the last, the number would be another salvo's the next time that the file is read.
 * @returns each with the number that the next salvo of its event has
 */
export function salvosOutOfTurn(
  { salvos, hasAllSalvos }: Entry,
  known: EventRecord | null,
): { part: EntryPart; next: number }[] {
  if (hasAllSalvos) return [];
  let next = (known?.salvos.length ?? 0) + 1;
  return (salvos ?? []).flatMap((part) => {
    if (part.number === null || part.number < next) return [];
    if (part.number > next) return [{ part, next }];
    next += 1;
    return [];
  });
}

/** The rows of the event's salvos, in their order, each with the salvo that it changes. */
function salvosOf({ salvos: parts, hasAllSalvos }: Entry, known: EventRecord | null) {
  const before = known?.salvos ?? [];
  if (!parts || parts.length === 0) return before.map((base) => ({ part: undefined, base }));
  const numbered = parts.map((part, index) => ({ part, number: part.number ?? index + 1 }));
  if (hasAllSalvos) return numbered.map(({ part, number }) => ({ part, base: before[number - 1] }));
  const byNumber = new Map(numbered.map(({ part, number }) => [number, part]));
  const kept = before.map((base, index) => ({ part: byNumber.get(index + 1), base }));
  const added = numbered.filter(({ number }) => number > before.length);
  return [...kept, ...added.map(({ part }) => ({ part, base: undefined }))];
}

function salvoOf(
  part: EntryPart | undefined,
  base: SalvoRecord | undefined,
  claims: Claims,
  hasNewClaims: boolean,
): Fields {
  if (!part) return base ? { ...base, sources: hasNewClaims ? {} : base.sources } : {};
  const { sources, adoptedFrom, ...fields } = part.fields;
  const salvo: Fields = withoutNulls({ ...base, ...fields }, ['outcome', 'countMin']);
  return {
    ...salvo,
    sources: sourcesOf(sources, adoptedFrom, claims) ?? keptSources(base, salvo, hasNewClaims),
  };
}

/** The claims that the file names; null where it names none in any column. */
function sourcesOf(sources: unknown, adoptedFrom: unknown, claims: Claims): Fields | null {
  if (adoptedFrom !== undefined && adoptedFrom !== null) {
    const place = claims.assessments.findIndex(({ assessor }) => assessor === adoptedFrom);
    return Object.fromEntries(figureNames.map((figure) => [figure, place]));
  }
  if (sources === undefined) return null;
  return Object.fromEntries(
    Object.entries(withoutNulls(asFields(sources))).map(([figure, number]) => [
      figure,
      claims.placeOfNumber(number),
    ]),
  );
}

function keptSources(base: SalvoRecord | undefined, salvo: Fields, hasNewClaims: boolean): Fields {
  if (!base || hasNewClaims) return {};
  const isSame = (name: keyof SalvoRecord) => (salvo[name] ?? null) === base[name];
  const isKept: Record<FigureName, boolean> = {
    system: isSame('system'),
    class: isSame('class'),
    site: isSame('site') && isSame('siteText'),
    launchedAt: instantIn(salvo.launchedAt) === instantIn(base.launchedAt),
    count: isSame('countMin') && isSame('countMax') && isSame('countText'),
    distanceKm: isSame('distanceKm'),
    apogeeKm: isSame('apogeeKm'),
    bearingDeg: isSame('bearingDeg'),
    landingArea: isSame('landingArea'),
    outcome: isSame('outcome'),
  };
  return Object.fromEntries(Object.entries(base.sources).filter(([figure]) => isKept[figure as FigureName]));
}

const instantIn = (value: unknown) =>
  typeof value === 'string' ? Date.parse(value) || value : (value ?? null);
const asFields = (value: unknown) => (value ?? {}) as Fields;

/** A citation of which nothing is said is none. */
function citationOf(fields: Fields): Fields | null {
  const said = withoutNulls(fields);
  return Object.keys(said).length > 0 ? said : null;
}

/** Fields without those that are empty: of some only, where an empty cell of the others says something. */
function withoutNulls(fields: Fields, names?: string[]): Fields {
  return Object.fromEntries(
    Object.entries(fields).filter(([name, value]) => value !== null || (names && !names.includes(name))),
  );
}
