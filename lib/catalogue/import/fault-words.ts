import type { FieldError } from '@/lib/errors';

/** A message of the schemas, as it stands beside a cell. Where zod says what it got, that is of no use to anyone. */
export function changeFault({ message }: FieldError): string {
  if (/received (undefined|null)$/.test(message)) return 'There is nothing here, and something is needed.';
  if (/^Invalid (option|input)/.test(message)) {
    const options = /one of (.+)$/.exec(message)?.[1];
    return options
      ? `This is none of ${options.replaceAll('"', '').replaceAll('|', ', ')}.`
      : 'This does not fit here.';
  }
  return /^[a-z]/.test(message) ? `This ${message}.` : message;
}
