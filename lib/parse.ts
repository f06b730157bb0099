import type { z } from 'zod';
import { AppError } from '@/lib/errors';

/**
 * Parse `input` by `schema`.
 * @throws AppError `invalid`, with one entry a field, when it does not fit.
 */
export function parse<S extends z.ZodType>(schema: S, input: unknown): z.output<S> {
  const result = schema.safeParse(input, { error: plainIssue });
  if (result.success) return result.data;
  const all = result.error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ path: pathOf([...issue.path, key]), message: 'is no field here' }))
      : { path: pathOf(issue.path), message: issue.message },
  );
  // What is no date is not also "before 1900": of several faults of one field the first is the one to mend.
  const errors = all.filter(({ path }, index) => all.findIndex((other) => other.path === path) === index);
  const count = errors.length === 1 ? '1 field needs' : `${errors.length} fields need`;
  throw new AppError('invalid', `${count} another look.`, errors);
}

const pathOf = (path: PropertyKey[]) => path.map(String).join('.');

const kinds: Record<string, string> = {
  array: 'a list',
  boolean: 'true or false',
  number: 'a number',
  object: 'an object',
  string: 'a text',
};

/** What is wrong in our own words where a schema has none: zod's are written for programmers. */
export function plainIssue(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'is missing' : `is not ${kinds[issue.expected] ?? issue.expected}`;
    case 'invalid_value':
      return issue.input === undefined ? 'is missing' : `is none of ${issue.values.map(String).join(', ')}`;
    case 'invalid_key':
      return 'has a name that is not known';
    default:
      return undefined;
  }
}
