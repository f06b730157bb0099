import fc from 'fast-check';

const anything = fc
  .anything({ maxDepth: 2, key: fc.oneof(fc.string(), fc.string({ unit: 'binary' })) })
  .filter((value) => value !== undefined);
const text = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.constant('\u0000'));

/** Whatever JSON can hold, and more. */
export const generatedValue = fc.oneof(
  text,
  fc.double(),
  fc.integer(),
  fc.constant(null),
  fc.json(),
  anything,
);

/**
 * A good body with up to three of its parts, at any depth, replaced by something else.
 * @param others paths that it has not, and can get
 */
export function mutationsOf(body: object, others: string[]): fc.Arbitrary<Record<string, unknown>> {
  const paths = fc.constantFrom(...pathsIn(body, ''), ...others, '__proto__', 'constructor');
  return fc.array(fc.tuple(paths, generatedValue), { maxLength: 3 }).map((changes) => {
    const mutated = structuredClone(body) as Record<string, unknown>;
    for (const [path, replacement] of changes) put(mutated, path.split('.'), replacement);
    return mutated;
  });
}

function pathsIn(part: unknown, path: string): string[] {
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) => [path + key, ...pathsIn(value, `${path}${key}.`)]);
}

function put(target: unknown, [key = '', ...rest]: string[], replacement: unknown): void {
  if (typeof target !== 'object' || target === null) return;
  const record = target as Record<string, unknown>;
  if (rest.length > 0) put(record[key], rest, replacement);
  else
    Object.defineProperty(record, key, {
      value: replacement,
      enumerable: true,
      configurable: true,
      writable: true,
    });
}
