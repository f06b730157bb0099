import { memo } from 'react';
import { missileClasses } from '@/lib/catalogue/classes';
import { type AssessmentValues, claimFields } from '@/lib/catalogue/event-form';
import {
  assessmentStatuses,
  confidences,
  likelihoods,
  outcomes,
  sourceReliabilities,
} from '@/lib/catalogue/vocabulary';
import { zoneName } from '@/lib/format/dates';
import { CitationFields } from './citation-fields';
import { type Change, CompactSelect, CompactText, CompactTextArea } from './compact-fields';
import { MoreFields } from './more-fields';
import { sameErrors } from './same-errors';

const judgementFields = [
  'statedOnText',
  'likelihood',
  'confidence',
  'sourceReliability',
  'infoCredibility',
] as const;
const grid = 'grid grid-cols-2 gap-x-4 gap-y-3 lg:grid-cols-12';
const two = 'col-span-1 lg:col-span-2';

type Props = {
  place: number;
  assessment: AssessmentValues;
  timeZone: string;
  errors: Record<string, string>;
  onChange: Change;
};

/** What one assessor said, the report it stands in, and, where given, judgement and figures. */
export const AssessmentFields = memo(function AssessmentFields({
  place,
  assessment,
  timeZone,
  errors,
  onChange,
}: Props) {
  const field = (name: keyof AssessmentValues) => {
    const path = `assessments.${place}.${name}`;
    return { name: path, value: assessment[name], error: errors[path], onChange };
  };
  const inUse = (names: readonly (keyof AssessmentValues)[]) =>
    names.some((name) => assessment[name] !== '' || errors[`assessments.${place}.${name}`] !== undefined);
  return (
    <>
      <div className={grid}>
        <CompactText {...field('assessor')} list="assessors" width="col-span-2 lg:col-span-4" />
        <CompactText {...field('statedOn')} placeholder="2020-04-14" width="col-span-1 lg:col-span-2" />
        <CompactSelect {...field('status')} width="col-span-1 lg:col-span-2">
          {assessmentStatuses.map((status) => (
            <option key={status}>{status}</option>
          ))}
        </CompactSelect>
        <CompactText {...field('hedge')} placeholder="presumed" width="col-span-2 lg:col-span-4" />
        <CompactTextArea {...field('text')} width="col-span-2 lg:col-span-12" />
        <CitationFields
          prefix={`assessments.${place}.citation.`}
          values={assessment}
          errors={errors}
          onChange={onChange}
        />
      </div>
      <MoreFields title="Likelihood, confidence, grading" inUse={inUse(judgementFields)}>
        <div className={grid}>
          <CompactSelect {...field('likelihood')} width="col-span-2 lg:col-span-3">
            <NotGiven />
            {likelihoods.map((word) => (
              <option key={word}>{word}</option>
            ))}
          </CompactSelect>
          <CompactSelect {...field('confidence')} width="col-span-2 lg:col-span-2">
            <NotGiven />
            {confidences.map((word) => (
              <option key={word}>{word}</option>
            ))}
          </CompactSelect>
          <CompactSelect {...field('sourceReliability')} hint="Admiralty code, A to F" width={two}>
            <NotGiven />
            {sourceReliabilities.map((letter) => (
              <option key={letter}>{letter}</option>
            ))}
          </CompactSelect>
          <CompactSelect {...field('infoCredibility')} hint="Admiralty code, 1 to 6" width={two}>
            <NotGiven />
            {['1', '2', '3', '4', '5', '6'].map((number) => (
              <option key={number}>{number}</option>
            ))}
          </CompactSelect>
          <CompactText
            {...field('statedOnText')}
            placeholder="14 Apr, Washington"
            width="col-span-2 lg:col-span-3"
          />
        </div>
      </MoreFields>
      <MoreFields title="Figures claimed" inUse={inUse([...claimFields, 'otherFigures'])}>
        <div className={grid}>
          <CompactText {...field('figures.system')} width="col-span-2 lg:col-span-4" />
          <CompactSelect {...field('figures.class')} width="col-span-2 lg:col-span-3">
            <NotGiven />
            {missileClasses.map(({ id, name }) => (
              <option key={id} value={id}>
                {id === 'unknown' ? 'unknown' : `${id}, ${name}`}
              </option>
            ))}
          </CompactSelect>
          <CompactText {...field('figures.site')} width="col-span-2 lg:col-span-5" />
          <CompactText {...field('figures.countMin')} inputMode="numeric" width={two} />
          <CompactText {...field('figures.countMax')} inputMode="numeric" width={two} />
          <CompactText
            {...field('figures.countText')}
            placeholder="several"
            width="col-span-1 lg:col-span-3"
          />
          <CompactText
            {...field('figures.launchTime')}
            hint={timeZone === 'UTC' ? 'local time' : zoneName(timeZone)}
            placeholder="07:00"
            width={two}
          />
          <CompactSelect {...field('figures.outcome')} width="col-span-2 lg:col-span-3">
            <NotGiven />
            {outcomes.map((outcome) => (
              <option key={outcome}>{outcome}</option>
            ))}
          </CompactSelect>
          <CompactText
            {...field('figures.distanceKm')}
            inputMode="decimal"
            width="col-span-1 lg:col-span-3"
          />
          <CompactText {...field('figures.apogeeKm')} inputMode="decimal" width="col-span-1 lg:col-span-3" />
          <CompactText
            {...field('figures.bearingDeg')}
            inputMode="decimal"
            width="col-span-1 lg:col-span-3"
          />
          <CompactText
            {...field('figures.landingArea')}
            list="landing-areas"
            width="col-span-1 lg:col-span-3"
          />
          <input
            type="hidden"
            name={`assessments.${place}.figures.launchedAt`}
            value={assessment['figures.launchedAt']}
          />
          <input type="hidden" name={`assessments.${place}.otherFigures`} value={assessment.otherFigures} />
        </div>
      </MoreFields>
    </>
  );
}, isUnchanged);

function isUnchanged(before: Props, after: Props): boolean {
  return (
    before.place === after.place &&
    before.assessment === after.assessment &&
    before.timeZone === after.timeZone &&
    before.onChange === after.onChange &&
    sameErrors(`assessments.${after.place}.`, before.errors, after.errors)
  );
}

function NotGiven() {
  return <option value="">not given</option>;
}
