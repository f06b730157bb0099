import type { Metadata } from 'next';
import { DraftsInReview } from '@/components/desk/drafts-in-review';
import { DecidedCorrections, WaitingCorrections } from '@/components/desk/reader-corrections';
import { RoleNotice } from '@/components/desk/role-notice';
import { PageHeading } from '@/components/ui/page-heading';
import { mayOpen } from '@/lib/auth/required-role';
import { requireActor } from '@/lib/auth/session';
import { canPublish } from '@/lib/catalogue/permissions';
import { listDecidedCorrections, listWaitingCorrections } from '@/lib/catalogue/reader-corrections';
import { listDraftsInReview } from '@/lib/catalogue/review';
import { decline, takeUp } from './actions';

export const metadata: Metadata = { title: 'Review' };

export default async function ReviewPage() {
  const actor = await requireActor('/desk/review');
  if (!mayOpen(actor, '/desk/review')) return <RoleNotice role={actor.role} needed="analyst" />;
  const now = new Date();
  const [drafts, corrections, decided] = await Promise.all([
    listDraftsInReview(),
    listWaitingCorrections(),
    listDecidedCorrections(20),
  ]);
  const isEmpty = drafts.length + corrections.length === 0;
  return (
    <>
      <PageHeading title="Review">
        {isEmpty
          ? 'Nothing waits for review. Drafts that an analyst submits, and corrections that readers send, stand here.'
          : `What waits for an editor, the longest first.${canPublish(actor) ? '' : ' Deciding takes the role of editor.'}`}
      </PageHeading>
      {isEmpty ? null : (
        <>
          <DraftsInReview drafts={drafts} now={now} />
          <WaitingCorrections
            corrections={corrections}
            now={now}
            decide={canPublish(actor) ? { takeUp, decline } : null}
          />
        </>
      )}
      <DecidedCorrections corrections={decided} />
    </>
  );
}
