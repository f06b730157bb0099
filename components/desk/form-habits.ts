'use client';

import { useEffect, useRef } from 'react';

/** Ask before a page with unsaved entries is left. */
export function useWarningBeforeLeaving(isNeeded: boolean): void {
  useEffect(() => {
    if (!isNeeded) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [isNeeded]);
}

/** Ctrl+S (or Cmd+S) saves, Alt+S adds a salvo, Alt+A an assessment. */
export function useShortcuts(save: () => void, step: (what: string) => void): void {
  const latest = useRef(save);
  useEffect(() => {
    latest.current = save;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      // The key's place, since Alt changes the letter on some keyboards.
      const isSave = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 's';
      const isAdd = event.altKey && !event.ctrlKey && !event.metaKey;
      if (isSave) latest.current();
      else if (isAdd && event.code === 'KeyS') step('add salvos');
      else if (isAdd && event.code === 'KeyA') step('add assessments');
      else return;
      event.preventDefault();
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [step]);
}
