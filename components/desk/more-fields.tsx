'use client';

import { type ReactNode, useState, useSyncExternalStore } from 'react';

const never = () => () => {};

/**
 * Fields that most entries leave empty, behind a line that opens them. Without scripts they are in the page, folded;
 * with them they are left out of it until they are wanted, so that a form of many parts stays quick.
 */
export function MoreFields({
  title,
  inUse,
  children,
}: {
  title: string;
  inUse: boolean;
  children: ReactNode;
}) {
  const hasScripts = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  const [isOpen, setOpen] = useState(inUse);
  return (
    <details
      className="mt-3"
      open={isOpen || undefined}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary className="min-h-11 cursor-pointer py-2 text-sm underline-offset-4 hover:underline lg:min-h-0 lg:py-1">
        {title}
      </summary>
      {isOpen || inUse || !hasScripts ? <div className="pt-2">{children}</div> : null}
    </details>
  );
}
