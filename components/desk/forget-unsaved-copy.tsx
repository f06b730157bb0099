'use client';

import { useEffect } from 'react';
import { forgetUnsavedCopy } from './use-unsaved-copy';

/** On the page that follows a save: what was kept in the browser is kept by the catalogue now. */
export function ForgetUnsavedCopy({ id }: { id: string }) {
  useEffect(() => forgetUnsavedCopy(id), [id]);
  return null;
}
