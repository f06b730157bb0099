'use client';

import { useEffect, useRef, useState } from 'react';
import { asEventForm, type EventFormValues } from '@/lib/catalogue/event-form';

const keyOf = (id: string) => `apogee-unsaved-event:${id}`;
const pauseMs = 400;

/** What was typed, and the revision of the event that it was typed into; empty for a new event. */
export type UnsavedCopy = { values: EventFormValues; revision: string };

/**
 * Keep what is typed in this browser until it is saved: it outlives a reload, an expired sign-in and a closed tab.
 * @param id the event's slug, or `new`
 * @returns a copy from an earlier visit, to be offered, until `settle` is called
 */
export function useUnsavedCopy(
  id: string,
  initial: EventFormValues,
  { values, revision }: UnsavedCopy,
  isChanged: boolean,
) {
  const [found, setFound] = useState<UnsavedCopy | null>(null);
  const opened = useRef(initial);

  useEffect(() => {
    const kept = read(id);
    if (kept && JSON.stringify(kept.values) !== JSON.stringify(asEventForm(opened.current))) setFound(kept);
  }, [id]);

  useEffect(() => {
    if (!isChanged) return;
    const timer = setTimeout(() => write(id, { values, revision }), pauseMs);
    return () => clearTimeout(timer);
  }, [id, values, revision, isChanged]);

  return {
    found,
    settle: (forget: boolean) => {
      setFound(null);
      if (forget) forgetUnsavedCopy(id);
    },
  };
}

export function forgetUnsavedCopy(id: string): void {
  try {
    localStorage.removeItem(keyOf(id));
  } catch {
    // Storage is switched off in this browser: then there is no copy either.
  }
}

function read(id: string): UnsavedCopy | null {
  try {
    const kept = JSON.parse(localStorage.getItem(keyOf(id)) ?? 'null');
    const values = asEventForm(kept?.values);
    return values && { values, revision: String(kept.revision ?? '') };
  } catch {
    return null; // no storage, or something else wrote there
  }
}

function write(id: string, copy: UnsavedCopy): void {
  try {
    localStorage.setItem(keyOf(id), JSON.stringify(copy));
  } catch {
    // No storage, or full: the warning before leaving the page still holds.
  }
}
