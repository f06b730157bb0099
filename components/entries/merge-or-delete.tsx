import Link from 'next/link';
import { buttonClass } from '@/components/ui/button';
import { kindWords } from '@/lib/catalogue/entry-names';
import type { EntryKind } from '@/lib/catalogue/vocabulary';
import { type ReasonAnswer, ReasonForm } from './reason-form';
import { rooms } from './rooms';

type Props = {
  kind: EntryKind;
  id: string;
  isUsed: boolean;
  remove: (before: ReasonAnswer, data: FormData) => Promise<ReasonAnswer>;
};

/** The two ways in which an entry ends. */
export function MergeOrDelete({ kind, id, isUsed, remove }: Props) {
  return (
    <div className="flex flex-wrap items-start gap-x-8 gap-y-2 border-line border-t pt-6">
      <Link href={`${rooms[kind].path}/${id}/merge`} className={buttonClass('secondary')}>
        Merge with another
      </Link>
      {isUsed ? (
        <p className="py-3 text-muted text-sm">It can be deleted once no event names it.</p>
      ) : (
        <details>
          <summary className="min-h-11 cursor-pointer py-3 text-sm underline underline-offset-4">
            Delete this {kindWords[kind]}
          </summary>
          <p className="mb-3 text-sm">
            {kind === 'context' ? 'It disappears from the public page.' : 'Nothing names it.'} The history of
            edits keeps what it said.
          </p>
          <ReasonForm action={remove} fields={{ kind, id }} button="Delete" placeholder="not needed" />
        </details>
      )}
    </div>
  );
}
