import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { editEvent, publishEvent, recallEvent, recordEvent, withdrawEvent } from '@/lib/catalogue/commands';
import type { EventRecord } from '@/lib/catalogue/event-record';
import { getEvent, listEvents, newestFirst, summariseEvents } from '@/lib/catalogue/queries';
import { db } from '@/lib/db/client';
import { type EventFilter, everything } from '@/lib/filter/schema';
import { addDays } from '@/lib/format/dates';
import { countTests } from '@/lib/stats/counts';
import { getNovelty } from '@/lib/stats/novelty-queries';
import { testDatabase } from '../../support/database';
import { anEvent, people } from '../../support/factories';

testDatabase();

const all = async (filter: EventFilter) =>
  (await listEvents(filter, { sort: newestFirst, limit: 1000, offset: 0 })).events;

/** All that is read of the catalogue from one standpoint, but for the catalogue's version. */
async function state(filter: EventFilter) {
  const events = await all(filter);
  const { rows } = await countTests({ filter, by: 'month', split: 'class', unit: 'missiles' });
  const { rows: rounds } = await countTests({ filter, by: 'year', split: 'outcome', unit: 'events' });
  const { asKnownOn } = filter;
  const novelty = await Promise.all(events.slice(0, 2).map(({ slug }) => getNovelty(slug, { asKnownOn })));
  return { events, rows, rounds, novelty, summary: await summariseEvents(filter) };
}

const salvo = fc.record({
  class: fc.constantFrom('CM' as const, 'SRBM' as const, 'ICBM' as const, 'unknown' as const),
  site: fc.constantFrom('munchon', 'sunan', null),
  countMin: fc.integer({ min: 1, max: 5 }),
  countText: fc.constantFrom('several', null),
  distanceKm: fc.option(fc.integer({ min: 0, max: 15_000 })),
  outcome: fc.constantFrom('success' as const, 'failure' as const, 'unknown' as const),
});
const entry = fc.record({
  localDate: fc.constantFrom('2020-04-14', '2020-03-29', '2019-05', '2018'),
  status: fc.constantFrom('draft' as const, 'preliminary' as const, 'disputed' as const),
  salvos: fc.array(salvo, { minLength: 1, maxLength: 3 }),
  notes: fc.constantFrom(null, 'At night.', 'Corrected.'),
});
const step = fc.record({
  days: fc.integer({ min: 0, max: 3 }),
  entry,
  action: fc.constantFrom('record', 'edit', 'edit', 'publish', 'withdraw', 'recall'),
  which: fc.nat(20),
});

const narrow: EventFilter = { ...everything, class: ['CM', 'SRBM'], from: '2019-05-15', q: 'KP' };

test('any past state of the catalogue comes back exactly, whatever was done since', {
  timeout: 240_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 12 }), async (steps) => {
      await db().$executeRaw`TRUNCATE events, alerts CASCADE`;
      const seen = new Map<string, { whole: unknown; narrow: unknown }>();
      let day = '2026-01-01';
      const slugs: string[] = [];
      for (const [index, { days, action, entry, which }] of steps.entries()) {
        day = addDays(day, days);
        const change = {
          actor: people.editor,
          reason: `step ${index}`,
          now: new Date(`${day}T${String(10 + index).padStart(2, '0')}:30:00Z`),
          holdSeconds: 600,
        };
        const slug = slugs[which % Math.max(slugs.length, 1)];
        slugs.push(...(await act(action, slug, entry, change)));
        seen.set(day, { whole: await state(everything), narrow: await state(narrow) });
      }
      for (const [past, { whole, narrow: some }] of seen) {
        expect(await state({ ...everything, asKnownOn: past })).toEqual(whole);
        expect(await state({ ...narrow, asKnownOn: past })).toEqual(some);
      }
      expect(await all({ ...everything, asKnownOn: '2025-12-31' })).toEqual([]);
    }),
    { numRuns: 25 },
  );
});

/** @returns the slug of what was recorded; what is refused, since its state is another, is left as it is */
async function act(
  action: string,
  slug: string | undefined,
  given: Parameters<typeof anEvent>[0],
  change: Parameters<typeof recordEvent>[1],
): Promise<string[]> {
  if (action === 'record' || !slug) return [(await recordEvent(anEvent(given), change)).event.slug];
  const row = await db().event.findUnique({ where: { slug } });
  if (!row) return [];
  const status = row.status === 'draft' ? 'draft' : (given?.status ?? 'preliminary');
  const attempt = {
    edit: () => editEvent(slug, row.revision, anEvent({ ...given, status }), change),
    publish: () => publishEvent(slug, 'confirmed', change),
    withdraw: () => withdrawEvent(slug, 'No launch.', change),
    recall: () => recallEvent(slug, change),
  }[action];
  try {
    const written = await attempt?.();
    return written && written.event.slug !== slug ? [written.event.slug] : [];
  } catch (error) {
    expect(error).toMatchObject({ code: expect.stringMatching(/conflict|gone|invalid/) });
    return [];
  }
}

describe('one event', () => {
  let event: EventRecord;
  const on = (day: string) => ({
    actor: people.editor,
    reason: day,
    now: new Date(`${day}T23:59:59.999Z`),
    holdSeconds: 0,
  });

  test('is read as it stood at the last moment of a day', async () => {
    event = (await recordEvent(anEvent({ localDate: '2020-04-01' }), on('2026-05-01'))).event;
    await editEvent(
      event.slug,
      1,
      { ...event, salvos: [{ ...event.salvos[0], distanceKm: 200 }] },
      on('2026-05-02'),
    );
    expect(await getEvent(event.slug, { asKnownOn: '2026-05-01' })).toEqual(event);
    expect((await getEvent(event.slug, { asKnownOn: '2026-05-02' })).salvos[0]?.distanceKm).toBe(200);
    expect((await getEvent(event.slug)).salvos[0]?.distanceKm).toBe(200);
    await expect(getEvent(event.slug, { asKnownOn: '2026-04-30' })).rejects.toMatchObject({
      code: 'not-found',
      message: `There is no event "${event.slug}" in the catalogue as known on 30 Apr 2026.`,
    });
  });

  test('is asked for by a day that is no date without harm', async () => {
    await expect(getEvent('no-such', { asKnownOn: '9999-12-31' })).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});
