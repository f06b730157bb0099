import Link from 'next/link';
import type { ReactNode } from 'react';
import type { FieldChange } from '@/lib/catalogue/event-diff';
import { changeWords, type ImportReport, leftOutWords, mostListed } from '@/lib/catalogue/import/report';
import { formatNumber, plural } from '@/lib/format/numbers';

/** How many events a file is about, by what it would do or did with them. */
export function ImportCounts({ report }: { report: ImportReport }) {
  const { counts } = report;
  const figures = [
    { count: counts.new, words: 'new' },
    { count: counts.changed, words: 'changed' },
    { count: counts.unchanged, words: 'unchanged' },
    { count: counts.missing, words: 'not in the file' },
    { count: counts.leftOut, words: 'left out' },
  ];
  return (
    <div className="mb-8">
      <p className="text-muted">
        {report.layout}: {plural(report.rows, 'row')}.
      </p>
      <dl className="mt-4 grid max-w-4xl grid-cols-2 gap-x-6 gap-y-4 border-line border-t pt-4 sm:grid-cols-5">
        {figures.map(({ count, words }) => (
          <div key={words} className="flex flex-col-reverse justify-end">
            <dt className="text-muted text-sm">
              {count === 1 ? 'event' : 'events'} {words}
            </dt>
            <dd className="text-3xl">{formatNumber(count)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

/** What an import would do, or did, event by event, folded. */
export function ImportReportView({ report, isDone }: { report: ImportReport; isDone: boolean }) {
  const { counts } = report;
  return (
    <section aria-label={isDone ? 'What was done' : 'What would be done'}>
      <div className="max-w-4xl border-line border-b">
        <Fold
          title={plural(counts.faults, 'place that cannot be read', 'places that cannot be read')}
          count={counts.faults}
          isOpen
        >
          <p className="mb-2 text-muted">
            An event with a row that cannot be read is left out as a whole. Mend the file, and upload it
            again.
          </p>
          <ul>
            {report.faults.map(({ where, message, events }) => (
              <li key={`${where} ${message}`} className="border-line border-t py-2">
                <span className="font-medium">{where}</span>: {message}
                {events.length > 0 ? <span className="text-muted"> {leftOutWords(events)}</span> : null}
              </li>
            ))}
          </ul>
        </Fold>
        <Fold
          title={plural(
            counts.inWords,
            'cell that gives no figure that is understood',
            'cells that give no figure that is understood',
          )}
          count={counts.inWords}
          isOpen={counts.inWords <= 20}
        >
          <p className="mb-2 text-muted">
            The figure is unknown, and the words are kept as the hedge of the claim.
          </p>
          <ul>
            {report.inWords.map(({ where, message }) => (
              <li key={where} className="border-line border-t py-2">
                <span className="font-medium">{where}</span>: {message}
              </li>
            ))}
          </ul>
        </Fold>
        <Fold title={`${plural(counts.new, 'new event')}`} count={counts.new}>
          <ul>
            {report.new.map(({ slug, title }) => (
              <li key={slug} className="border-line border-t py-2">
                {isDone ? <EventLink slug={slug} title={title} /> : title}
              </li>
            ))}
          </ul>
        </Fold>
        <Fold
          title={plural(counts.changed, 'changed event')}
          count={counts.changed}
          isOpen={counts.changed <= 20}
        >
          <ul>
            {report.changed.map(({ slug, title, changes }) => (
              <li key={slug} className="border-line border-t py-3">
                <EventLink slug={slug} title={title} />
                <Changes changes={changes} />
              </li>
            ))}
          </ul>
        </Fold>
        <Fold
          title={`${plural(counts.missing, 'event')} of the catalogue that the file does not have`}
          count={counts.missing}
        >
          <p className="mb-2 text-muted">They stay as they are: an import deletes nothing.</p>
          <ul>
            {report.missing.map(({ slug, title }) => (
              <li key={slug} className="border-line border-t py-2">
                <EventLink slug={slug} title={title} />
              </li>
            ))}
          </ul>
        </Fold>
        <Fold
          title={plural(
            report.unknownNames.length,
            'name that the catalogue does not have',
            'names that the catalogue does not have',
          )}
          count={report.unknownNames.length}
          isOpen
        >
          <p className="mb-2 text-muted">They are kept as text, in the assessor’s claim.</p>
          <ul>
            {report.unknownNames.map(({ kind, name, rows }) => (
              <li key={`${kind} ${name}`} className="border-line border-t py-2">
                {name}{' '}
                <span className="text-muted">
                  ({kind}, {plural(rows, 'row')})
                </span>
              </li>
            ))}
          </ul>
        </Fold>
        <Fold
          title={`${plural(report.newNames.length, 'system or site', 'systems and sites')} ${isDone ? 'made' : 'to be made'}`}
          count={report.newNames.length}
        >
          <ul>
            {report.newNames.map(({ kind, name }) => (
              <li key={`${kind} ${name}`} className="border-line border-t py-2">
                {name} <span className="text-muted">({kind})</span>
              </li>
            ))}
          </ul>
        </Fold>
        <Fold
          title={plural(report.unread.length, 'column that is not read', 'columns that are not read')}
          count={report.unread.length}
        >
          <p>{report.unread.join(', ')}</p>
        </Fold>
      </div>
    </section>
  );
}

function Fold({
  title,
  count,
  isOpen = false,
  children,
}: {
  title: string;
  count: number;
  isOpen?: boolean;
  children: ReactNode;
}) {
  if (count === 0) return null;
  return (
    <details open={isOpen} className="border-line border-t">
      <summary className="min-h-11 cursor-pointer py-3 font-medium">{title}</summary>
      <div className="pb-4 text-sm">
        {children}
        {count > mostListed ? (
          <p className="border-line border-t py-2 text-muted">
            and {formatNumber(count - mostListed)} more, which are not listed here.
          </p>
        ) : null}
      </div>
    </details>
  );
}

function Changes({ changes }: { changes: FieldChange[] }) {
  return (
    <dl className="mt-1">
      {changes.map((change) => (
        <div key={`${change.path} ${change.label}`} className="py-0.5">
          <dt className="inline text-muted">{change.label}: </dt>
          <dd className="inline">
            <del className="text-muted">{changeWords(change, change.before)}</del> →{' '}
            <ins className="no-underline">{changeWords(change, change.after)}</ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function EventLink({ slug, title }: { slug: string; title: string }) {
  return (
    <Link href={`/desk/events/${slug}`} prefetch={false} className="underline underline-offset-4">
      {title}
    </Link>
  );
}
