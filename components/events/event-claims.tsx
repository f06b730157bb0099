import { type Comparison, claimedFigures, compareClaims } from '@/lib/catalogue/claims';
import type { AssessmentRecord, EventRecord } from '@/lib/catalogue/event-record';
import { quoted } from '@/lib/catalogue/event-sentences';
import { judgementWords, statedWords } from '@/lib/catalogue/source-words';
import { ClaimMark } from './claim-mark';
import { CitationLine } from './event-citations';
import { Section } from './section';

/** Who said what, and when: first where the claims can be held against each other, then each in full. */
export function EventClaims({ event }: { event: EventRecord }) {
  const { assessments, timeZone } = event;
  const comparisons = compareClaims(assessments, timeZone);
  const numbered = assessments.map((assessment, index) => ({ number: index + 1, assessment }));
  return (
    <Section title="Who said what" id="claims">
      {assessments.length === 0 ? (
        <p className="max-w-3xl text-muted text-sm">
          No single assessor’s claim is on record for this event. Its figures come from the citations below.
        </p>
      ) : null}
      {comparisons.length > 0 ? <Comparisons comparisons={comparisons} assessments={assessments} /> : null}
      <ol className="grid gap-x-10 gap-y-8 md:grid-cols-2">
        {numbered.map(({ number, assessment }) => (
          <Claim
            key={number}
            number={number}
            assessment={assessment}
            comparisons={comparisons}
            event={event}
          />
        ))}
      </ol>
    </Section>
  );
}

type ComparisonsProps = { comparisons: Comparison[]; assessments: AssessmentRecord[] };

/** The figures that more than one assessor gave: each value with who gave it, and in words whether they differ. */
function Comparisons({ comparisons, assessments }: ComparisonsProps) {
  return (
    <dl className="mb-10 max-w-3xl border-line border-y">
      {comparisons.map(({ name, label, values, difference }) => (
        <div
          key={name}
          className="grid gap-x-6 gap-y-1 border-line py-3 not-first:border-t sm:grid-cols-[8rem_1fr]"
        >
          <dt className="text-muted text-sm sm:pt-0.5">{label}</dt>
          <dd>
            <ul className="flex flex-wrap gap-x-8 gap-y-1">
              {values.map(({ words, claims }) => (
                <li key={words}>
                  <span className="font-medium">{words}</span>{' '}
                  <span className="text-muted text-sm">
                    {claims.map((claim, index) => (
                      <span key={claim}>
                        {index > 0 ? ', ' : ''}
                        {assessments[claim]?.assessor}
                        <ClaimMark claim={claim} assessor={assessments[claim]?.assessor ?? ''} />
                      </span>
                    ))}
                  </span>
                </li>
              ))}
            </ul>
            <p className={`mt-1 text-sm ${difference ? 'text-notice' : 'text-muted'}`}>
              {difference ?? 'They agree.'}
            </p>
          </dd>
        </div>
      ))}
    </dl>
  );
}

type ClaimProps = {
  number: number;
  assessment: AssessmentRecord;
  comparisons: Comparison[];
  event: EventRecord;
};

function Claim({ number, assessment, comparisons, event }: ClaimProps) {
  const figures = claimedFigures(assessment, event.timeZone);
  const judgements = judgementWords(assessment);
  return (
    <li id={`claim-${number}`} className="scroll-mt-6 border-ink border-t pt-3 target:bg-surface">
      <h3 className="flex flex-wrap items-baseline justify-between gap-x-4 text-lg">
        <span>
          <span className="mr-2 text-muted tabular-nums">{number}</span>
          {assessment.assessor}
        </span>
        <span className="font-figures font-normal text-muted text-sm">
          {statedWords(assessment)} · {assessment.status}
        </span>
      </h3>
      <p className="mt-2 font-reading leading-relaxed [overflow-wrap:anywhere]">{assessment.text}</p>
      {assessment.hedge ? (
        <p className="mt-2 text-sm">
          <span className="text-muted">In its own words: </span>
          {quoted(assessment.hedge)}
        </p>
      ) : null}
      {figures.length > 0 ? (
        <dl className="mt-3 text-sm">
          {figures.map(({ name, label, words }) => (
            <div key={name} className="flex flex-wrap gap-x-2 py-0.5">
              <dt className="w-28 shrink-0 text-muted">{label}</dt>
              <dd className="min-w-0 flex-1">
                {words}
                {comparisons.some((comparison) => comparison.name === name && comparison.differ) ? (
                  <span className="text-notice"> · others differ</span>
                ) : null}
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
      {judgements.length > 0 ? <p className="mt-2 text-muted text-sm">{judgements.join(' · ')}</p> : null}
      <p className="mt-3 text-sm">
        {assessment.citation ? (
          <CitationLine citation={assessment.citation} />
        ) : (
          <span className="text-muted">No citation of its own.</span>
        )}
      </p>
    </li>
  );
}
