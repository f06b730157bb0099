import type { EventFormValues, ListName } from './event-form';
import { identifyParts } from './event-form-identity';
import type { FormPatch } from './event-form-patch';
import { changedSources, sourceWords } from './event-form-source-words';
import { sourcesByIdentity, sourcesByPlace } from './event-form-sources';
import {
  blankPart,
  eventUnits,
  type FormPartValues,
  isSamePart,
  isSameUnit,
  partTitle,
  partUnits,
  partWords,
  type Unit,
  unitLabel,
  unitWords,
} from './event-form-units';

/**
 * One thing that the other person changed. Where both changed it, it is a conflict, and stays as one typed it until one takes
 * theirs; else theirs is taken, until one puts it back.
 */
export type MergeRow = {
  kind: 'conflict' | 'taken';
  label: string;
  /** Where it stands in the form: `part` is empty for the event itself, `field` for a whole part. */
  at: { list: ListName | null; part: string; field: string };
  was: string;
  theirs: string;
  /** Only of a conflict. */
  mine: string | null;
  take: FormPatch;
  keep: FormPatch;
};

export type MergedForm = { values: EventFormValues; rows: MergeRow[] };

const lists = ['salvos', 'assessments', 'citations'] as const;

/**
 * Bring two edits of one event together: what either changed alone stands, and of what both changed, mine. Nothing is decided
 * unseen: every change of theirs is a row, with the way to the other choice.
 * @param base the form as both opened it
 * @param mine what I typed; its parts say by `part` which of base they are
 * @param theirs the form as it was saved meanwhile; the parts of the merged form are named after it
 */
export function mergeForms(
  base: EventFormValues,
  mine: EventFormValues,
  theirs: EventFormValues,
): MergedForm {
  const identities = identifyParts(base, mine, theirs);
  const claims = namesOfClaims(base, mine, theirs, identities.assessments);
  const rows: MergeRow[] = [];

  const event = mergeUnits(eventUnits, flat(base), flat(mine), flat(theirs), (unit, kind) =>
    rows.push(
      rowOfUnit(
        unit,
        kind,
        { list: null, part: '' },
        unitLabel(null, 0, unit.name),
        [base, mine, theirs].map(flat),
        claims,
      ),
    ),
  );

  const merged = Object.fromEntries(
    lists.map((list) => [list, mergeList(list, partsOf(list, base, mine, theirs, identities), rows, claims)]),
  );
  const assessments = merged.assessments ?? [];
  const places = assessments.map(({ part }) => part ?? '');
  return {
    values: {
      ...mine,
      ...event,
      salvos: (merged.salvos ?? []).map((salvo) => sourcesByPlace(salvo, places)),
      assessments,
      citations: merged.citations ?? [],
    } as EventFormValues,
    rows,
  };
}

/** The three versions of a list, each part by its identity, in order. */
type Versions = Record<'base' | 'mine' | 'theirs', Map<string, FormPartValues>>;

function partsOf(
  list: ListName,
  base: EventFormValues,
  mine: EventFormValues,
  theirs: EventFormValues,
  identities: ReturnType<typeof identifyParts>,
): Versions {
  const version = (which: keyof Versions, values: EventFormValues) => {
    const ids = identities[list][which];
    const parts: FormPartValues[] = values[list];
    return new Map(
      parts.map((part, place) => {
        const id = ids[place] ?? '';
        const named = list === 'salvos' ? sourcesByIdentity(part, identities.assessments[which]) : part;
        return [id, { ...named, part: id }];
      }),
    );
  };
  return { base: version('base', base), mine: version('mine', mine), theirs: version('theirs', theirs) };
}

function mergeList(
  list: ListName,
  { base, mine, theirs }: Versions,
  rows: MergeRow[],
  claims: Map<string, string>,
): FormPartValues[] {
  const merged: FormPartValues[] = [];
  const whole = (
    id: string,
    kind: MergeRow['kind'],
    place: number,
    words: Partial<MergeRow>,
    patches: [FormPatch, FormPatch],
  ) =>
    rows.push({
      kind,
      label: partTitle(list, place),
      at: { list, part: id, field: '' },
      was: 'not there',
      theirs: 'removed',
      mine: null,
      ...words,
      take: patches[0],
      keep: patches[1],
    });
  const put = (id: string, fields: FormPartValues): FormPatch => ({ kind: 'put', list, part: id, fields });
  const remove = (id: string): FormPatch => ({ kind: 'remove', list, part: id });

  for (const [id, own] of mine) {
    const before = base.get(id);
    const after = theirs.get(id);
    if (after) {
      const opened = before ?? { ...blankPart[list](), part: id };
      merged.push({
        ...own,
        ...mergeUnits(partUnits[list], opened, own, after, (unit, kind) =>
          rows.push(
            rowOfUnit(
              unit,
              kind,
              { list, part: id },
              unitLabel(list, merged.length, unit.name),
              [opened, own, after],
              claims,
            ),
          ),
        ),
      });
    } else if (before && isSamePart(list, before, own)) {
      whole(id, 'taken', [...base.keys()].indexOf(id), { was: partWords(list, before) }, [
        remove(id),
        put(id, own),
      ]);
    } else {
      if (before)
        whole(id, 'conflict', merged.length, { was: partWords(list, before), mine: partWords(list, own) }, [
          remove(id),
          put(id, own),
        ]);
      merged.push(own);
    }
  }
  for (const [id, after] of theirs) {
    if (mine.has(id)) continue;
    const before = base.get(id);
    if (!before) {
      whole(id, 'taken', merged.length, { theirs: partWords(list, after) }, [put(id, after), remove(id)]);
      merged.push(after);
    } else if (!isSamePart(list, before, after)) {
      const words = { was: partWords(list, before), theirs: partWords(list, after), mine: 'removed' };
      whole(id, 'conflict', [...theirs.keys()].indexOf(id), words, [put(id, after), remove(id)]);
    }
  }
  return merged;
}

/** @param tell is told of each unit that they changed */
function mergeUnits(
  units: Unit[],
  base: FormPartValues,
  mine: FormPartValues,
  theirs: FormPartValues,
  tell: (unit: Unit, kind: MergeRow['kind']) => void,
): FormPartValues {
  const merged = { ...mine };
  for (const unit of units) {
    if (isSameUnit(unit, base, theirs) || isSameUnit(unit, mine, theirs)) continue;
    // Nobody types sources: mine differ from base only where an assessment was removed.
    const untouched =
      unit.name === 'figuresFrom' ? mine.figuresFrom === base.figuresFrom : isSameUnit(unit, base, mine);
    tell(unit, untouched ? 'taken' : 'conflict');
    if (untouched) Object.assign(merged, pick(unit, theirs));
  }
  return merged;
}

function rowOfUnit(
  unit: Unit,
  kind: MergeRow['kind'],
  at: { list: ListName | null; part: string },
  label: string,
  [base = {}, mine = {}, theirs = {}]: FormPartValues[],
  claims: Map<string, string>,
): MergeRow {
  const words = (values: FormPartValues) =>
    unit.name === 'figuresFrom'
      ? sourceWords(values, changedSources([base, mine, theirs]), claims)
      : unitWords(unit, values);
  const set = (values: FormPartValues): FormPatch => ({ kind: 'set', ...at, fields: pick(unit, values) });
  return {
    kind,
    label,
    at: { ...at, field: unit.name },
    was: words(base),
    theirs: words(theirs),
    mine: kind === 'conflict' ? words(mine) : null,
    take: set(theirs),
    keep: set(mine),
  };
}

const pick = ({ fields }: Unit, values: FormPartValues): FormPartValues =>
  Object.fromEntries(fields.map((field) => [field, values[field] ?? '']));

const flat = (values: EventFormValues): FormPartValues =>
  Object.fromEntries(eventUnits.map(({ name }) => [name, String(values[name as keyof EventFormValues])]));

function namesOfClaims(
  base: EventFormValues,
  mine: EventFormValues,
  theirs: EventFormValues,
  ids: Record<'base' | 'mine' | 'theirs', string[]>,
): Map<string, string> {
  const named = (which: keyof typeof ids, { assessments }: EventFormValues) =>
    assessments.map(({ assessor }, place): [string, string] => [ids[which][place] ?? '', assessor]);
  return new Map([...named('base', base), ...named('theirs', theirs), ...named('mine', mine)]);
}
