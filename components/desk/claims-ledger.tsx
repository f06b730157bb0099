'use client';

import { startTransition, useActionState, useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import type { EventRecord } from '@/lib/catalogue/event-record';
import type { SalvoLedger } from '@/lib/catalogue/ledger';
import type { LedgerAction } from './ledger-answer';
import { LedgerGrid } from './ledger-grid';

type Props = {
  action: LedgerAction;
  event: Pick<EventRecord, 'slug' | 'revision' | 'assessments' | 'status'>;
  ledgers: SalvoLedger[];
  mayAdopt: boolean;
};

/**
 * What was claimed, beside what was adopted. One key, or one click, makes a claim's figure the figure of record; another one
 * undoes it. Each figure is a button, so that it works without scripts too.
 */
export function ClaimsLedger({ action, event, ledgers, mayAdopt }: Props) {
  const { slug, revision, assessments } = event;
  const [answer, send, isSending] = useActionState(action, {
    code: null,
    message: null,
    errors: [],
    undo: null,
    revision: 0,
  });
  const [said, setSaid] = useState<{ sentence: string; after: typeof answer } | null>(null);
  const undoButton = useRef<HTMLButtonElement>(null);
  const lastCell = useRef<HTMLElement | null>(null);
  // Once it is pressed the button of Undo is gone, and the focus with it.
  useEffect(() => {
    if (answer.message !== null && document.activeElement === document.body) lastCell.current?.focus();
  }, [answer]);
  const isOwnWord = said?.after === answer;
  // Once the event was changed otherwise, what was adopted before is no news, and undone in the form.
  const isLatest = answer.code !== null || answer.revision === revision;
  const sentence = isOwnWord ? said.sentence : isLatest ? answer.message : null;

  return (
    <section aria-labelledby="ledger" className="mt-10">
      <h2 id="ledger" className="text-2xl">
        Figures of record, and who claims what
      </h2>
      <p className="mt-2 max-w-3xl text-muted text-sm">
        {helpFor(assessments.length, mayAdopt, event.status)}
      </p>
      <form
        action={send}
        aria-busy={isSending}
        onSubmit={(submit) => {
          submit.preventDefault();
          const { submitter } = submit.nativeEvent as SubmitEvent;
          const data = new FormData(submit.currentTarget, submitter);
          startTransition(() => send(data));
        }}
        onFocus={({ target }) => {
          if (target.dataset.cell) lastCell.current = target;
        }}
      >
        <input type="hidden" name="slug" value={slug} />
        <input type="hidden" name="revision" value={revision} />
        {ledgers.map((ledger) => (
          <LedgerGrid
            key={ledger.salvo}
            ledger={ledger}
            assessments={assessments}
            mayAdopt={mayAdopt}
            editHref={`/desk/events/${slug}/edit`}
            onUndo={() => undoButton.current?.click()}
            onSay={(words) => setSaid({ sentence: words, after: answer })}
          />
        ))}
        <div
          className={`sticky bottom-0 z-20 flex flex-wrap items-center gap-x-4 bg-paper text-sm ${sentence ? 'min-h-14 border-ink border-t py-2' : ''}`}
        >
          <div role="status">
            {sentence}
            {(isOwnWord ? [] : answer.errors)
              .filter(({ message }) => message !== sentence)
              .map(({ path, message }) => (
                <span key={`${path} ${message}`} className="block text-muted">
                  {message}
                </span>
              ))}
          </div>
          {answer.undo && isLatest && !isOwnWord ? (
            <Button ref={undoButton} type="submit" look="quiet" name="undo" value={answer.undo}>
              Undo
            </Button>
          ) : null}
        </div>
      </form>
    </section>
  );
}

function helpFor(claims: number, mayAdopt: boolean, status: string): string {
  if (claims === 0)
    return 'No claim is recorded yet, so that these figures are nobody’s. Add what an assessor said, and its figures stand beside them.';
  if (!mayAdopt) return `This event is ${status}: adopting a claim’s figure takes the role of editor.`;
  return 'Press a claim’s figure to adopt it. With the keyboard: arrow keys move, 1 to 9 adopt that claim’s figure for the line in focus, U undoes it.';
}
