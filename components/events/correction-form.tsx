'use client';

import { useActionState } from 'react';
import { Button } from '@/components/ui/button';
import { TextAreaField, TextField } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { type CorrectionFormState, emptyCorrection } from '@/lib/catalogue/reader-correction-form';
import { plural } from '@/lib/format/numbers';

const place = 'tell-the-editors';

/** Where a reader says what is wrong with an event. Without JavaScript it is sent and answered like any form. */
export function CorrectionForm({
  slug,
  tell,
}: {
  slug: string;
  tell: (state: CorrectionFormState, form: FormData) => Promise<CorrectionFormState>;
}) {
  // The answer to a form sent without JavaScript is the whole page: its reader is taken back to the form.
  const [state, send, isSending] = useActionState(tell, emptyCorrection, `/events/${slug}#${place}`);
  const isAnswered = state.sent || state.message !== null || Object.keys(state.errors).length > 0;
  return (
    <details id={place} open={isAnswered} className="no-print mt-12 scroll-mt-6 border-line border-t">
      <summary className="min-h-11 cursor-pointer py-3">
        <span className="underline underline-offset-4">Something is wrong here? Tell the editors</span>
      </summary>
      {state.sent ? <Received state={state} /> : <Form {...{ slug, state, send, isSending }} />}
    </details>
  );
}

type FormProps = {
  slug: string;
  state: CorrectionFormState;
  send: (form: FormData) => void;
  isSending: boolean;
};

function Form({ slug, state, send, isSending }: FormProps) {
  const { errors } = state;
  const slips = Object.keys(errors).length;
  return (
    // What was typed stands in the defaults; the key makes a refused form take them up.
    <form action={send} key={JSON.stringify(state)} className="grid max-w-xl gap-6 pt-2 pb-4" noValidate>
      <p className="text-muted text-sm">
        An editor reads what you send, and your evidence. What is taken up is corrected here, and the event’s
        history thanks you. Your words themselves are not published.
      </p>
      {state.message ? (
        <Notice tone="problem" title="That did not work">
          {state.message}
        </Notice>
      ) : null}
      {slips > 0 ? (
        <Notice
          tone="problem"
          title={`${plural(slips, 'field needs', 'fields need')} another look. Nothing is sent yet.`}
        />
      ) : null}
      <input type="hidden" name="slug" value={slug} />
      <TextAreaField
        label="What is wrong"
        name="text"
        rows={4}
        required
        defaultValue={state.text}
        error={errors.text}
      />
      <TextField
        label="Evidence"
        name="evidenceUrl"
        type="url"
        inputMode="url"
        hint="The address of a page that shows it: a statement, a report, an image."
        placeholder="https://"
        required
        defaultValue={state.evidenceUrl}
        error={errors.evidenceUrl}
      />
      <TextField
        label="Your name"
        name="name"
        autoComplete="name"
        hint="To be thanked by, in public. Without one, we thank “a reader”."
        defaultValue={state.name}
        error={errors.name}
      />
      <TextField
        label="Your e-mail address"
        name="email"
        type="email"
        autoComplete="email"
        hint="For a question of the editors. Never published, and deleted once they have decided."
        defaultValue={state.email}
        error={errors.email}
      />
      <div>
        <Button type="submit" disabled={isSending}>
          Send to the editors
        </Button>
      </div>
    </form>
  );
}

function Received({ state: { name, email } }: { state: CorrectionFormState }) {
  return (
    <Notice title="Thank you. The editors have it now">
      <p>
        One of them looks at your evidence. If it is taken up, the event is corrected, and its history thanks{' '}
        {name.trim() || '“a reader”'}. {email.trim() ? `A question would come to ${email.trim()}.` : ''}
      </p>
    </Notice>
  );
}
