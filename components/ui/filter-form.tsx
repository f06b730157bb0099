'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useState, useTransition } from 'react';
import { ClassSwatch } from '@/components/charts/class-swatch';
import type { ClassId } from '@/lib/catalogue/vocabulary';
import { seriesOrder } from '@/lib/stats/series-order';
import { buttonClass } from './button';

/** What the form's own fields hold; '' is "any". */
export type FilterValues = {
  country: string;
  classes: ClassId[];
  from: string;
  to: string;
  asKnownOn: string;
  accordingTo: string;
};

type FilterFormProps = {
  /** The page that the form is sent to, by GET. */
  action: string;
  values: FilterValues;
  countries: { id: string; name: string }[];
  /** Of whom there is a claim on record. */
  assessors: string[];
  /** The rest of the page's query, which is sent along. */
  rest: [string, string][];
  /** Messages by field. */
  errors: Partial<Record<'class' | Exclude<keyof FilterValues, 'classes'>, string>>;
};

const control =
  'min-h-11 w-full border border-line-strong bg-paper px-3 text-base aria-invalid:border-notice';

/**
 * Country, class, span and standpoint. A plain form of GET; where there is JavaScript, a change applies at once and is a step of
 * the browser's history.
 */
export function FilterForm({ action, values, countries, assessors, rest, errors }: FilterFormProps) {
  const router = useRouter();
  const [isLoading, startTransition] = useTransition();
  const [draft, setDraft] = useState(values);
  const [shown, setShown] = useState(values);
  // The address has changed by other means than this form: a link, or the way back.
  if (JSON.stringify(shown) !== JSON.stringify(values)) {
    setShown(values);
    setDraft(values);
  }

  function change(part: Partial<FilterValues>) {
    const next = { ...draft, ...part };
    setDraft(next);
    if ([next.from, next.to, next.asKnownOn].every(isWholeDay)) go(next);
  }

  function go(next: FilterValues) {
    startTransition(() => router.push(addressOf(action, next, rest), { scroll: false }));
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    go(draft);
  }

  return (
    <form action={action} method="get" onSubmit={submit} aria-busy={isLoading} className="text-sm">
      {rest.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="grid grid-cols-2 gap-x-4 gap-y-3 md:grid-cols-[minmax(0,1.3fr)_minmax(0,1fr)_minmax(0,1fr)] md:items-start lg:grid-cols-[minmax(0,1.3fr)_repeat(3,minmax(0,1fr))_minmax(0,1.3fr)_auto]">
        <OneOf
          name="country"
          label="Country"
          any="All countries"
          options={countries}
          value={draft.country}
          error={errors.country}
          onChange={(country) => change({ country })}
        />
        {dateFields.map(({ name, label }) => (
          <Labelled key={name} name={name} label={label} error={errors[name]}>
            <input
              id={name}
              name={name}
              type="date"
              className={`${control} max-sm:px-2 max-sm:text-sm`}
              value={draft[name]}
              aria-invalid={errors[name] ? true : undefined}
              aria-describedby={errors[name] ? `${name}-error` : undefined}
              onChange={(event) => change({ [name]: event.target.value })}
            />
          </Labelled>
        ))}
        <OneOf
          name="accordingTo"
          label="According to"
          any="Figures of record"
          options={assessors.map((name) => ({ id: name, name }))}
          value={draft.accordingTo}
          error={errors.accordingTo}
          onChange={(accordingTo) => change({ accordingTo })}
        />
        <button
          type="submit"
          className={`${buttonClass('secondary')} max-md:col-span-2 md:mt-6 md:justify-self-start`}
        >
          Show
        </button>
      </div>
      <fieldset className="mt-4" aria-describedby={errors.class ? 'class-error' : undefined}>
        <legend className="mb-1 font-medium">
          Class <span className="font-normal text-muted">(none ticked: all)</span>
        </legend>
        <div className="flex flex-wrap gap-x-5">
          {seriesOrder.map((id) => (
            <label key={id} className="flex min-h-9 cursor-pointer items-center gap-1.5">
              <input
                type="checkbox"
                name="class"
                value={id}
                className="size-4 accent-accent"
                checked={draft.classes.includes(id)}
                onChange={(event) =>
                  change({
                    classes: seriesOrder.filter((other) =>
                      other === id ? event.target.checked : draft.classes.includes(other),
                    ),
                  })
                }
              />
              <ClassSwatch id={id} />
              {id === 'unknown' ? 'Unknown' : id}
            </label>
          ))}
        </div>
        <Message name="class" text={errors.class} />
      </fieldset>
    </form>
  );
}

const dateFields = [
  { name: 'from', label: 'From' },
  { name: 'to', label: 'To' },
  { name: 'asKnownOn', label: 'As known on' },
] as const;

type OneOfProps = {
  name: string;
  label: string;
  /** The choice that leaves it open. */
  any: string;
  options: { id: string; name: string }[];
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
};

/** One of a list, or any. What a link asks for beyond the list is one more choice, so that it is not lost. */
function OneOf({ name, label, any, options, value, error, onChange }: OneOfProps) {
  const isKnown = options.some((option) => option.id === value);
  return (
    <Labelled
      name={name}
      label={label}
      error={error}
      className={name === 'country' ? 'max-md:col-span-2' : ''}
    >
      <select
        id={name}
        name={name}
        className={control}
        value={value}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? `${name}-error` : undefined}
        onChange={(event) => onChange(event.target.value)}
      >
        <option value="">{any}</option>
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.name}
          </option>
        ))}
        {value && !isKnown ? <option value={value}>{value}</option> : null}
      </select>
    </Labelled>
  );
}

function Labelled({
  name,
  label,
  error,
  className = '',
  children,
}: {
  name: string;
  label: string;
  error: string | undefined;
  className?: string;
  children: React.ReactNode;
}) {
  return (
    <div className={className}>
      <label htmlFor={name} className="mb-1 block font-medium">
        {label}
      </label>
      {children}
      <Message name={name} text={error} />
    </div>
  );
}

function Message({ name, text }: { name: string; text: string | undefined }) {
  return text ? (
    <p id={`${name}-error`} role="alert" className="mt-1 font-medium text-notice">
      {text}
    </p>
  ) : null;
}

/** While a year is typed, a date field passes through the years 2, 20 and 201. */
function isWholeDay(value: string): boolean {
  return value === '' || value >= '1900';
}

function addressOf(action: string, values: FilterValues, rest: [string, string][]): string {
  const params = new URLSearchParams();
  if (values.country) params.set('country', values.country);
  if (values.classes.length > 0) params.set('class', values.classes.join(','));
  if (values.from) params.set('from', values.from);
  if (values.to) params.set('to', values.to);
  if (values.asKnownOn) params.set('asKnownOn', values.asKnownOn);
  if (values.accordingTo) params.set('accordingTo', values.accordingTo);
  for (const [name, value] of rest) params.set(name, value);
  const query = params.toString().replaceAll('%2C', ',');
  return query ? `${action}?${query}` : action;
}
