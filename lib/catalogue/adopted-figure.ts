import { AppError, invalidField } from '@/lib/errors';
import { figureLabels } from './claims';
import type { EventReferences } from './event-parts';
import type { AssessmentRecord, EventRecord, SalvoRecord } from './event-record';
import { findNamed } from './names';
import type { FigureName } from './vocabulary';

/**
 * What a salvo says once it has a figure from one claim.
 * @param claim a place in the event's assessments, from 0
 * @throws AppError `invalid` where the claim gives no such figure, or names a system that the catalogue does not have
 */
export function withAdoptedFigure(
  event: EventRecord,
  salvo: SalvoRecord,
  figure: FigureName,
  claim: number,
  references: EventReferences,
): Partial<SalvoRecord> {
  const assessment = event.assessments[claim];
  if (!assessment) throw invalidField('assessment', `This event has no claim ${claim + 1}.`);
  const adopted = valuesOf(figure, assessment, salvo, event.country, references);
  if (adopted === null)
    throw invalidField(
      'assessment',
      `Claim ${claim + 1}, ${assessment.assessor}, does not say: ${figureLabels[figure].toLowerCase()}.`,
    );
  return { ...adopted, sources: { ...adopted.sources, [figure]: claim } };
}

type Adopted = Partial<SalvoRecord> & Pick<SalvoRecord, 'sources'>;

function valuesOf(
  figure: FigureName,
  { figures }: AssessmentRecord,
  salvo: SalvoRecord,
  country: string,
  { systems, sites }: EventReferences,
): Adopted | null {
  const { sources } = salvo;
  if (figure === 'count') {
    const count = countOf(figures);
    return count && { ...count, sources };
  }
  const value = figures[figure];
  if (value === undefined) return null;
  if (figure === 'system') {
    const system = findNamed(String(value), [...systems.values()], country);
    if (!system)
      throw new AppError('invalid', `“${value}” is no system of the catalogue. ${whatToDo}`, [
        { path: 'system', message: 'is no system of the catalogue' },
      ]);
    return { system: system.id, ...classWith(system.classId, salvo, systems) };
  }
  if (figure === 'site') {
    // A place that the catalogue does not know is kept as it was reported, as the form does it.
    const site = findNamed(String(value), [...sites.values()], country);
    return { site: site?.id ?? null, siteText: site ? null : String(value), sources };
  }
  return { [figure]: value, sources };
}

const whatToDo =
  'Under Systems, add it, or give one that is there this further name; then adopt it here. Or choose a system in the form.';

/** The class follows the system until somebody chooses another one, as in the form. */
function classWith(
  classId: string,
  salvo: SalvoRecord,
  systems: EventReferences['systems'],
): Pick<Adopted, 'class' | 'sources'> {
  const before = salvo.system === null ? 'unknown' : systems.get(salvo.system)?.classId;
  if (salvo.class !== 'unknown' && salvo.class !== before)
    return { class: salvo.class, sources: salvo.sources };
  const { class: _, ...sources } = salvo.sources;
  return { class: classId as SalvoRecord['class'], sources };
}

/** A claim's count, as a salvo has it: 6 without an upper limit is at least 6; "several" is at least 1. */
function countOf({ countMin, countMax, countText }: AssessmentRecord['figures']) {
  if (countMin === undefined && countMax === undefined && countText === undefined) return null;
  return {
    countMin: countMin === undefined ? 1 : Number(countMin),
    countMax: countMax === undefined ? null : Number(countMax),
    countText: countText === undefined ? null : String(countText),
  };
}
