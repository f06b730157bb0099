import type { EventChoices } from '@/lib/catalogue/event-form-input';
import type { ClassId } from '@/lib/catalogue/vocabulary';
import type { ContextOnRecord, DoubtBasis, EventOnRecord } from './doubt';

/** The catalogue as doubts look things up in it. */
export function toBasis(
  events: EventOnRecord[],
  contextItems: ContextOnRecord[],
  choices: EventChoices,
  positions: DoubtBasis['positions'],
): DoubtBasis {
  const basis: DoubtBasis = {
    choices,
    positions,
    byCountry: new Map(),
    byPage: new Map(),
    spans: new Map(),
  };
  for (const event of events) {
    put(basis.byCountry, event.country, event);
    for (const page of event.pages) put(basis.byPage, page, event);
    if (event.status !== 'draft' && event.status !== 'withdrawn') putSpans(basis.spans, event);
  }
  for (const item of contextItems) for (const page of item.pages) put(basis.byPage, page, item);
  return basis;
}

function putSpans(spans: DoubtBasis['spans'], { slug, figures }: EventOnRecord): void {
  const known = new Map<string, number[]>();
  for (const figure of ['distanceKm', 'apogeeKm'] as const)
    for (const salvo of figures) {
      const value = salvo[figure];
      if (value !== null) put(known, spanKey(figure, salvo.class), value);
    }
  for (const [key, values] of known)
    put(spans, key, { slug, min: Math.min(...values), max: Math.max(...values) });
}

export const spanKey = (figure: 'distanceKm' | 'apogeeKm', id: ClassId) => `${figure} ${id}`;

function put<T>(map: Map<string, T[]>, key: string, value: T): void {
  const known = map.get(key);
  if (known) known.push(value);
  else map.set(key, [value]);
}
