import type { ReactNode } from 'react';

/** A page's headline and the sentence under it. */
export function PageHeading({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="max-w-3xl pt-10 pb-6">
      <h1 className="text-4xl leading-tight">{title}</h1>
      {children ? (
        <div className="mt-3 font-reading text-lg text-muted leading-relaxed">{children}</div>
      ) : null}
    </div>
  );
}
