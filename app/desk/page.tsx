import type { Metadata } from 'next';
import Link from 'next/link';
import { AccountsList } from '@/components/desk/accounts-list';
import { ActionForm } from '@/components/desk/action-form';
import { AlertsStoppedNotice } from '@/components/desk/alerts-stopped-notice';
import { DraftsList } from '@/components/desk/drafts-list';
import { HoldCountdown } from '@/components/desk/hold-countdown';
import { PublishedList } from '@/components/desk/published-list';
import { roleSentence } from '@/components/desk/role-notice';
import { Button, buttonClass } from '@/components/ui/button';
import { PageHeading } from '@/components/ui/page-heading';
import { alertsStoppedSince } from '@/lib/alerts/heartbeat';
import { listAccounts } from '@/lib/auth/accounts';
import { requireActor } from '@/lib/auth/session';
import { listDraftsAtDesk, listHeldAlerts, listLatestPublished } from '@/lib/catalogue/desk-lists';
import { canManageAccounts, canPublish, canRecord } from '@/lib/catalogue/permissions';
import { countWaiting, waitingWords } from '@/lib/catalogue/review';
import { signOutHere } from '../sign-in/actions';
import { undoPublication } from './events/actions';

export const metadata: Metadata = { title: 'Desk' };

export default async function DeskPage() {
  const actor = await requireActor('/desk');
  const now = new Date();
  const [stoppedSince, drafts, held, published, waiting] = await Promise.all([
    alertsStoppedSince(now),
    listDraftsAtDesk(),
    listHeldAlerts(now),
    listLatestPublished(8),
    countWaiting(),
  ]);

  return (
    <>
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 border-line border-b pt-3 pb-1 text-sm">
        <p>
          Signed in as {actor.name} ({actor.role})
        </p>
        <form action={signOutHere}>
          <Button type="submit" look="quiet" className="-mr-4">
            Sign out
          </Button>
        </form>
      </div>
      <PageHeading title="Desk">{roleSentence(actor.role)}</PageHeading>
      <AlertsStoppedNotice since={stoppedSince} now={now} />
      {canRecord(actor) ? (
        <p className="flex flex-wrap items-center gap-x-6 gap-y-3 pb-6">
          <Link href="/desk/events/new" className={buttonClass()}>
            Record an event
          </Link>
          <Link href="/desk/review" className="py-2 underline underline-offset-4">
            Review: {waitingWords(waiting)}
          </Link>
          <Link href="/desk/mail" className="py-2 underline underline-offset-4">
            Mail and deliveries
          </Link>
          <Link href="/quality" className="py-2 underline underline-offset-4">
            Data quality
          </Link>
        </p>
      ) : null}

      {held.length > 0 ? (
        <section className="mb-10" aria-labelledby="held">
          <h2 id="held" className="mb-2 text-xl">
            Held
          </h2>
          <ul className="border-line border-t">
            {held.map(({ event, dueAt }) => (
              <li
                key={event.slug}
                className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 border-line border-b py-3"
              >
                <div>
                  <Link href={`/desk/events/${event.slug}`} className="underline underline-offset-4">
                    {event.title}
                  </Link>
                  <p className="text-muted text-sm">
                    <HoldCountdown dueAt={dueAt.toISOString()} />
                  </p>
                </div>
                {canPublish(actor) ? (
                  <ActionForm action={undoPublication} fields={{ slug: event.slug }}>
                    <Button type="submit" look="secondary">
                      Undo
                    </Button>
                  </ActionForm>
                ) : null}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <DraftsList drafts={drafts} mayRecord={canRecord(actor)} />
      <PublishedList events={published} />
      {canManageAccounts(actor) ? <AccountsList accounts={await listAccounts()} /> : null}
    </>
  );
}
