import { missileClass } from '@/lib/catalogue/classes';
import { labelOf } from '@/lib/catalogue/event-form-labels';
import type {
  AssessmentRecord,
  CitationRecord,
  EventRecord,
  SalvoRecord,
} from '@/lib/catalogue/event-record';
import { formatDate, formatLongDate, formatTime, formatUtc, zoneName } from '@/lib/format/dates';
import { formatCount, formatKm } from '@/lib/format/numbers';

/** An event with all that is known of it, for a last look before it is published. */
export function EventPreview({ event }: { event: EventRecord }) {
  return (
    <div className="max-w-4xl">
      <p className="font-reading text-lg">
        {formatLongDate(event.localDate)}, {event.countryName}. Missiles: {formatCount(event.missiles)}.
      </p>
      <h2 className="mt-8 mb-2 text-xl">Figures of record</h2>
      {event.salvos.map((salvo, index) => (
        <SalvoLines key={salvoKey(salvo, index)} salvo={salvo} place={index + 1} event={event} />
      ))}
      <h2 className="mt-8 mb-2 text-xl">Assessments</h2>
      {event.assessments.length === 0 ? <p className="text-muted">None is entered.</p> : null}
      {event.assessments.map((assessment) => (
        <AssessmentLines key={`${assessment.assessor} ${assessment.text}`} assessment={assessment} />
      ))}
      <h2 className="mt-8 mb-2 text-xl">Sources</h2>
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
          <h2 className="mt-8 mb-2 text-xl">Notes</h2>
          <p className="whitespace-pre-line">{event.notes}</p>
        </>
      ) : null}
    </div>
  );
}

const salvoKey = (salvo: SalvoRecord, index: number) => `${index} ${salvo.class} ${salvo.system}`;

function SalvoLines({ salvo, place, event }: { salvo: SalvoRecord; place: number; event: EventRecord }) {
  const count = formatCount({ min: salvo.countMin, max: salvo.countMax, text: salvo.countText });
  const launched = salvo.launchedAt ? new Date(salvo.launchedAt) : null;
  const lines: [string, string][] = [
    [
      'Count',
      salvo.countText
        ? `${count} (${formatCount({ min: salvo.countMin, max: salvo.countMax, text: null })})`
        : count,
    ],
    ['System', salvo.systemName ?? 'unknown'],
    ['Class', salvo.class === 'unknown' ? 'unknown' : missileClass(salvo.class).name],
    ['Site', salvo.siteName ?? 'unknown'],
    [
      'Launched',
      launched
        ? `${formatTime(launched, event.timeZone)} ${zoneName(event.timeZone)} (${formatUtc(launched)})`
        : 'unknown',
    ],
    ['Distance', formatKm(salvo.distanceKm)],
    ['Apogee', formatKm(salvo.apogeeKm)],
    ['Bearing', salvo.bearingDeg === null ? 'unknown' : `${salvo.bearingDeg}°`],
    ['Landing area', salvo.landingArea ?? 'unknown'],
    ['Outcome', salvo.outcome],
  ];
  return (
    <section className="border-line border-t py-3" aria-label={`Salvo ${place}`}>
      {event.salvos.length > 1 ? <h3 className="mb-2 text-base">{`Salvo ${place}`}</h3> : null}
      <dl className="grid grid-cols-2 gap-x-6 gap-y-3 text-sm sm:grid-cols-3 lg:grid-cols-5">
        {lines.map(([name, value]) => (
          <div key={name}>
            <dt className="text-muted text-xs">{name}</dt>
            <dd className={value === 'unknown' ? 'text-muted' : ''}>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function AssessmentLines({ assessment }: { assessment: AssessmentRecord }) {
  const grading = [
    assessment.status,
    assessment.likelihood,
    assessment.confidence ? `${assessment.confidence} confidence` : null,
    assessment.sourceReliability || assessment.infoCredibility
      ? `graded ${assessment.sourceReliability ?? '–'}${assessment.infoCredibility ?? '–'}`
      : null,
  ].filter(Boolean);
  return (
    <div className="border-line border-t py-3">
      <p className="text-sm">
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
