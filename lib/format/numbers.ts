const whole = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 });

/** A count of missiles within an event: `max` null means "at least `min`"; `text` is the word that was reported. */
export type Count = { min: number; max: number | null; text: string | null };

/** `1,041`; one decimal at most; `unknown` for null. */
export function formatNumber(value: number | null): string {
  return value === null ? 'unknown' : whole.format(value);
}

/** `3`, `2–4`, `≥3`, `several`: never more exact than what was reported. */
export function formatCount({ min, max, text }: Count): string {
  if (text) return text;
  if (max === null) return `≥${whole.format(min)}`;
  return min === max ? whole.format(min) : `${whole.format(min)}–${whole.format(max)}`;
}

/** A sum of counts: `339`, or `≥341` where a part of it is open-ended. */
export function formatSum(count: number, openEnded: boolean): string {
  return openEnded ? `≥${whole.format(count)}` : whole.format(count);
}

/** `760 km`, or `unknown`. */
export function formatKm(value: number | null): string {
  return value === null ? 'unknown' : `${whole.format(value)} km`;
}

/** `76 per cent`. `share` runs from 0 to 1. */
export function formatShare(share: number | null): string {
  return share === null ? 'unknown' : `${Math.round(share * 100)} per cent`;
}

/** `76%`, for tables; never 0% or 100% of what is not none or all. `share` runs from 0 to 1. */
export function formatPercent(share: number): string {
  if (share > 0 && share < 0.01) return '<1%';
  if (share < 1 && share > 0.99) return '>99%';
  return `${Math.round(share * 100)}%`;
}

/** `first`, `second`, … `tenth`, then `11th`. */
export function ordinal(n: number): string {
  const words = [
    'first',
    'second',
    'third',
    'fourth',
    'fifth',
    'sixth',
    'seventh',
    'eighth',
    'ninth',
    'tenth',
  ];
  const word = words[n - 1];
  if (word) return word;
  const suffix = { one: 'st', two: 'nd', few: 'rd', other: 'th', zero: 'th', many: 'th' };
  return `${whole.format(n)}${suffix[new Intl.PluralRules('en', { type: 'ordinal' }).select(n)]}`;
}

/** `1 missile`, `3 missiles`. */
export function plural(n: number, one: string, many: string = `${one}s`): string {
  return `${whole.format(n)} ${n === 1 ? one : many}`;
}
