import fc from 'fast-check';
import { expect, test } from 'vitest';
import { recallEvent, recordEvent } from '@/lib/catalogue/commands';
import { eventBatches } from '@/lib/catalogue/export/event-batches';
import { fitsFilter } from '@/lib/catalogue/export/fits-filter';
import { listEvents, newestFirst, summariseEvents } from '@/lib/catalogue/queries';
import { classIds, families, outcomes } from '@/lib/catalogue/vocabulary';
import { type EventFilter, everything } from '@/lib/filter/schema';
import { testDatabase } from '../../../support/database';
import { anEvent, people } from '../../../support/factories';

testDatabase({ template: 'template_seeded' });

const some = <T>(values: readonly T[]) => fc.subarray([...values], { maxLength: 2 });
const km = fc.option(fc.integer({ min: 0, max: 6000 }), { nil: undefined });
const anyFilter: fc.Arbitrary<EventFilter> = fc
  .record({
    class: some(classIds),
    family: some(families),
    outcome: some(outcomes),
    site: some(['sohae', 'wonsan', 'munchon', 'sunan']),
    system: some(['hwasong-11a', 'hwasong-17', 'scud-b']),
    minRangeKm: km,
    maxApogeeKm: km,
    accordingTo: fc.option(fc.constantFrom('CNS', 'ROK JCS'), { nil: undefined, freq: 6 }),
  })
  .map((filter) => ({ ...everything, ...filter }));
const hold = { actor: people.editor, reason: 'test', holdSeconds: 600 };
const all = { sort: newestFirst, limit: null, offset: 0 };

test('the salvos that are marked as fitting add up to the count of the filter', async () => {
  await fc.assert(
    fc.asyncProperty(anyFilter, async (filter) => {
      let missiles = 0;
      for await (const events of eventBatches(filter, all, 50)) {
        const counted = events.filter(({ status }) => status !== 'withdrawn');
        for (const salvo of counted.flatMap(({ salvos }) => salvos))
          if (fitsFilter(salvo, filter)) missiles += salvo.countMin;
      }
      expect(missiles).toBe((await summariseEvents(filter)).missiles);
    }),
    { numRuns: 40 },
  );
}, 90_000);

test('a list in batches is the list, in its order, from every standpoint', async () => {
  const today = new Date().toISOString().slice(0, 10);
  for (const standpoint of [{}, { asKnownOn: today }, { accordingTo: 'CNS' }]) {
    const filter = { ...everything, ...standpoint };
    const sort = { key: 'distanceKm', descending: true } as const;
    const { events } = await listEvents(filter, { sort, limit: 60, offset: 5 });
    const batches: (typeof events)[] = [];
    for await (const batch of eventBatches(filter, { sort, limit: 60, offset: 5 }, 25)) batches.push(batch);
    expect(batches.map((batch) => batch.length)).toEqual([25, 25, 10]);
    expect(batches.flat()).toEqual(events);
  }
});

test('a draft is in no list, not even one that was public when the list was begun', async () => {
  const { event } = await recordEvent(anEvent({ localDate: '2026-01-05' }), hold);
  const { event: other } = await recordEvent(anEvent({ localDate: '2026-01-06' }), hold);
  const lists: string[][] = [];
  for await (const events of eventBatches({ ...everything, from: '2026-01-05', to: '2026-01-06' }, all, 1)) {
    lists.push(events.map(({ slug }) => slug));
    if (lists.length === 1) await recallEvent(event.slug, hold);
  }
  expect(lists).toEqual([[other.slug], []]);
});
