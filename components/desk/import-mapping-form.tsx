'use client';

import { startTransition, useActionState } from 'react';
import { Button } from '@/components/ui/button';
import { SelectField, TextField } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { claimFieldLabels, claimFields } from '@/lib/catalogue/import/mapping';
import type { SampledSheet } from '@/lib/catalogue/import/upload-queries';

export type MappingAnswer = {
  message: string;
  errors: { path: string; message: string }[];
  values: Record<string, string>;
} | null;

type Props = {
  action: (before: MappingAnswer, data: FormData) => Promise<MappingAnswer>;
  id: number;
  sheet: SampledSheet;
  countries: { id: string; name: string }[];
  /** What is chosen at first, by the names of the form's fields. */
  initial: Record<string, string>;
};

/** What each column of a file is, said by hand once. What was chosen stays when it is refused. */
export function ImportMappingForm({ action, id, sheet, countries, initial }: Props) {
  const [answer, send, isSending] = useActionState(action, null);
  const values = answer?.values ?? initial;
  const errorOf = (name: string) => answer?.errors.find(({ path }) => path.split('.')[0] === name)?.message;
  return (
    <form
      action={send}
      onSubmit={(event) => {
        event.preventDefault();
        const data = new FormData(event.currentTarget);
        if (!isSending) startTransition(() => send(data));
      }}
      aria-busy={isSending}
      className="mt-6"
    >
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="sheet" value={sheet.name} />
      <div className="grid max-w-4xl gap-5 sm:grid-cols-2">
        <TextField
          label="Whose claims these are"
          name="assessor"
          required
          maxLength={120}
          defaultValue={values.assessor ?? ''}
          hint="An assessor: CNS, Japan MOD, your institute. The figures are recorded as theirs."
          error={errorOf('assessor')}
        />
        <SelectField
          label="Country"
          name="country"
          required
          defaultValue={values.country ?? 'KP'}
          hint="Where no column says it."
          error={errorOf('country')}
        >
          {countries.map((country) => (
            <option key={country.id} value={country.id}>
              {country.name}
            </option>
          ))}
        </SelectField>
        <SelectField
          label="A row is"
          name="rowIs"
          required
          defaultValue={values.rowIs ?? 'missile'}
          hint="Equal rows one after the other are put together."
          error={errorOf('rowIs')}
        >
          <option value="missile">one missile</option>
          <option value="salvo">one salvo, with a number of missiles</option>
        </SelectField>
        <SelectField
          label="Dates and times are"
          name="clock"
          required
          defaultValue={values.clock ?? 'local'}
          hint="It decides the day of a launch in the evening."
          error={errorOf('clock')}
        >
          <option value="local">of the country’s own clock</option>
          <option value="utc">in UTC</option>
        </SelectField>
      </div>
      <h2 className="mt-8 mb-2 text-xl">The columns of {sheet.name}</h2>
      {errorOf('columns') ? (
        <p className="mb-2 font-medium text-notice text-sm">{errorOf('columns')}</p>
      ) : null}
      <table className="w-full max-w-4xl border-line border-t text-sm">
        <thead className="sr-only">
          <tr>
            <th scope="col">Column, and an example</th>
            <th scope="col">What it is</th>
          </tr>
        </thead>
        <tbody>
          {sheet.columns.map((column, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other identity than their place.
            <tr key={place} className="border-line border-b align-baseline">
              <td className="w-1/2 py-2 pr-4">
                <label htmlFor={`column.${place}`} className="block font-medium">
                  {column || `Column ${place + 1}, without a name`}
                </label>
                <span className="break-words text-muted">{sheet.examples[place] ?? 'empty'}</span>
              </td>
              <td className="py-2">
                <select
                  id={`column.${place}`}
                  name={`column.${place}`}
                  defaultValue={values[`column.${place}`] ?? ''}
                  className="min-h-11 w-full border border-line-strong bg-paper px-2 text-base sm:text-sm"
                >
                  <option value="">is not read</option>
                  {claimFields.map((field) => (
                    <option key={field} value={field}>
                      {claimFieldLabels[field]}
                    </option>
                  ))}
                </select>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {answer ? <Notice tone="problem" title={answer.message} /> : null}
      <p className="mt-5">
        <Button type="submit">Read the file by this</Button>
      </p>
      <p className="mt-2 text-muted text-sm">
        It is remembered for files with the same columns. Nothing is imported yet.
      </p>
    </form>
  );
}
