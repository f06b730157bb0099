import type { Standpoint } from '@/lib/filter/schema';

/** Carries the standpoint of a page along in a form that has no control for it. */
export function HiddenStandpoint({ asKnownOn, accordingTo }: Standpoint) {
  return (
    <>
      {asKnownOn ? <input type="hidden" name="asKnownOn" value={asKnownOn} /> : null}
      {accordingTo ? <input type="hidden" name="accordingTo" value={accordingTo} /> : null}
    </>
  );
}
