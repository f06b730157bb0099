import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeAlert } from '@/lib/alerts/make-alert';
import { missileClass } from '@/lib/catalogue/classes';
import type { ClassId, Family } from '@/lib/catalogue/vocabulary';
import { db } from '@/lib/db/client';
import { testDatabase } from '../../support/database';
import { recorded } from '../../support/factories';
import { testMailServer } from '../../support/smtp';

testDatabase();
testMailServer();

const classes = ['CM', 'SRBM', 'ICBM', 'unknown'] as const;
const sites = ['munchon', 'wonsan'] as const;

type Salvo = { class: ClassId; site: string | null; countMin: number };
type Rule = {
  countries: string[];
  classes: ClassId[];
  families: Family[];
  sites: string[];
  minMissiles: number;
  confirmed: boolean;
  ended: boolean;
  suppressed: boolean;
  subscriber: number;
};

const salvo = fc.record({
  class: fc.constantFrom<ClassId>(...classes),
  site: fc.constantFrom(null, ...sites),
  countMin: fc.integer({ min: 1, max: 3 }),
});
const mostly = fc.constantFrom(true, true, true, false);
const rule = fc.record({
  countries: fc.subarray(['KP', 'IR']),
  classes: fc.subarray<ClassId>([...classes]),
  families: fc.subarray<Family>(['ballistic', 'cruise', 'unknown']),
  sites: fc.subarray<string>([...sites]),
  minMissiles: fc.integer({ min: 1, max: 4 }),
  confirmed: mostly,
  ended: mostly.map((value) => !value),
  suppressed: fc.constant(false),
  subscriber: fc.integer({ min: 0, max: 5 }),
});

/** The rule in plain code: what the one SQL statement has to agree with. */
function matches(salvos: Salvo[], { countries, ...wanted }: Rule): boolean {
  const anyOf = (list: string[], value: string | null) =>
    list.length === 0 || (value !== null && list.includes(value));
  return (
    wanted.confirmed &&
    !wanted.ended &&
    anyOf(countries, 'KP') &&
    salvos.reduce((sum, { countMin }) => sum + countMin, 0) >= wanted.minMissiles &&
    salvos.some(
      (one) =>
        anyOf(wanted.classes, one.class) &&
        anyOf(wanted.families, missileClass(one.class).family) &&
        anyOf(wanted.sites, one.site),
    )
  );
}

test('the statement that matches agrees with plain code, and picks the oldest subscription', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(salvo, { minLength: 1, maxLength: 3 }),
      fc.array(rule, { minLength: 1, maxLength: 12 }),
      async (salvos, rules) => {
        await db().subscriber.deleteMany();
        const subscribers = await db().subscriber.createManyAndReturn({
          data: [0, 1, 2, 3, 4, 5].map((n) => ({
            email: `s${n}@example.org`,
            tokenHash: `hash-${n}`,
            confirmedAt: new Date(),
            suppressedAt: n === 5 ? new Date() : null,
          })),
        });
        const rows = await db().subscription.createManyAndReturn({
          data: rules.map(({ confirmed, ended, suppressed: _, subscriber, ...columns }, index) => ({
            ...columns,
            name: `${index}`,
            subscriberId: subscribers[subscriber]?.id ?? 0,
            confirmedAt: confirmed ? new Date() : null,
            endedAt: ended ? new Date() : null,
          })),
        });
        const { slug, revision } = await recorded({ salvos });
        const { id: eventId } = await db().event.findUniqueOrThrow({ where: { slug } });
        await makeAlert({ eventId, revision, kind: 'new_event' });

        const expected = new Map<number, number>();
        for (const [index, one] of rules.entries()) {
          const row = rows[index];
          if (row && one.subscriber !== 5 && matches(salvos, one) && !expected.has(row.subscriberId)) {
            expected.set(row.subscriberId, row.id);
          }
        }
        const made = await db().delivery.findMany({ where: { alert: { eventId } } });
        expect(new Map(made.map((delivery) => [delivery.subscriberId, delivery.subscriptionId]))).toEqual(
          expected,
        );
      },
    ),
    { numRuns: 25 },
  );
}, 90_000);
