import Link from 'next/link';
import { OutsideLink } from '@/components/events/outside-link';
import type { CorrectionAtDesk } from '@/lib/catalogue/reader-corrections';
import { formatAge, formatUtc } from '@/lib/format/dates';
import type { ActionAnswer } from './action-form';
import { type RemarkAction, RemarkForm } from './remark-form';
import { TakeUpForm } from './take-up-form';

type Actions = {
  takeUp: (before: ActionAnswer, data: FormData) => Promise<ActionAnswer>;
  decline: RemarkAction;
};

/**
 * What readers say is wrong, the longest waiting first.
 * @param decide null for whoever may look, and not decide
 */
export function WaitingCorrections({
  corrections,
  now,
  decide,
}: {
  corrections: CorrectionAtDesk[];
  now: Date;
  decide: Actions | null;
}) {
  return (
    <section className="mb-12" aria-labelledby="corrections">
      <h2 id="corrections" className="mb-2 scroll-mt-6 text-xl">
        Corrections from readers
      </h2>
      {corrections.length === 0 ? (
        <p className="border-line border-y py-3 text-muted">
          No correction waits. Readers send them from the foot of an event’s page.
        </p>
      ) : (
        <ul className="border-line border-t">
          {corrections.map((correction) => (
            <li key={correction.id} className="border-line border-b py-5">
              <Said correction={correction} age={formatAge(correction.receivedAt, now)} />
              {decide ? (
                <div className="mt-3">
                  <TakeUpForm action={decide.takeUp} correction={correction} />
                  <details>
                    <summary className="min-h-11 cursor-pointer py-3 text-sm underline underline-offset-4">
                      Do not take it up
                    </summary>
                    <div className="pt-1 pb-3">
                      <RemarkForm
                        action={decide.decline}
                        about={String(correction.id)}
                        label="Why not"
                        hint="Kept at the desk; the reader is not told."
                        button="Not taken up"
                      />
                    </div>
                  </details>
                </div>
              ) : null}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** What was decided last, folded. */
export function DecidedCorrections({ corrections }: { corrections: CorrectionAtDesk[] }) {
  if (corrections.length === 0) return null;
  return (
    <details className="mb-12 border-line border-y">
      <summary className="min-h-11 cursor-pointer py-3 underline underline-offset-4">
        Corrections decided last
      </summary>
      <ul>
        {corrections.map((correction) => (
          <li key={correction.id} className="border-line border-t py-4">
            <Said correction={correction} age={formatUtc(correction.receivedAt)} />
            <p className="mt-2 text-sm">{decisionWords(correction)}</p>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Said({ correction, age }: { correction: CorrectionAtDesk; age: string }) {
  const { event, text, evidenceUrl, readerName, email, receivedAt } = correction;
  return (
    <div>
      <p className="flex flex-wrap items-baseline justify-between gap-x-6">
        <Link
          href={`/desk/events/${event.slug}`}
          className={`underline underline-offset-4 ${event.status === 'withdrawn' ? 'line-through' : ''}`}
        >
          {event.title}
        </Link>
        <span className="text-muted text-sm">
          {readerName ?? 'a reader'}, <time dateTime={receivedAt.toISOString()}>{age}</time>
        </span>
      </p>
      <p className="mt-2 max-w-3xl whitespace-pre-line font-reading text-lg leading-relaxed [overflow-wrap:anywhere]">
        {text}
      </p>
      <p className="mt-2 text-sm">
        Evidence: <OutsideLink href={evidenceUrl}>{evidenceUrl}</OutsideLink>
      </p>
      {email ? (
        <p className="mt-1 text-sm">
          Questions to{' '}
          <a href={`mailto:${email}`} className="underline underline-offset-4 [overflow-wrap:anywhere]">
            {email}
          </a>
        </p>
      ) : null}
    </div>
  );
}

function decisionWords({ decision }: CorrectionAtDesk): string {
  if (!decision) return '';
  const when = `${decision.by}, ${formatUtc(decision.at)}`;
  if ('declineReason' in decision) return `Not taken up: ${decision.declineReason} (${when})`;
  return `Taken up in revision ${decision.takenUpIn}, with thanks to ${decision.thankedAs ?? 'a reader'} (${when})`;
}
