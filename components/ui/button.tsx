import type { ComponentProps } from 'react';

type Look = 'primary' | 'secondary' | 'quiet';

const looks: Record<Look, string> = {
  primary: 'bg-accent text-accent-ink hover:opacity-90',
  secondary: 'border border-line-strong hover:bg-surface',
  quiet: 'underline underline-offset-4 hover:no-underline',
};

/** The classes of a button, for a link that acts as one. */
export function buttonClass(look: Look = 'primary'): string {
  return `inline-flex min-h-11 items-center justify-center gap-2 px-4 text-sm font-medium disabled:opacity-50 ${looks[look]}`;
}

export function Button({
  look = 'primary',
  className = '',
  type = 'button',
  ...rest
}: ComponentProps<'button'> & { look?: Look }) {
  return <button type={type} className={`${buttonClass(look)} ${className}`} {...rest} />;
}
