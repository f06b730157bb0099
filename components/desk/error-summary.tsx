import type { RefObject } from 'react';
import { labelOf, partOf, sentenceAt } from '@/lib/catalogue/event-form-labels';
import { needed } from '@/lib/catalogue/needed';
import type { FieldError } from '@/lib/errors';

/** What stops a form, at its top: each mistake a link to its field. */
export function ErrorSummary({
  ref,
  message,
  errors,
  help,
}: {
  ref?: RefObject<HTMLDivElement | null>;
  message: string;
  errors: FieldError[];
  help?: { href: string; title: string } | undefined;
}) {
  return (
    <div ref={ref} role="alert" tabIndex={-1} className="my-4 border-notice border-l-4 bg-surface px-4 py-3">
      <p className="font-medium">{message}</p>
      {help ? (
        <p className="mt-1 text-sm">
          <a href={help.href} target="_blank" rel="noopener" className="underline underline-offset-4">
            {help.title}
          </a>
        </p>
      ) : null}
      {errors.length > 0 ? (
        <ul className="mt-1 text-sm">
          {errors.map(({ path, message: text }) => (
            <li key={`${path} ${text}`}>
              <a
                href={`#${path}`}
                className="inline-block py-1 underline underline-offset-4"
                onClick={(event) => {
                  event.preventDefault();
                  document.getElementById(path)?.focus();
                }}
              >
                {[whereOf(path, text), sentenceAt(path, text)].filter(Boolean).join(': ')}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

/** The part, and the field where the message does not name it. */
function whereOf(path: string, message: string): string {
  return [partOf(path), message === needed ? labelOf(path) : ''].filter(Boolean).join(', ');
}

/** `3 fields need another look.` */
export function countOf(errors: FieldError[]): string {
  return errors.length === 1 ? '1 field needs another look.' : `${errors.length} fields need another look.`;
}
