/** A part of the earlier list and what became of it in the later one, as places from 0; null where there is none. */
export type PartMatch = { from: number | null; to: number | null };

/**
 * Which part of a list became which, so that a salvo put in front of the others does not look like a change of them all.
 * @param keys what tells parts apart, the surest first: each is tried on what the ones before left over
 * @returns the later list in its order, then what is gone
 */
export function matchParts<T>(before: T[], after: T[], keys: ((part: T) => string)[]): PartMatch[] {
  const becameOf = new Map<number, number>();
  const left = new Set(before.keys());
  for (const key of keys) {
    after.forEach((part, to) => {
      if (becameOf.has(to)) return;
      const from = [...left].find((place) => key(before[place] as T) === key(part));
      if (from === undefined) return;
      becameOf.set(to, from);
      left.delete(from);
    });
  }
  return [
    ...after.map((_, to) => ({ from: becameOf.get(to) ?? null, to })),
    ...[...left].map((from) => ({ from, to: null })),
  ];
}
