import {
  assessmentFields,
  blankAssessment,
  blankCitation,
  blankSalvo,
  citationFields,
  type ListName,
  salvoFields,
} from './event-form';
import { labelOf } from './event-form-labels';

/** A part of the form as any list has it. */
export type FormPartValues = Record<string, string>;

/** Fields that only make sense together, under the name of the one that they are shown at. */
export type Unit = { name: string; fields: readonly string[] };

export const eventUnits: Unit[] = ['country', 'localDate', 'status', 'statusReason', 'notes'].map(alone);

/** The units of a salvo, an assessment or a citation, in the order of the form. */
export const partUnits: Record<ListName, Unit[]> = {
  salvos: unitsOf(salvoFields, [
    ['system', 'systemId'],
    ['site', 'siteId', 'siteText'],
    ['launchTime', 'zone', 'launchedAt'],
    ['countMin', 'countMax', 'orMore', 'countText'],
    ['figuresFrom', 'sources'],
  ]),
  assessments: unitsOf(assessmentFields, [
    ['figures.launchTime', 'figures.launchedAt'],
    ['figures.countMin', 'figures.countMax', 'figures.countText'],
  ]),
  citations: unitsOf(citationFields, []),
};

export const blankPart: Record<ListName, () => FormPartValues> = {
  salvos: blankSalvo,
  assessments: blankAssessment,
  citations: blankCitation,
};

/** Whether two parts say the same, field by field; where each stood does not matter. */
export function isSamePart(list: ListName, one: FormPartValues, other: FormPartValues): boolean {
  return partUnits[list].every((unit) => isSameUnit(unit, one, other));
}

export function isSameUnit({ fields }: Unit, one: FormPartValues, other: FormPartValues): boolean {
  return fields.every((field) => one[field] === other[field]);
}

/** What stands in a unit's fields, as one reads it there. */
export function unitWords({ name, fields }: Unit, values: FormPartValues): string {
  const of = (field: string) => values[field]?.trim() ?? '';
  if (name === 'launchTime' && of('zone') === 'utc' && of('launchTime')) return `${of('launchTime')} UTC`;
  if (name.endsWith('countMin')) {
    const [min, max, text] = ['countMin', 'countMax', 'countText'].map((field) =>
      of(fields.find((known) => known.endsWith(field)) ?? field),
    );
    const span = [min, max].filter(Boolean).join(' to ');
    return (
      [of('orMore') ? `${span} or more` : span, text && `“${text}”`].filter(Boolean).join(', ') || 'empty'
    );
  }
  return of(name) || 'empty';
}

/** A whole part in a line. */
export function partWords(list: ListName, part: FormPartValues): string {
  const fields = {
    salvos: ['countMin', 'countText', 'system', 'class', 'site'],
    assessments: ['assessor', 'statedOn', 'text'],
    citations: ['publisher', 'title', 'url'],
  }[list];
  const words = fields.flatMap((field) => part[field]?.trim() || []).join(', ');
  return words.length > 140 ? `${words.slice(0, 140)}…` : words || 'empty';
}

/** `Salvo 2: Distance (km)`. */
export function unitLabel(list: ListName | null, place: number, name: string): string {
  if (!list) return labelOf(name);
  const label = name === 'otherFigures' ? 'Other figures claimed' : labelOf(`${list}.${place}.${name}`);
  return `${partTitle(list, place)}: ${label}`;
}

export function partTitle(list: ListName, place: number): string {
  return `${{ salvos: 'Salvo', assessments: 'Assessment', citations: 'Citation' }[list]} ${place + 1}`;
}

function alone(name: string): Unit {
  return { name, fields: [name] };
}

function unitsOf(fields: readonly string[], together: string[][]): Unit[] {
  const own = fields.filter((field) => field !== 'part');
  return own.flatMap((field) => {
    const group = together.find((names) => names.includes(field));
    if (!group) return [alone(field)];
    return group[0] === field ? [{ name: field, fields: group }] : [];
  });
}
