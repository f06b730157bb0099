import { formatDate } from '@/lib/format/dates';
import type { AssessmentRecord, CitationRecord } from './event-record';

/** How far a citation has been checked, in words. */
export const checkedWords: Record<CitationRecord['checked'], string> = {
  yes: 'checked: the source was read',
  partly: 'partly checked: the fact was read elsewhere',
  no: 'not checked: the source has not been opened',
};

/** Admiralty code (NATO AJP-2.1). */
const reliabilityWords: Record<string, string> = {
  A: 'completely reliable',
  B: 'usually reliable',
  C: 'fairly reliable',
  D: 'not usually reliable',
  E: 'unreliable',
  F: 'cannot be judged',
};
const credibilityWords: Record<number, string> = {
  1: 'confirmed by other sources',
  2: 'probably true',
  3: 'possibly true',
  4: 'doubtful',
  5: 'improbable',
  6: 'cannot be judged',
};

/** When it was said: `14 Apr 2020`, with what the date alone would not say: `14 Apr 2020, Washington`. */
export function statedWords({ statedOn, statedOnText }: AssessmentRecord): string {
  if (!statedOn) return statedOnText ?? 'date unknown';
  const date = formatDate(statedOn);
  const dayAndMonth = date.slice(0, -' 2020'.length);
  const text = statedOnText ?? '';
  const rest = (text.startsWith(dayAndMonth) ? text.slice(dayAndMonth.length) : text).replace(/^[\s,]+/, '');
  return rest ? `${date}, ${rest}` : date;
}

/** How sure the assessor was, and how good the source is held to be; what was not given is not there. */
export function judgementWords(assessment: AssessmentRecord): string[] {
  const { likelihood, confidence } = assessment;
  const grading = gradingWords(assessment);
  return [
    likelihood && `Likelihood: ${likelihood}`,
    confidence && `Confidence: ${confidence}`,
    grading && `Grading: ${grading}`,
  ].filter((words) => typeof words === 'string');
}

/** How good the source and what it says are held to be: `B2 (source usually reliable, information probably true)`; null where not graded. */
export function gradingWords({ sourceReliability, infoCredibility }: AssessmentRecord): string | null {
  const code = `${sourceReliability ?? ''}${infoCredibility ?? ''}`;
  const words = [
    sourceReliability && `source ${reliabilityWords[sourceReliability]}`,
    infoCredibility && `information ${credibilityWords[infoCredibility]}`,
  ].filter(Boolean);
  return code ? `${code} (${words.join(', ')})` : null;
}
