import { memo } from 'react';
import { missileClasses } from '@/lib/catalogue/classes';
import type { AssessmentValues, SalvoValues } from '@/lib/catalogue/event-form';
import { launchInstant } from '@/lib/catalogue/event-form-input';
import { outcomes } from '@/lib/catalogue/vocabulary';
import { dayIn, formatDate, formatTime, zoneName } from '@/lib/format/dates';
import { type Change, CompactCheck, CompactSelect, CompactText } from './compact-fields';
import { sameErrors } from './same-errors';

const half = 'col-span-1 lg:col-span-2';

/** What the draft came with and the form does not show. */
const carried = ['sources', 'launchedAt', 'systemId', 'siteId', 'siteText'] as const;

type Props = {
  place: number;
  salvo: SalvoValues;
  localDate: string;
  timeZone: string;
  /** Who the assessments are by, in the form's order; as one text, so that an unchanged list is an unchanged property. */
  assessors: string;
  errors: Record<string, string>;
  onChange: Change;
};

/** The figures of record of one salvo. */
export const SalvoFields = memo(function SalvoFields(props: Props) {
  const { place, salvo, localDate, timeZone, errors, onChange } = props;
  const field = (name: keyof SalvoValues) => {
    const path = `salvos.${place}.${name}`;
    return { name: path, value: salvo[name], error: errors[path], onChange };
  };
  const names = props.assessors.split('\n');
  return (
    <div className="grid grid-cols-2 gap-x-4 gap-y-3 lg:grid-cols-12">
      <CompactText {...field('system')} list="systems" width="col-span-2 lg:col-span-4" />
      <CompactSelect {...field('class')} width="col-span-2 lg:col-span-3">
        <option value="">as its system has it</option>
        {missileClasses.map(({ id, name }) => (
          <option key={id} value={id}>
            {id === 'unknown' ? 'unknown' : `${id}, ${name}`}
          </option>
        ))}
      </CompactSelect>
      <CompactText {...field('site')} list="sites" width="col-span-2 lg:col-span-5" />

      <CompactText {...field('countMin')} inputMode="numeric" width={half} needed />
      <CompactText {...field('countMax')} inputMode="numeric" width={half} />
      <CompactCheck {...field('orMore')} width={half} />
      <CompactText {...field('countText')} placeholder="several" width="col-span-1 lg:col-span-3" />
      <CompactSelect {...field('outcome')} width="col-span-2 lg:col-span-3">
        {outcomes.map((outcome) => (
          <option key={outcome}>{outcome}</option>
        ))}
      </CompactSelect>

      <CompactText
        {...field('launchTime')}
        placeholder="07:00"
        width={half}
        hint={otherClock(salvo, localDate, timeZone)}
      />
      <CompactSelect {...field('zone')} width={half}>
        <option value="local">{timeZone === 'UTC' ? 'local time' : zoneName(timeZone)}</option>
        <option value="utc">UTC</option>
      </CompactSelect>
      <CompactText {...field('distanceKm')} inputMode="decimal" width={half} />
      <CompactText {...field('apogeeKm')} inputMode="decimal" width={half} />
      <CompactText {...field('bearingDeg')} inputMode="decimal" width={half} />
      <CompactText {...field('landingArea')} list="landing-areas" width={half} />
      {names.length > 1 ? (
        <CompactSelect {...field('figuresFrom')} width="col-span-2 lg:col-span-4">
          <option value="">whichever assessment gives the same</option>
          {salvo.figuresFrom === 'kept' || salvo.sources ? (
            <option value="kept">as they are now</option>
          ) : null}
          {names
            .map((name, index) => ({
              place: String(index),
              title: `Assessment ${index + 1}${name ? `: ${name}` : ''}`,
            }))
            .map((option) => (
              <option key={option.place} value={option.place}>
                {option.title}
              </option>
            ))}
        </CompactSelect>
      ) : (
        <input type="hidden" name={`salvos.${place}.figuresFrom`} value={salvo.figuresFrom} />
      )}
      {carried.map((name) => (
        <input key={name} type="hidden" name={`salvos.${place}.${name}`} value={salvo[name]} />
      ))}
    </div>
  );
}, isUnchanged);

function isUnchanged(before: Props, after: Props): boolean {
  return (
    before.place === after.place &&
    before.salvo === after.salvo &&
    before.localDate === after.localDate &&
    before.timeZone === after.timeZone &&
    before.assessors === after.assessors &&
    before.onChange === after.onChange &&
    sameErrors(`salvos.${after.place}.`, before.errors, after.errors)
  );
}

/** What the other clock shows: `22:00 UTC, 13 Apr 2020`. */
function otherClock({ launchTime, zone }: SalvoValues, localDate: string, timeZone: string): string | null {
  const inUtc = zone === 'utc';
  const instant = launchInstant(launchTime, inUtc, localDate.trim(), timeZone);
  if (!instant) return null;
  const other = inUtc ? timeZone : 'UTC';
  return `= ${formatTime(instant, other)} ${zoneName(other)}, ${formatDate(dayIn(other, instant))}`;
}

export function assessorsOf(assessments: AssessmentValues[]): string {
  return assessments.map((assessment) => assessment.assessor.replaceAll('\n', ' ')).join('\n');
}
