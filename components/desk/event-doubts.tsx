import { Button } from '@/components/ui/button';
import { type Doubt, doubtWords } from '@/lib/catalogue/doubts/doubt';
import { labelOf, partOf } from '@/lib/catalogue/event-form-labels';
import { limits } from '@/lib/catalogue/schema';
import { formatUtc } from '@/lib/format/dates';
import { plural } from '@/lib/format/numbers';
import { type ActionAnswer, ActionForm } from './action-form';
import { DoubtLinks } from './doubt-links';

type Action = (before: ActionAnswer, data: FormData) => Promise<ActionAnswer>;

type Decided = {
  key: string;
  message: string;
  note: string | null;
  actor: string;
  decidedAt: Date;
  /** Whether what was decided on is still as it was. */
  stands: boolean;
};

type Props = {
  slug: string;
  doubts: { open: Doubt[]; decided: Decided[] };
  decide: Action;
  reopen: Action;
};

/** What is doubtful about an event as it is saved, and what was decided on it. */
export function EventDoubts({ slug, doubts: { open, decided }, decide, reopen }: Props) {
  if (open.length + decided.length === 0) return null;
  return (
    <section aria-labelledby="doubts" className="mb-8 max-w-4xl border-line border-t pt-4">
      <h2 id="doubts" className="text-xl">
        {open.length === 0 ? 'No open doubt' : plural(open.length, 'open doubt')}
      </h2>
      {open.length > 0 ? (
        <p className="mt-1 text-muted text-sm">
          They come from holding the entry against the catalogue, and stop nothing: it can be published with
          them. Say which of it is right as it is, and correct the rest.
        </p>
      ) : null}
      <ul className="mt-2">
        {open.map((doubt) => (
          <li key={doubt.key} className="border-line border-b py-3 text-sm">
            <p className="[overflow-wrap:anywhere]">
              <span className="font-medium text-notice">{doubtWords[doubt.kind]}</span>
              <span className="text-muted">
                {` · ${[partOf(doubt.path), labelOf(doubt.path)].filter(Boolean).join(', ')} · `}
              </span>
              {doubt.message}
            </p>
            <DoubtLinks about={doubt.about ?? []} />
            <ActionForm
              action={decide}
              fields={{ slug, key: doubt.key }}
              className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-2"
            >
              <input
                name="note"
                aria-label="Why it is right (optional)"
                placeholder="why (optional)"
                maxLength={limits.line}
                autoComplete="off"
                className="min-h-11 w-full min-w-0 border border-line-strong bg-paper px-3 text-base sm:w-80 sm:text-sm"
              />
              <Button type="submit" look="secondary">
                It is right as it is
              </Button>
            </ActionForm>
          </li>
        ))}
      </ul>
      {decided.length > 0 ? <DecidedList slug={slug} decided={decided} reopen={reopen} /> : null}
    </section>
  );
}

function DecidedList({ slug, decided, reopen }: { slug: string; decided: Decided[]; reopen: Action }) {
  return (
    <>
      <h3 className="mt-4 mb-1 text-base">Found right as it is</h3>
      <ul className="border-line border-t">
        {decided.map(({ key, message, note, actor, decidedAt, stands }) => (
          <li
            key={key}
            className="flex flex-wrap items-baseline justify-between gap-x-6 border-line border-b py-2 text-sm"
          >
            <div className="min-w-0 max-w-2xl [overflow-wrap:anywhere]">
              <p className={stands ? '' : 'text-muted'}>
                {message}
                {stands ? '' : ' No longer in question.'}
              </p>
              <p className="text-muted">
                {`${actor}, ${formatUtc(decidedAt)}`}
                {note ? <span className="text-ink">{`: ${note}`}</span> : null}
              </p>
            </div>
            <ActionForm action={reopen} fields={{ slug, key }}>
              <Button type="submit" look="quiet" className="-mx-4" aria-label={`Take back: ${message}`}>
                Take back
              </Button>
            </ActionForm>
          </li>
        ))}
      </ul>
    </>
  );
}
