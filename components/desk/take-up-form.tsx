import Link from 'next/link';
import { Button } from '@/components/ui/button';
import type { CorrectionAtDesk } from '@/lib/catalogue/reader-corrections';
import { formatUtc } from '@/lib/format/dates';
import { type ActionAnswer, ActionForm } from './action-form';

type Props = {
  action: (before: ActionAnswer, data: FormData) => Promise<ActionAnswer>;
  correction: CorrectionAtDesk;
};

/** Which revision took a reader's correction up; before there is one, the way to it. */
export function TakeUpForm({ action, correction: { id, event, readerName, takingUp } }: Props) {
  const [latest] = takingUp;
  if (!latest)
    return (
      <p className="text-sm">
        <Link
          href={`/desk/events/${event.slug}/edit`}
          className="inline-flex min-h-11 items-center underline underline-offset-4"
        >
          Correct the event
        </Link>
        <span className="text-muted">
          {' '}
          and come back: it has not been corrected since this arrived. Then it can be marked as taken up.
        </span>
      </p>
    );
  return (
    <ActionForm action={action} fields={{ id: String(id) }} className="grid max-w-xl gap-2">
      <label className="block">
        <span className="mb-1 block font-medium text-sm">Taken up in</span>
        <select
          name="revision"
          defaultValue={String(latest.number)}
          className="min-h-11 w-full border border-line-strong bg-paper px-3 py-2 text-base"
        >
          {takingUp.map(({ number, kind, reason, actor, createdAt }) => (
            <option key={number} value={number}>
              {`Revision ${number}: ${reason} (${kind} by ${actor}, ${formatUtc(createdAt)})`}
            </option>
          ))}
        </select>
      </label>
      {readerName ? (
        <label className="flex min-h-11 items-center gap-2 text-sm">
          <input type="checkbox" name="withoutName" className="size-4 accent-accent" />
          Thank “a reader” in the history, in place of {readerName}
        </label>
      ) : (
        <p className="text-muted text-sm">The history will thank “a reader”.</p>
      )}
      <div>
        <Button type="submit">Taken up</Button>
      </div>
    </ActionForm>
  );
}
