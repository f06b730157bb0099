import type { ChangeEvent, ReactNode } from 'react';
import { labelOf, sentenceAt } from '@/lib/catalogue/event-form-labels';

export type Change = (name: string, value: string) => void;

export type FieldProps = {
  /** The field's path, `salvos.0.countMin`: its name, and its id. */
  name: string;
  value: string;
  error?: string | undefined;
  hint?: ReactNode;
  /** Columns of the twelve that it takes on a wide screen, and whether it takes half of a narrow one. */
  width?: string;
  onChange: Change;
};

const control =
  'w-full scroll-my-24 min-h-11 lg:min-h-9 border border-line-strong bg-paper px-2 py-1 text-base lg:text-sm aria-invalid:border-2 aria-invalid:border-notice';

type Entry = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

function wiring({ name, value, error, hint, onChange }: FieldProps) {
  const described = [hint ? `${name}-hint` : '', error ? `${name}-error` : ''].filter(Boolean).join(' ');
  return {
    id: name,
    name,
    value,
    className: control,
    onChange: (event: ChangeEvent<Entry>) => onChange(name, event.target.value),
    'aria-invalid': error ? true : undefined,
    'aria-describedby': described || undefined,
  };
}

/** A label, a control, and under it a hint and the message that belongs to it, as tight as a form of forty fields needs. */
function Compact({
  name,
  error,
  hint,
  width = 'col-span-2 lg:col-span-3',
  children,
}: FieldProps & { children: ReactNode }) {
  return (
    <div className={width}>
      <label htmlFor={name} className="mb-0.5 block font-medium text-muted text-xs">
        {labelOf(name)}
      </label>
      {children}
      {hint ? (
        <p id={`${name}-hint`} className="mt-0.5 text-muted text-xs">
          {hint}
        </p>
      ) : null}
      {error ? (
        <p id={`${name}-error`} className="mt-0.5 font-medium text-notice text-sm">
          {sentenceAt(name, error)}
        </p>
      ) : null}
    </div>
  );
}

type TextProps = FieldProps & {
  list?: string;
  inputMode?: 'decimal' | 'numeric' | 'url';
  type?: 'text' | 'date';
  placeholder?: string;
  needed?: boolean;
};

export function CompactText({ list, inputMode, type = 'text', placeholder, needed, ...field }: TextProps) {
  return (
    <Compact {...field}>
      <input
        {...wiring(field)}
        type={type}
        list={list}
        inputMode={inputMode}
        placeholder={placeholder}
        aria-required={needed}
        autoComplete="off"
      />
    </Compact>
  );
}

export function CompactSelect({
  children,
  needed,
  ...field
}: FieldProps & { children: ReactNode; needed?: boolean }) {
  return (
    <Compact {...field}>
      <select {...wiring(field)} aria-required={needed}>
        {children}
      </select>
    </Compact>
  );
}

export function CompactTextArea({
  rows = 2,
  needed,
  ...field
}: FieldProps & { rows?: number; needed?: boolean }) {
  return (
    <Compact {...field}>
      <textarea {...wiring(field)} rows={rows} aria-required={needed} />
    </Compact>
  );
}

/** A box to tick, in line with the controls beside it. */
export function CompactCheck({ name, value, width, onChange }: FieldProps) {
  return (
    <div className={`pt-[1.125rem] ${width ?? ''}`}>
      <label className="flex min-h-11 items-center gap-2 text-sm lg:min-h-9">
        <input
          type="checkbox"
          id={name}
          name={name}
          checked={value !== ''}
          onChange={(event) => onChange(name, event.target.checked ? 'on' : '')}
          className="size-4 accent-accent"
        />
        {labelOf(name)}
      </label>
    </div>
  );
}
