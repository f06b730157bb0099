import Link from 'next/link';
import type { ReactNode } from 'react';
import { buttonClass } from '@/components/ui/button';
import type { EventRecord } from '@/lib/catalogue/event-record';
import { publishedStatuses } from '@/lib/catalogue/vocabulary';
import { type StatusAction, StatusForm } from './status-form';

type Props = {
  event: Pick<EventRecord, 'slug' | 'revision' | 'status' | 'statusReason'>;
  changeStatus: StatusAction;
  mayPublish: boolean;
};

/** What can be done with a published event: correct it, confirm or dispute it, withdraw it or take that back. */
export function PublishedSection({ event, changeStatus, mayPublish }: Props) {
  const { slug, revision, status, statusReason } = event;
  const form = { action: changeStatus, slug, revision };
  return (
    <section aria-label="Correct" className="mb-8 border-line border-y py-4">
      {statusReason ? (
        <p className="mb-4 max-w-3xl">
          <span className="text-muted">
            {status === 'withdrawn' ? 'Withdrawn because: ' : `Why ${status}: `}
          </span>
          {statusReason}
        </p>
      ) : null}
      <div className="mb-2 flex flex-wrap items-center gap-x-6 gap-y-2">
        {mayPublish ? (
          <Link href={`/desk/events/${slug}/edit`} className={buttonClass()}>
            Correct this event
          </Link>
        ) : null}
        <Link
          href={`/events/${slug}`}
          className="inline-flex min-h-11 items-center underline underline-offset-4"
        >
          Its public page
        </Link>
      </div>
      {mayPublish ? (
        // A form that was filled in for one status is not for the next.
        <div key={status}>
          {status === 'withdrawn' ? (
            <Fold title="Reinstate">
              <StatusForm
                {...form}
                statuses={publishedStatuses}
                button="Reinstate"
                hint="It counts again. Whoever was told of the withdrawal is told of this."
              />
            </Fold>
          ) : (
            <>
              <Fold title="Change the status">
                <StatusForm
                  {...form}
                  statuses={publishedStatuses.filter((other) => other !== status)}
                  button="Change status"
                  hint="It stands in the history, and beside the status while the event is disputed."
                />
              </Fold>
              <Fold title="Withdraw">
                <StatusForm
                  {...form}
                  statuses={['withdrawn']}
                  button="Withdraw"
                  hint="Its page stays, struck through, with this reason. It leaves every count. Whoever was told of it is told of this."
                />
              </Fold>
            </>
          )}
        </div>
      ) : (
        <p className="text-muted text-sm">
          Correcting, confirming, disputing and withdrawing take the role of editor.
        </p>
      )}
    </section>
  );
}

function Fold({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details>
      <summary className="min-h-11 cursor-pointer py-2.5 text-sm underline-offset-4 hover:underline">
        {title}
      </summary>
      {children}
    </details>
  );
}
