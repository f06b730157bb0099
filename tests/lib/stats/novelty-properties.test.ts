import fc from 'fast-check';
import { expect, test } from 'vitest';
import { missileClass } from '@/lib/catalogue/classes';
import { classIds } from '@/lib/catalogue/vocabulary';
import { firstDay, lastDay } from '@/lib/format/dates';
import { noveltyOf } from '@/lib/stats/novelty';
import type { NoveltyEvent } from '@/lib/stats/novelty-event';

const figure = fc.option(fc.integer({ min: 0, max: 6000 }), { nil: null });
const salvo = fc
  .record({
    class: fc.constantFrom(...classIds),
    system: fc.option(fc.constantFrom('x', 'y', 'z'), { nil: null }),
    site: fc.option(fc.constantFrom('hodo', 'wonsan'), { nil: null }),
    countMin: fc.integer({ min: 1, max: 9 }),
    open: fc.boolean(),
    distanceKm: figure,
    apogeeKm: figure,
  })
  .map(({ open, ...rest }) => ({
    ...rest,
    family: missileClass(rest.class).family,
    systemName: rest.system,
    siteName: rest.site,
    countMax: open ? null : rest.countMin,
  }));
const localDate = fc
  .tuple(
    fc.date({
      min: new Date('2015-01-01T00:00:00Z'),
      max: new Date('2020-12-31T00:00:00Z'),
      noInvalidDate: true,
    }),
    fc.constantFrom(10, 10, 10, 10, 7, 4),
  )
  .map(([date, precision]) => date.toISOString().slice(0, precision));
const events = fc
  .array(fc.record({ localDate, salvos: fc.array(salvo, { minLength: 1, maxLength: 3 }) }), {
    minLength: 1,
    maxLength: 25,
  })
  .map((list) =>
    list.map(
      (event, index): NoveltyEvent => ({ ...event, country: 'KP', slug: `kp-${event.localDate}-${index}` }),
    ),
  );
const eventIn = fc.tuple(events, fc.nat()).map(([catalogue, index]) => ({
  catalogue,
  event: catalogue[index % catalogue.length] as NoveltyEvent,
}));

test('adding later events changes nothing', () => {
  fc.assert(
    fc.property(eventIn, ({ catalogue, event }) => {
      const later = (other: NoveltyEvent) => firstDay(other.localDate) > lastDay(event.localDate);
      expect(
        noveltyOf(
          event,
          catalogue.filter((other) => !later(other)),
        ),
      ).toEqual(noveltyOf(event, catalogue));
    }),
    { numRuns: 300 },
  );
});

test('the order of the catalogue is irrelevant', () => {
  fc.assert(
    fc.property(eventIn, ({ catalogue, event }) => {
      expect(noveltyOf(event, catalogue.toReversed())).toEqual(noveltyOf(event, catalogue));
    }),
    { numRuns: 300 },
  );
});

test('adding events of unknown class never makes or breaks a first of a class or family', () => {
  const nothingKnown = events.map((list) =>
    list.map((event) => ({
      ...event,
      slug: `${event.slug}-u`,
      salvos: event.salvos.map((own) => ({ ...own, class: 'unknown' as const, family: 'unknown' as const })),
    })),
  );
  const classFirsts = (event: NoveltyEvent, catalogue: NoveltyEvent[]) =>
    noveltyOf(event, catalogue).filter(
      (fact) => fact.kind.startsWith('first') && (fact.scope.class || fact.scope.family),
    );
  fc.assert(
    fc.property(eventIn, nothingKnown, ({ catalogue, event }, unknown) => {
      expect(classFirsts(event, [...catalogue, ...unknown])).toEqual(classFirsts(event, catalogue));
    }),
    { numRuns: 300 },
  );
});

test('what is claimed with inexact dates is true for every day that they can mean', () => {
  const sometime = (date: string, draw: number) => {
    const days = (Date.parse(lastDay(date)) - Date.parse(firstDay(date))) / 86_400_000 + 1;
    return new Date(Date.parse(firstDay(date)) + (draw % days) * 86_400_000).toISOString().slice(0, 10);
  };
  fc.assert(
    fc.property(
      eventIn,
      fc.array(fc.nat(), { minLength: 25, maxLength: 25 }),
      ({ catalogue, event }, draws) => {
        const exact = catalogue.map((other, index) => ({
          ...other,
          localDate: sometime(other.localDate, draws[index] ?? 0),
        }));
        const same = exact.find((other) => other.slug === event.slug) as NoveltyEvent;
        for (const fact of noveltyOf(event, catalogue)) {
          const certain = noveltyOf(same, exact);
          const kin = certain.filter(
            (other) => other.kind === fact.kind && sameScope(other.scope, fact.scope),
          );
          if (fact.kind === 'first-ever') expect(kin).toHaveLength(1);
          if (fact.kind === 'nth-of-year') expect(kin[0]?.n).toBe(fact.n);
          if (fact.kind === 'busiest') expect(kin[0]?.n).toBe(fact.n);
          if (fact.kind === 'quiet') expect(kin[0]?.days ?? 0).toBeGreaterThanOrEqual(fact.days ?? 0);
          if (['record', 'largest'].includes(fact.kind) && fact.since === null)
            expect(kin[0]).toMatchObject({ since: null, n: fact.n });
        }
      },
    ),
    { numRuns: 500 },
  );
});

const sameScope = (a: Record<string, string>, b: Record<string, string>) =>
  JSON.stringify(a) === JSON.stringify(b);
