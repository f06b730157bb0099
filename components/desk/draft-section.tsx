import Link from 'next/link';
import type { ReactNode } from 'react';
import { Button, buttonClass } from '@/components/ui/button';
import { type ActionAnswer, ActionForm } from './action-form';
import { PublishForm } from './publish-form';

type Action = (before: ActionAnswer, data: FormData) => Promise<ActionAnswer>;
type Props = {
  slug: string;
  revision: number;
  recipients: number;
  holdSeconds: number;
  mayPublish: boolean;
  openDoubts: number;
  /** What was never public. */
  canBeDiscarded: boolean;
  publish: Action;
  discard: Action;
  /** Its way through review. */
  children: ReactNode;
};

/** What can be done with a draft: publish, send through review, edit, discard. */
export function DraftSection({ slug, canBeDiscarded, publish, discard, children, ...publication }: Props) {
  return (
    <section aria-label="Publish" className="mb-8 border-line border-y py-4">
      <PublishForm action={publish} slug={slug} {...publication} />
      {children}
      <div className="mt-4 flex flex-wrap items-start gap-x-6 gap-y-2">
        <Link href={`/desk/events/${slug}/edit`} className={buttonClass('secondary')}>
          Edit draft
        </Link>
        {canBeDiscarded ? (
          <details>
            <summary className="min-h-11 cursor-pointer py-3 text-sm underline underline-offset-4">
              Discard this draft
            </summary>
            <ActionForm action={discard} fields={{ slug }}>
              <p className="mb-2 text-sm">It cannot be brought back.</p>
              <Button type="submit" look="secondary">
                Discard for good
              </Button>
            </ActionForm>
          </details>
        ) : null}
      </div>
    </section>
  );
}
