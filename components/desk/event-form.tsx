'use client';

import { Button } from '@/components/ui/button';
import { type EventFormValues, isDraftForm } from '@/lib/catalogue/event-form';
import { type EventChoices, zoneOf } from '@/lib/catalogue/event-form-input';
import { statuses } from '@/lib/catalogue/vocabulary';
import type { ErrorCode } from '@/lib/errors';
import { ChoiceLists } from './choice-lists';
import { CompactSelect, CompactText, CompactTextArea } from './compact-fields';
import { DoubtsAt } from './doubts-at';
import { DoubtsSummary } from './doubts-summary';
import { ErrorSummary } from './error-summary';
import type { EventFormAction } from './event-form-answer';
import { EventFormSections } from './event-form-sections';
import { MergePanel } from './merge-panel';
import { UnsavedCopyOffer } from './unsaved-copy-offer';
import { useDoubts } from './use-doubts';
import { useEventForm } from './use-event-form';
import { useLeftFields } from './use-left-fields';

type Props = {
  action: EventFormAction;
  initial: EventFormValues;
  choices: EventChoices;
  /** The event that is edited, as it was opened. */
  opened?: { slug: string; revision: number };
};

/** An event to be recorded, a draft to be edited, or a published event to be corrected. */
export function EventForm({ action, initial, choices, opened }: Props) {
  const { answer, state, tell, post, isSending, form, summary, errors, listed, message, ...does } =
    useEventForm(
      action,
      {
        values: initial,
        errors: [],
        code: null,
        message: null,
        slug: opened?.slug ?? '',
        revision: String(opened?.revision ?? ''),
        since: null,
      },
      choices,
    );
  const { values, keys, removed, meanwhile } = state;
  const doubts = useDoubts(state.opened.slug, values);
  const hearBlur = useLeftFields(does.see);
  const isDraft = isDraftForm(values);
  const field = (name: 'country' | 'localDate' | 'status' | 'statusReason' | 'notes' | 'reason') => ({
    name,
    value: values[name],
    error: errors[name],
    onChange: does.change,
  });

  return (
    <form
      ref={form}
      action={post}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        does.save();
      }}
      onBlur={hearBlur}
    >
      {/* Enter in a field saves: the first button of a form is the one that Enter presses. */}
      <button type="submit" name="step" value="save" tabIndex={-1} aria-hidden="true" className="sr-only" />
      <input type="hidden" name="slug" value={state.opened.slug} />
      <input type="hidden" name="revision" value={state.opened.revision} />
      {message ? (
        <ErrorSummary ref={summary} message={message} errors={listed} help={helpFor(answer.code)} />
      ) : null}
      {meanwhile ? (
        <MergePanel
          ref={message ? undefined : summary}
          {...meanwhile}
          values={values}
          onChoose={(patch) => tell({ type: 'choose', patch })}
        />
      ) : null}
      {does.unsaved.found ? (
        <UnsavedCopyOffer onRestore={does.unsaved.restore} onDiscard={does.unsaved.discard} />
      ) : null}

      <div className="grid grid-cols-2 gap-x-4 gap-y-3 py-4 lg:grid-cols-12">
        <CompactSelect {...field('country')} width="col-span-2 lg:col-span-4" needed>
          <option value="">choose</option>
          {choices.countries.map((country) => (
            <option key={country.id} value={country.id}>
              {country.name}
            </option>
          ))}
        </CompactSelect>
        <CompactText
          {...field('localDate')}
          placeholder="2020-04-14"
          hint={`The day there; 1984-09 or 1984 where no more is known. ${precisionHint(values.localDate)}`}
          width="col-span-2 lg:col-span-4"
          needed
        />
        {isDraft ? (
          <input type="hidden" name="status" value={values.status} />
        ) : (
          <CompactSelect {...field('status')} width="col-span-2 lg:col-span-4" needed>
            {statuses
              .filter((status) => status !== 'draft')
              .map((status) => (
                <option key={status}>{status}</option>
              ))}
          </CompactSelect>
        )}
      </div>

      <DoubtsAt doubts={doubts} part="" />

      <EventFormSections
        values={values}
        keys={keys}
        timeZone={zoneOf(values.country, choices)}
        errors={errors}
        doubts={doubts}
        onChange={does.change}
        onStep={does.step}
      />

      <div className="grid grid-cols-2 gap-x-4 gap-y-3 border-line border-t py-4 lg:grid-cols-12">
        <CompactTextArea {...field('notes')} rows={3} width="col-span-2 lg:col-span-8" />
        <CompactTextArea
          {...field('statusReason')}
          rows={3}
          hint={
            isDraft
              ? 'Where it is to be published as disputed: why.'
              : 'Why it is disputed or withdrawn; it stands beside the status.'
          }
          width="col-span-2 lg:col-span-4"
        />
        <CompactText
          {...field('reason')}
          placeholder={opened ? 'correction' : 'first report'}
          hint={isDraft ? undefined : 'Needed. Readers see it in the history.'}
          needed={!isDraft}
          width={isDraft ? 'col-span-2 lg:col-span-4' : 'col-span-2 lg:col-span-8'}
        />
      </div>

      <DoubtsSummary doubts={doubts} />

      <div className="sticky bottom-0 flex flex-wrap items-center gap-x-6 gap-y-2 border-ink border-t bg-paper py-3">
        <Button type="submit" name="step" value="save" disabled={isSending} aria-keyshortcuts="Control+S">
          {isDraft ? 'Save draft' : 'Save correction'}
        </Button>
        {removed ? (
          <p role="status" className="text-sm">
            {removed.sentence}{' '}
            <button
              id="undo-removal"
              type="button"
              className="min-h-11 underline underline-offset-4"
              onClick={() => tell({ type: 'undo' })}
            >
              Undo
            </button>
          </p>
        ) : null}
        <p className="hidden text-muted text-sm lg:block">
          Ctrl+S saves, Alt+S adds a salvo, Alt+A adds an assessment.{' '}
          {isDraft
            ? 'Nobody is told before it is published.'
            : 'Readers see the change and its reason in the history.'}
        </p>
      </div>

      <ChoiceLists choices={choices} country={values.country} />
    </form>
  );
}

function precisionHint(localDate: string): string {
  const known = { 10: 'Known to the day.', 7: 'Known to the month.', 4: 'Known to the year.' }[
    localDate.trim().length
  ];
  return known ?? '';
}

function helpFor(code: ErrorCode | null) {
  return code === 'unauthenticated'
    ? { href: '/sign-in', title: 'Sign in in another tab, then save again here' }
    : undefined;
}
