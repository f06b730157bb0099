import type { EventFormValues } from '@/lib/catalogue/event-form';
import type { MergeRow } from '@/lib/catalogue/event-form-merge';
import { isApplied } from '@/lib/catalogue/event-form-patch';
import type { FieldError } from '@/lib/errors';
import type { FormState } from './event-form-state';

/** At each field that both changed: what the other one made of it, until one takes that. */
export function conflictErrors(meanwhile: FormState['meanwhile'], values: EventFormValues): FieldError[] {
  return (meanwhile?.rows ?? []).flatMap((row) => {
    const path = fieldOfRow(row, values);
    if (row.kind !== 'conflict' || path === null || isApplied(values, row.take)) return [];
    return [
      {
        path,
        message: `Changed meanwhile by ${meanwhile?.by} from ${row.was} to ${row.theirs}. Yours is kept.`,
      },
    ];
  });
}

/** The name of the field that a row is about, where it now stands; null where its part is not in the form. */
export function fieldOfRow({ at }: MergeRow, values: EventFormValues): string | null {
  if (at.list === null) return at.field;
  const place = values[at.list].findIndex(({ part }) => part === at.part);
  return place < 0 || at.field === '' ? null : `${at.list}.${place}.${at.field}`;
}
