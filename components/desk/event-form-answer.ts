import type { EditSince } from '@/lib/catalogue/edit-since';
import type { EventFormValues } from '@/lib/catalogue/event-form';
import type { ErrorCode, FieldError } from '@/lib/errors';

/** What the server answers: everything that was typed, and what is wrong with it. */
export type EventFormAnswer = {
  values: EventFormValues;
  errors: FieldError[];
  code: ErrorCode | null;
  message: string | null;
  /** Of the event, as its writer last saw it; empty for a new one. */
  slug: string;
  revision: string;
  /** What others made of the event meanwhile, where that is what stopped it. */
  since: EditSince | null;
};

export type EventFormAction = (before: EventFormAnswer, data: FormData) => Promise<EventFormAnswer>;
