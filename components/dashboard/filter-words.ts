import { missileClass } from '@/lib/catalogue/classes';
import { classWords } from '@/lib/catalogue/event-sentences';
import type { EventFilter } from '@/lib/filter/schema';
import { formatLongDate } from '@/lib/format/dates';
import { listInWords } from '@/lib/format/words';

/** Who and what a filter is about, in words: `North Korea: cruise missiles`, `All countries, all classes`. */
export function filterWords(filter: EventFilter, countries: { id: string; name: string }[]): string {
  const names = filter.country.map((id) => countries.find((country) => country.id === id)?.name ?? id);
  const classes = filter.class.map((id) => classWords(id, true));
  return `${listInWords(names) || 'All countries on record'}, ${listInWords(classes) || 'all classes'}`;
}

/**
 * What a headline counts under a filter: `subject` in the singular and plural, and what stands behind `rounds of tests`.
 * A headline is quoted without what stands around it, so it names class and country itself.
 */
export function headlineWords(filter: EventFilter, countries: { id: string; name: string }[]) {
  const [only] = filter.class;
  const name = filter.class.length === 1 && only && only !== 'unknown' ? missileClass(only).name : 'missile';
  const named = filter.country.map((id) => countries.find((country) => country.id === id)?.name ?? id);
  const by = named.length > 0 ? ` by ${listInWords(named)}` : '';
  const isNarrower = (filter.class.length > 0 && name === 'missile') || otherWords(filter) !== '';
  const whose = filter.accordingTo ? ` according to ${filter.accordingTo}` : '';
  return { one: name, many: `${name}s`, where: `${by}${isNarrower ? ' fitting the filter' : ''}${whose}` };
}

/** The span of a filter in words: `1 March 2017 to today`; empty for the whole catalogue. */
export function spanWords({ from, to }: Pick<EventFilter, 'from' | 'to'>): string {
  if (from && from === to) return formatLongDate(from);
  if (from && to) return `${formatLongDate(from)} to ${formatLongDate(to)}`;
  if (from) return `since ${formatLongDate(from)}`;
  return to ? `up to ${formatLongDate(to)}` : '';
}

/** What a filter asks for beyond country, class and span, which have fields of their own: `system hwasong-17`. */
export function otherWords(filter: EventFilter): string {
  const { family, system, site, outcome, status, q, minRangeKm, maxRangeKm, minApogeeKm, maxApogeeKm } =
    filter;
  const lists = { family, system, site, outcome, status };
  const numbers = {
    'distance from': minRangeKm,
    'distance up to': maxRangeKm,
    'apogee from': minApogeeKm,
    'apogee up to': maxApogeeKm,
  };
  return [
    ...Object.entries(lists).flatMap(([name, values]) =>
      values.length ? `${name} ${values.join(' or ')}` : [],
    ),
    ...Object.entries(numbers).flatMap(([name, value]) => (value === undefined ? [] : `${name} ${value} km`)),
    ...(q ? [`the words “${q}”`] : []),
  ].join('; ');
}
