import { claimedFigures } from '@/lib/catalogue/claims';
import { claimsTable } from '@/lib/catalogue/claims-table';
import type { AssessmentRecord, EventRecord } from '@/lib/catalogue/event-record';
import { quoted } from '@/lib/catalogue/event-sentences';
import { judgementWords, statedWords } from '@/lib/catalogue/source-words';
import { ClaimsTable } from './claims-table';
import { CitationLine } from './event-citations';
import { Section } from './section';

type Props = {
  event: EventRecord;
  /** The assessor whose figures alone the page shows; left out where it shows those of record. */
  accordingTo?: string | undefined;
};

/** Who said what, and when: several claims side by side, then each in full. */
export function EventClaims({ event, accordingTo }: Props) {
  const { assessments, timeZone } = event;
  const isCompared = assessments.length > 1;
  const numbered = assessments.map((assessment, index) => ({ number: index + 1, assessment }));
  return (
    <Section title="Who said what" id="claims">
      {assessments.length === 0 ? (
        <p className="max-w-3xl text-muted text-sm">
          No single assessor’s claim is on record for this event. Its figures come from the citations below.
        </p>
      ) : null}
      {isCompared ? (
        <ClaimsTable
          rows={claimsTable(event)}
          assessments={assessments}
          withRecord={accordingTo === undefined}
        />
      ) : null}
      <ol className="grid gap-x-10 gap-y-8 md:grid-cols-2">
        {numbered.map(({ number, assessment }) => (
          <li
            key={number}
            id={`claim-${number}`}
            className="scroll-mt-6 border-ink border-t pt-3 target:bg-surface"
          >
            <ClaimWords number={number} assessment={assessment} />
            {isCompared ? null : <ClaimDetails assessment={assessment} timeZone={timeZone} />}
            <p className="mt-3 text-sm">
              {assessment.citation ? (
                <CitationLine citation={assessment.citation} />
              ) : (
                <span className="text-muted">No citation of its own.</span>
              )}
            </p>
          </li>
        ))}
      </ol>
    </Section>
  );
}

function ClaimWords({ number, assessment }: { number: number; assessment: AssessmentRecord }) {
  return (
    <>
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
    </>
  );
}

/** An only claim has no table to stand in. */
function ClaimDetails({ assessment, timeZone }: { assessment: AssessmentRecord; timeZone: string }) {
  const judgements = judgementWords(assessment);
  return (
    <>
      {assessment.hedge ? (
        <p className="mt-2 text-sm">
          <span className="text-muted">In its own words: </span>
          {quoted(assessment.hedge)}
        </p>
      ) : null}
      <dl className="mt-3 text-sm empty:hidden">
        {claimedFigures(assessment, timeZone).map(({ name, label, words }) => (
          <div key={name} className="flex flex-wrap gap-x-2 py-0.5">
            <dt className="w-28 shrink-0 text-muted">{label}</dt>
            <dd className="min-w-0 flex-1">{words}</dd>
          </div>
        ))}
      </dl>
      {judgements.length > 0 ? <p className="mt-2 text-muted text-sm">{judgements.join(' · ')}</p> : null}
    </>
  );
}
