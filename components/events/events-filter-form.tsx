import Link from 'next/link';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { missileClasses } from '@/lib/catalogue/classes';
import { outcomeWords, statusWords } from '@/lib/catalogue/event-sentences';
import { type ClassId, outcomes } from '@/lib/catalogue/vocabulary';
import type { FieldError } from '@/lib/errors';
import { type EventFilter, visibleStatuses } from '@/lib/filter/schema';
import { ClassMark } from './class-mark';

type Props = {
  filter: EventFilter;
  errors: FieldError[];
  countries: { id: string; name: string }[];
  /** Of whom there is a claim on record. */
  assessors: string[];
  /** Values that the form has no control for; they are kept when it is sent. */
  kept: { key: string; value: string }[];
  /** `-localDate`, where another order than the usual one is on. */
  sort: string | null;
  /** Whether it is open on a narrow screen though nothing is set. */
  isOpen: boolean;
  /** The list without a filter, from the same standpoint; null where there is nothing to clear. */
  clearHref: string | null;
};

/** The filter of the table: a plain GET form. On a narrow screen it folds away, and is open while something is set. */
export function EventsFilterForm(props: Props) {
  const { filter, errors, countries, assessors, kept, sort, isOpen, clearHref } = props;
  const errorOf = (name: string) => errors.find((error) => error.path === name)?.message;
  return (
    <details
      open={isOpen || clearHref !== null || errors.length > 0}
      className="border-line border-y py-3 lg:py-5 lg:[&::details-content]:[block-size:auto] lg:[&::details-content]:[content-visibility:visible]"
    >
      <summary className="min-h-8 cursor-pointer py-1 font-medium text-sm lg:supports-[selector(::details-content)]:hidden">
        Filter by words, country, class, outcome, status and date; look back to a day, or by one assessor
      </summary>
      <form action="/events" method="get" className="grid gap-5 pt-4 lg:pt-0">
        <div className="grid grid-cols-2 gap-4 md:grid-cols-4">
          <FilterField label="Words" name="q" error={errorOf('q')} className="col-span-2 md:col-span-1">
            <input
              type="search"
              maxLength={200}
              defaultValue={filter.q}
              placeholder="KN-23, Sohae …"
              {...wiring('q', errorOf('q'))}
            />
          </FilterField>
          <Choice
            name="country"
            label="Country"
            values={filter.country}
            error={errorOf('country')}
            className="max-md:col-span-2"
          >
            {countries.map(({ id, name }) => [id, name])}
          </Choice>
          <Choice name="outcome" label="Outcome" values={filter.outcome} error={errorOf('outcome')}>
            {outcomes.map((id) => [id, outcomeWords[id]])}
          </Choice>
          <Choice name="status" label="Status" values={filter.status} error={errorOf('status')}>
            {visibleStatuses.map((id) => [id, statusWords[id].word])}
          </Choice>
          <FilterField label="From" name="from" error={errorOf('from')}>
            <input type="date" defaultValue={filter.from} {...wiring('from', errorOf('from'))} />
          </FilterField>
          <FilterField label="To" name="to" error={errorOf('to')}>
            <input type="date" defaultValue={filter.to} {...wiring('to', errorOf('to'))} />
          </FilterField>
          <FilterField label="As known on" name="asKnownOn" error={errorOf('asKnownOn')}>
            <input
              type="date"
              defaultValue={filter.asKnownOn}
              {...wiring('asKnownOn', errorOf('asKnownOn'))}
            />
          </FilterField>
          <Choice
            name="accordingTo"
            label="According to"
            any="Figures of record"
            values={filter.accordingTo ? [filter.accordingTo] : []}
            error={errorOf('accordingTo')}
          >
            {assessors.map((name) => [name, name])}
          </Choice>
        </div>
        <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
          <ClassChoice chosen={filter.class} error={errorOf('class')} />
          <p className="flex flex-wrap items-center gap-4">
            <Button type="submit">Show</Button>
            {clearHref ? (
              <Link
                href={clearHref}
                className="inline-flex min-h-11 items-center text-sm underline underline-offset-4"
              >
                Clear the filter
              </Link>
            ) : null}
          </p>
        </div>
        {kept.map(({ key, value }) => (
          <input key={key} type="hidden" name={key} value={value} />
        ))}
        {sort ? <input type="hidden" name="sort" value={sort} /> : null}
      </form>
    </details>
  );
}

/** A control of a filter: everything in it may be left open, so nothing is marked as optional. */
function FilterField({
  label,
  name,
  error,
  className = '',
  children,
}: {
  label: string;
  name: string;
  error?: string;
  className?: string;
  children: ReactNode;
}) {
  return (
    <div className={`min-w-0 ${className}`}>
      <label htmlFor={name} className="mb-1 block font-medium text-sm">
        {label}
      </label>
      {children}
      {error ? (
        <p id={`${name}-error`} className="mt-1 font-medium text-notice text-sm">
          {error}
        </p>
      ) : null}
    </div>
  );
}

function wiring(name: string, error?: string) {
  return {
    id: name,
    name,
    'aria-invalid': error ? true : undefined,
    'aria-describedby': error ? `${name}-error` : undefined,
    className:
      'w-full min-w-0 min-h-11 border border-line-strong bg-paper px-3 py-2 text-base aria-invalid:border-2 aria-invalid:border-notice',
  };
}

type ChoiceProps = {
  name: string;
  label: string;
  /** The choice that leaves it open. */
  any?: string;
  values: readonly string[];
  error?: string;
  className?: string;
  children: [id: string, words: string][];
};

/** One of a list, or any. What else a link asks for stands as one more choice, so that nothing is lost. */
function Choice({ name, label, any = 'Any', values, error, className, children }: ChoiceProps) {
  const wordsOf = new Map(children);
  return (
    <FilterField label={label} name={name} error={error} className={className}>
      <select defaultValue={values.join(',')} {...wiring(name, error)}>
        <option value="">{any}</option>
        {values.length > 0 && !wordsOf.has(values.join(',')) ? (
          <option value={values.join(',')}>
            {values.map((value) => wordsOf.get(value) ?? value).join(', ')}
          </option>
        ) : null}
        {children.map(([id, words]) => (
          <option key={id} value={id}>
            {words}
          </option>
        ))}
      </select>
    </FilterField>
  );
}

function ClassChoice({ chosen, error }: { chosen: readonly ClassId[]; error?: string }) {
  return (
    <fieldset aria-describedby={error ? 'class-error' : undefined}>
      <legend className="mb-1 font-medium text-sm">Class</legend>
      <div className="flex flex-wrap gap-x-5">
        {missileClasses.map(({ id }) => (
          <label key={id} className="inline-flex min-h-9 items-center gap-2 text-sm">
            <input
              type="checkbox"
              name="class"
              value={id}
              defaultChecked={chosen.includes(id)}
              className="size-4 accent-accent"
            />
            <ClassMark id={id} />
          </label>
        ))}
      </div>
      {error ? (
        <p id="class-error" className="mt-1 font-medium text-notice text-sm">
          {error}
        </p>
      ) : null}
    </fieldset>
  );
}
