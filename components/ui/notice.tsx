import type { ReactNode } from 'react';

/** A message about the whole page or form: what happened, and what to do. Never for decoration. */
export function Notice({
  title,
  tone = 'info',
  children,
}: {
  title: string;
  tone?: 'info' | 'problem';
  children?: ReactNode;
}) {
  return (
    <div
      role={tone === 'problem' ? 'alert' : 'status'}
      className={`my-4 border-l-4 bg-surface px-4 py-3 ${tone === 'problem' ? 'border-notice' : 'border-accent'}`}
    >
      <p className="font-medium">{title}</p>
      {children ? <div className="mt-1 text-sm">{children}</div> : null}
    </div>
  );
}
