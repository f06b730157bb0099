import type { RefObject } from 'react';
import type { EventFormValues } from '@/lib/catalogue/event-form';
import type { MergeRow } from '@/lib/catalogue/event-form-merge';
import { type FormPatch, isApplied } from '@/lib/catalogue/event-form-patch';
import { plural } from '@/lib/format/numbers';
import { fieldOfRow } from './merge-errors';

type Props = {
  ref?: RefObject<HTMLDivElement | null>;
  by: string;
  rows: MergeRow[];
  values: EventFormValues;
  onChoose: (patch: FormPatch) => void;
};

/**
 * What somebody else changed while one was typing, field by field, with the choice between the two. Without scripts a choice
 * is sent with the next save.
 */
export function MergePanel({ ref, by, rows, values, onChoose }: Props) {
  const numbered = rows.map((row, place) => ({ row, place }));
  const groups = [
    {
      title: 'You both changed',
      help: 'Yours stands in the form until you take theirs.',
      rows: numbered.filter(({ row }) => row.kind === 'conflict'),
    },
    {
      title: `Only ${by} changed`,
      help: 'Theirs stands in the form already.',
      rows: numbered.filter(({ row }) => row.kind === 'taken'),
    },
  ].filter((group) => group.rows.length > 0);
  const conflicts = rows.filter((row) => row.kind === 'conflict').length;
  return (
    <section
      ref={ref}
      aria-label="Changed meanwhile"
      tabIndex={-1}
      className="my-4 border-notice border-l-4 bg-surface px-4 py-3"
    >
      <p className="font-medium">{by} changed this event after you opened it. Nothing of yours is lost.</p>
      <p className="mt-1 text-sm">
        {conflicts > 0
          ? `${plural(conflicts, 'field was', 'fields were')} changed by both of you. `
          : 'None of it is what you changed. '}
        Look through, then save again: it is saved as the form below has it.
      </p>
      {groups.map(({ title, help, rows: own }) => (
        <fieldset key={title} className="mt-4">
          <legend className="font-medium text-sm">
            {title}
            <span className="font-normal text-muted">. {help}</span>
          </legend>
          <ul className="mt-1">
            {own.map(({ row, place }) => (
              <Row
                key={`${place} ${row.label}`}
                row={row}
                place={place}
                by={by}
                values={values}
                onChoose={onChoose}
              />
            ))}
          </ul>
        </fieldset>
      ))}
    </section>
  );
}

type RowProps = {
  row: MergeRow;
  place: number;
  by: string;
  values: EventFormValues;
  onChoose: Props['onChoose'];
};

function Row({ row, place, by, values, onChoose }: RowProps) {
  const field = fieldOfRow(row, values);
  const isTheirs = isApplied(values, row.take);
  const choice = (words: string, who: string, patch: FormPatch, isChosen: boolean, isUsual: boolean) => (
    <label className="flex min-h-11 items-baseline gap-2 py-2 lg:min-h-8 lg:py-1">
      <input
        type="radio"
        name={`choice.${place}`}
        // What the form has anyway needs no sending: what is typed over it must stand.
        value={isUsual ? '' : JSON.stringify(patch)}
        checked={isChosen}
        onChange={() => onChoose(patch)}
        className="size-4 shrink-0 translate-y-0.5 accent-accent"
      />
      <span className="min-w-0 [overflow-wrap:anywhere]">
        {words} <span className="text-muted">{who}</span>
      </span>
    </label>
  );
  return (
    <li>
      <fieldset
        aria-label={row.label}
        className="grid gap-x-6 border-line border-t py-1 text-sm sm:grid-cols-2 lg:grid-cols-[14rem_1fr_1fr_1fr]"
      >
        <span className="py-2 font-medium lg:py-1">
          {field ? (
            <a
              href={`#${field}`}
              className="underline underline-offset-4"
              onClick={(event) => {
                event.preventDefault();
                document.getElementById(field)?.focus();
              }}
            >
              {row.label}
            </a>
          ) : (
            row.label
          )}
        </span>
        <span className="min-w-0 py-2 text-muted [overflow-wrap:anywhere] lg:py-1">was {row.was}</span>
        {choice(row.theirs, `by ${by}`, row.take, isTheirs, row.kind === 'taken')}
        {choice(
          row.mine ?? row.was,
          row.mine === null ? 'as it was' : 'yours',
          row.keep,
          !isTheirs && isApplied(values, row.keep),
          row.kind === 'conflict',
        )}
      </fieldset>
    </li>
  );
}
