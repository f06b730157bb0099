import type { EventFormValues } from '@/lib/catalogue/event-form';

/** A form with these fields. */
export function formOf(fields: Record<string, string>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
}

/** What the browser sends for an event's form. @param fields of the form beside what is typed: slug, revision, step */
export function eventFormData(values: EventFormValues, fields: Record<string, string> = {}): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(values)) {
    if (typeof value === 'string') data.set(name, value);
    else
      for (const [place, part] of value.entries())
        for (const [field, text] of Object.entries(part)) data.set(`${name}.${place}.${field}`, text);
  }
  for (const [name, value] of Object.entries(fields)) data.set(name, value);
  return data;
}
