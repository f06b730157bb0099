import { missileClass } from '@/lib/catalogue/classes';
import { formatKm, formatNumber } from '@/lib/format/numbers';
import { spanKey } from './basis';
import type { Doubt, DoubtBasis, EnteredEvent, EnteredSalvo } from './doubt';

/** Of fewer events nothing can be said about what is usual. */
const enoughEvents = 5;

const figures = {
  distanceKm: { above: 'farther', below: 'shorter' },
  apogeeKm: { above: 'higher', below: 'lower' },
} as const;
type Figure = keyof typeof figures;

/**
 * Distances and apogees beyond what is on record for the class, over all events that are public and not withdrawn, where there
 * are five or more. What a class is designed for is told, but raises no doubt: lofted flights are on record as they were.
 * Example: an SRBM of 1,200 km, against 50 to 800 km in 75 events.
 */
export function figuresOffRecord({ slug, salvos }: EnteredEvent, basis: DoubtBasis): Doubt[] {
  return salvos.flatMap((salvo) =>
    (Object.keys(figures) as Figure[]).flatMap((figure) => offRecord(figure, salvo, slug, basis) ?? []),
  );
}

function offRecord(
  figure: Figure,
  salvo: EnteredSalvo,
  slug: string | null,
  { spans }: DoubtBasis,
): Doubt | null {
  const value = salvo[figure];
  if (value === null || salvo.class === null || salvo.class === 'unknown') return null;
  const all = spans.get(spanKey(figure, salvo.class)) ?? [];
  if (isWithinTwo(all, value, slug)) return null;
  const known = all.filter((span) => span.slug !== slug);
  if (known.length < enoughEvents) return null;
  const min = known.reduce((least, span) => Math.min(least, span.min), Number.POSITIVE_INFINITY);
  const max = known.reduce((most, span) => Math.max(most, span.max), Number.NEGATIVE_INFINITY);
  if (value >= min && value <= max) return null;
  const how = figures[figure][value > max ? 'above' : 'below'];
  return {
    kind: 'figure-off-record',
    key: ['figure-off-record', figure, salvo.class, value].join('|'),
    path: salvo.path + figure,
    message: `${formatKm(value)} is ${how} than any ${salvo.class} on record: ${formatNumber(min)} to ${formatKm(max)} in ${known.length} events.${byDesign(figure, salvo)}`,
  };
}

/** Whether two other events alone show that a figure is not beyond the record, as it is with nearly all of them. */
function isWithinTwo(
  spans: { slug: string; min: number; max: number }[],
  value: number,
  slug: string | null,
) {
  const other = (fits: (span: { min: number; max: number }) => boolean) =>
    spans.some((span) => span.slug !== slug && fits(span));
  return other(({ min }) => min <= value) && other(({ max }) => max >= value);
}

function byDesign(figure: Figure, { class: id, distanceKm }: EnteredSalvo): string {
  const limit = id === null ? null : missileClass(id).maxRangeKm;
  if (figure !== 'distanceKm' || limit === null || distanceKm === null || distanceKm < limit) return '';
  return ` By its design the class ends at ${formatKm(limit)}.`;
}
