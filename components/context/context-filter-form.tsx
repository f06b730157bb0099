import Link from 'next/link';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import type { ContextFilter } from '@/lib/catalogue/context-filter';
import { contextKindWords } from '@/lib/catalogue/context-words';
import { contextKinds } from '@/lib/catalogue/vocabulary';
import type { FieldError } from '@/lib/errors';

type Props = {
  filter: ContextFilter;
  errors: FieldError[];
  countries: { id: string; name: string }[];
  isFiltered: boolean;
};

/** Kind, country and span: a plain GET form. */
export function ContextFilterForm({ filter, errors, countries, isFiltered }: Props) {
  const errorOf = (name: string) => errors.find(({ path }) => path === name)?.message;
  return (
    <form
      // Its controls keep what they were given first: another filter is another form.
      key={JSON.stringify(filter)}
      action="/context"
      method="get"
      className="grid grid-cols-2 items-start gap-x-4 gap-y-3 border-line border-y py-4 text-sm lg:grid-cols-[16rem_14rem_10rem_10rem_auto]"
    >
      <Choice name="kind" label="Kind" all="All kinds" values={filter.kind} error={errorOf('kind')}>
        {contextKinds.map((kind) => [kind, contextKindWords[kind]])}
      </Choice>
      <Choice
        name="country"
        label="Country"
        all="All countries"
        values={filter.country}
        error={errorOf('country')}
      >
        {countries.map(({ id, name }) => [id, name])}
      </Choice>
      {(['from', 'to'] as const).map((name) => (
        <Labelled key={name} name={name} label={{ from: 'From', to: 'To' }[name]} error={errorOf(name)}>
          <input type="date" defaultValue={filter[name]} {...wiring(name, errorOf(name))} />
        </Labelled>
      ))}
      <p className="col-span-2 flex flex-wrap items-center gap-x-4 lg:col-span-1 lg:mt-6">
        <Button type="submit" look="secondary">
          Show
        </Button>
        {isFiltered ? (
          <Link
            href="/context"
            prefetch={false}
            className="inline-flex min-h-11 items-center underline underline-offset-4"
          >
            Show all
          </Link>
        ) : null}
      </p>
    </form>
  );
}

type LabelledProps = { name: string; label: string; error: string | undefined; children: ReactNode };

function Labelled({ name, label, error, children }: LabelledProps) {
  return (
    <div className="min-w-0">
      <label htmlFor={name} className="mb-1 block font-medium">
        {label}
      </label>
      {children}
      {error ? (
        <p id={`${name}-error`} className="mt-1 font-medium text-notice">
          {error}
        </p>
      ) : null}
    </div>
  );
}

function wiring(name: string, error: string | undefined) {
  return {
    id: name,
    name,
    'aria-invalid': error ? true : undefined,
    'aria-describedby': error ? `${name}-error` : undefined,
    className:
      'w-full min-w-0 min-h-11 border border-line-strong bg-paper px-2 py-2 text-base aria-invalid:border-2 aria-invalid:border-notice',
  };
}

type ChoiceProps = Omit<LabelledProps, 'children'> & {
  all: string;
  values: readonly string[];
  children: [id: string, words: string][];
};

/** One, or all. Several, out of a link, stand together as one more choice, so that none is lost. */
function Choice({ name, label, all, values, error, children }: ChoiceProps) {
  const wordsOf = new Map(children);
  const isOwn = values.length > 1 || (values[0] !== undefined && !wordsOf.has(values[0]));
  return (
    <Labelled name={name} label={label} error={error}>
      <select defaultValue={values.join(',')} {...wiring(name, error)}>
        <option value="">{all}</option>
        {isOwn ? (
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
    </Labelled>
  );
}
