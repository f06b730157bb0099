import { labelOf } from '@/lib/catalogue/event-form-labels';
import type { AssessmentRecord, CitationRecord, EventRecord } from '@/lib/catalogue/event-record';
import { formatDate, formatUtc } from '@/lib/format/dates';
import { claimKey } from './claim-key';

/** What stands behind an event's figures: every assessment in full, the sources, the notes. */
export function EventPreview({ event }: { event: EventRecord }) {
  return (
    <div className="max-w-4xl">
      <h2 className="mt-12 mb-2 text-2xl">Assessments</h2>
      {event.assessments.length === 0 ? <p className="text-muted">None is entered.</p> : null}
      {event.assessments.map((assessment, claim) => (
        <AssessmentLines key={claimKey(assessment, claim)} assessment={assessment} number={claim + 1} />
      ))}
      <h2 className="mt-10 mb-2 text-2xl">Sources</h2>
      {event.citations.length === 0 ? (
        <p className="text-muted">None is entered. Publishing takes at least one.</p>
      ) : null}
      <ul className="border-line border-t">
        {event.citations.map((citation) => (
          <li key={citation.url} className="border-line border-b py-2 text-sm">
            <CitationLine citation={citation} />
          </li>
        ))}
      </ul>
      {event.notes ? (
        <>
          <h2 className="mt-10 mb-2 text-2xl">Notes</h2>
          <p className="whitespace-pre-line">{event.notes}</p>
        </>
      ) : null}
    </div>
  );
}

function AssessmentLines({ assessment, number }: { assessment: AssessmentRecord; number: number }) {
  const grading = [
    assessment.status,
    assessment.likelihood,
    assessment.confidence ? `${assessment.confidence} confidence` : null,
    assessment.sourceReliability || assessment.infoCredibility
      ? `graded ${assessment.sourceReliability ?? '–'}${assessment.infoCredibility ?? '–'}`
      : null,
  ].filter(Boolean);
  return (
    <div id={`claim-${number}`} className="scroll-mt-6 border-line border-t py-3 target:bg-surface">
      <p className="text-sm">
        <span className="mr-1.5 text-muted">{number}</span>
        <span className="font-medium">{assessment.assessor}</span>
        <span className="text-muted">
          {assessment.statedOn ? `, ${formatDate(assessment.statedOn)}` : ''} · {grading.join(', ')}
          {assessment.hedge ? ` · hedge: “${assessment.hedge}”` : ''}
        </span>
      </p>
      <p className="mt-1 font-reading">{assessment.text}</p>
      {Object.keys(assessment.figures).length > 0 ? (
        <p className="mt-1 text-sm">
          <span className="text-muted">Claimed: </span>
          {Object.entries(assessment.figures)
            .map(
              ([name, value]) =>
                `${labelOf(name === 'launchedAt' ? 'launchTime' : name)} ${name === 'launchedAt' ? formatUtc(new Date(String(value))) : value}`,
            )
            .join(' · ')}
        </p>
      ) : null}
      {assessment.citation ? (
        <p className="mt-1 text-sm">
          <CitationLine citation={assessment.citation} />
        </p>
      ) : null}
    </div>
  );
}

function CitationLine({ citation }: { citation: CitationRecord }) {
  return (
    <>
      {citation.publisher},{' '}
      <a href={citation.url} rel="noreferrer" className="break-words underline underline-offset-2">
        {citation.title ?? citation.url}
      </a>
      {citation.publishedOn ? `, ${formatDate(citation.publishedOn)}` : ''}
      <span className="text-muted">{citation.checked === 'yes' ? '' : `, checked: ${citation.checked}`}</span>
    </>
  );
}
