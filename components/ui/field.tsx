import type { ComponentProps, ReactNode } from 'react';

const control =
  'w-full min-h-11 border border-line-strong bg-paper px-3 py-2 text-base aria-invalid:border-notice aria-invalid:border-2';

type FieldProps = {
  label: string;
  /** Unique on the page; also the control's id. */
  name: string;
  hint?: string;
  error?: string;
  required?: boolean;
  children: ReactNode;
};

/** A label, its control, a hint, and the message that belongs to it. */
export function Field({ label, name, hint, error, required, children }: FieldProps) {
  return (
    <div>
      <label htmlFor={name} className="mb-1 block font-medium text-sm">
        {label}
        {required ? null : <span className="font-normal text-muted"> (optional)</span>}
      </label>
      {children}
      {hint ? (
        <p id={`${name}-hint`} className="mt-1 text-muted text-sm">
          {hint}
        </p>
      ) : null}
      {error ? (
        <p id={`${name}-error`} className="mt-1 font-medium text-notice text-sm">
          {error}
        </p>
      ) : null}
    </div>
  );
}

type Wiring = { name: string; hint?: string; error?: string };

/** What ties a control to its label, hint and message for a screen reader. */
function wiring({ name, hint, error }: Wiring) {
  const described = [hint ? `${name}-hint` : '', error ? `${name}-error` : ''].filter(Boolean).join(' ');
  return {
    id: name,
    name,
    'aria-invalid': error ? true : undefined,
    'aria-describedby': described || undefined,
  };
}

type Common = { label: string; name: string; hint?: string; error?: string; required?: boolean };

export function TextField({ label, name, hint, error, required, ...rest }: Common & ComponentProps<'input'>) {
  return (
    <Field label={label} name={name} hint={hint} error={error} required={required}>
      <input className={control} required={required} {...wiring({ name, hint, error })} {...rest} />
    </Field>
  );
}

export function TextAreaField({
  label,
  name,
  hint,
  error,
  required,
  ...rest
}: Common & ComponentProps<'textarea'>) {
  return (
    <Field label={label} name={name} hint={hint} error={error} required={required}>
      <textarea
        className={control}
        rows={3}
        required={required}
        {...wiring({ name, hint, error })}
        {...rest}
      />
    </Field>
  );
}

export function SelectField({
  label,
  name,
  hint,
  error,
  required,
  children,
  ...rest
}: Common & ComponentProps<'select'>) {
  return (
    <Field label={label} name={name} hint={hint} error={error} required={required}>
      <select className={control} required={required} {...wiring({ name, hint, error })} {...rest}>
        {children}
      </select>
    </Field>
  );
}
