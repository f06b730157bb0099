import type { EventFormValues, ListName } from './event-form';
import type { FormPartValues } from './event-form-units';
import { matchParts } from './match-parts';

/** For each version of a list, what its parts are called, in order: the same part has the same name in all three. */
export type Identities = Record<ListName, Record<'base' | 'mine' | 'theirs', string[]>>;

/** What tells parts apart, the surest first. Nothing is told by what is empty. */
const keys: Record<ListName, ((part: FormPartValues) => string | undefined)[]> = {
  salvos: [
    ({ system, class: id, site, launchTime }) => [system, id, site, launchTime].join('\n'),
    ({ system }) => system,
    ({ site }) => site,
  ],
  assessments: [
    ({ assessor, statedOn, text }) => [assessor, statedOn, text].join('\n'),
    ({ assessor, statedOn }) => [assessor, statedOn].join('\n'),
    ({ assessor }) => assessor,
  ],
  citations: [({ url }) => url],
};

/**
 * Which part is which in three versions of a form. A part of theirs is called by its own `part`, the place that it will be known
 * by from now on; others have names that no place has.
 */
export function identifyParts(
  base: EventFormValues,
  mine: EventFormValues,
  theirs: EventFormValues,
): Identities {
  return {
    salvos: identify('salvos', base.salvos, mine.salvos, theirs.salvos),
    assessments: identify('assessments', base.assessments, mine.assessments, theirs.assessments),
    citations: identify('citations', base.citations, mine.citations, theirs.citations),
  };
}

function identify(list: ListName, base: FormPartValues[], mine: FormPartValues[], theirs: FormPartValues[]) {
  const placeOf = new Map(theirs.map((part, place) => [place, part.part || String(place)]));
  const becameOf = new Map(
    matchParts(tagged(base, 'base'), tagged(theirs, 'theirs'), keysFor(list, base, theirs)).map(
      ({ from, to }) => [from, to === null ? undefined : placeOf.get(to)],
    ),
  );
  const ofBase = base.map((_, place) => becameOf.get(place) ?? `gone-${place}`);
  const taken = new Set<string>();
  const free = (id: string | undefined) => id !== undefined && !taken.has(id);
  const known = mine.map((part) => {
    const id = ofBase[base.findIndex((other) => other.part === part.part && part.part !== '')];
    if (id === undefined || !free(id)) return undefined;
    taken.add(id);
    return id;
  });
  const ofMine = known.map((id, place) => {
    if (id !== undefined) return id;
    const twin = list === 'salvos' ? undefined : sameNew(list, mine[place], theirs, ofBase);
    const own = free(twin) && twin !== undefined ? twin : `own-${place}`;
    taken.add(own);
    return own;
  });
  return { base: ofBase, mine: ofMine, theirs: theirs.map((_, place) => placeOf.get(place) ?? '') };
}

type Tagged = { part: FormPartValues; place: number; version: string };

const tagged = (parts: FormPartValues[], version: string): Tagged[] =>
  parts.map((part, place) => ({ part, place, version }));

/** Where no part came or went, one that is told by nothing else is told by its place. */
function keysFor(
  list: ListName,
  base: FormPartValues[],
  theirs: FormPartValues[],
): ((part: Tagged) => string)[] {
  const told = keys[list].map(
    (key) =>
      ({ part, place, version }: Tagged) =>
        key(part)?.trim() || `${version} ${place}`,
  );
  return base.length === theirs.length ? [...told, ({ place }) => String(place)] : told;
}

/** Both added the same report: then it is one part, or it would stand there twice. */
function sameNew(
  list: ListName,
  part: FormPartValues | undefined,
  theirs: FormPartValues[],
  ofBase: string[],
): string | undefined {
  const [key] = keys[list];
  if (!part || !key?.(part)?.trim()) return undefined;
  const twin = theirs.find(
    (other, place) => !ofBase.includes(other.part || String(place)) && key(other) === key(part),
  );
  return twin?.part;
}
