import { z } from 'zod';
import type { ClassId, Family } from '@/lib/catalogue/vocabulary';
import { eventFilter } from '@/lib/filter/schema';

/** The parts of the one filter that a rule can hold for now. */
export const ruleKeys = ['country', 'class', 'family', 'system', 'site'] as const;

const ruleFilter = z
  .unknown()
  .superRefine((value, ctx) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      ctx.addIssue({ code: 'custom', message: 'is not a filter like {"class": ["CM"]}' });
      return;
    }
    for (const [key, given] of Object.entries(value)) {
      const isLeftOut = given === undefined || (Array.isArray(given) && given.length === 0);
      if (!isLeftOut && !(ruleKeys as readonly string[]).includes(key)) {
        ctx.addIssue({
          code: 'custom',
          path: [key],
          message: `cannot be part of an alert yet. Use ${ruleKeys.join(', ')}.`,
        });
      }
    }
  })
  .pipe(eventFilter)
  .transform(({ country, class: classes, family, system, site }) => ({
    country,
    class: classes,
    family,
    system,
    site,
  }));

const controlCharacter = /\p{Cc}/u;

/** What somebody asks for when they subscribe: by the page or by the API. A field that is not known must not widen the rule. */
export const subscriptionInput = z.strictObject({
  email: z
    .string('Please give your e-mail address.')
    .trim()
    .toLowerCase()
    .max(254, 'is longer than 254 characters')
    .pipe(z.email('is not an e-mail address like name@example.org')),
  name: z
    .string()
    .trim()
    .max(120, 'is longer than 120 characters')
    .refine((value) => !controlCharacter.test(value), 'has a character that cannot be used in a name')
    .nullish()
    .transform((value) => value || null),
  filter: ruleFilter.default({ country: [], class: [], family: [], system: [], site: [] }),
  cadence: z
    .enum(['immediate'], 'Only "immediate" is offered for now: one mail as each test is recorded.')
    .default('immediate'),
  timeZone: z.string().refine(isTimeZone, 'is not a time zone like Asia/Seoul').default('UTC'),
  novelOnly: z.boolean().default(false),
  minMissiles: z
    .number('is not a whole number')
    .int('is not a whole number')
    .min(1, 'is below 1')
    .max(1000, 'is above 1000')
    .default(1),
  updates: z.boolean().default(true),
  withdrawals: z.boolean().default(true),
});

export type SubscriptionInput = z.output<typeof subscriptionInput>;

/** The filter of an alert rule. Empty lists let everything through. */
export type RuleFilter = {
  country: string[];
  class: ClassId[];
  family: Family[];
  system: string[];
  site: string[];
};

function isTimeZone(value: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
    return true;
  } catch {
    return false;
  }
}
