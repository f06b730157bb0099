import { expect, test } from 'vitest';
import { doubtsOf } from '@/lib/catalogue/doubts/doubts-of';
import { enteredInForm } from '@/lib/catalogue/doubts/entered-event';
import { addDays } from '@/lib/format/dates';
import { basisOf, choices, entry, later, onRecord } from './entries';

const database = 'https://www.nti.org/database';
const days = Array.from({ length: 2000 }, (_, index) => addDays('1990-01-01', 3 * index));
const events = days.map((localDate, index) => ({
  ...onRecord({ localDate, urls: [database] }),
  figures: [{ class: 'SRBM' as const, distanceKm: 400 + (index % 200), apogeeKm: 50 }],
}));
const salvo = { site: 'Munchon', countMin: '1', class: 'SRBM', distanceKm: '500', apogeeKm: '50' };
const entered = days.map((localDate) =>
  enteredInForm(entry({ localDate, salvo, citations: [{ url: database }] }), `kp-${localDate}`, choices),
);

/** Milliseconds for holding all of `entered` against a catalogue, and what was doubtful. */
function heldAgainst(catalogue: typeof events) {
  const basis = basisOf(catalogue);
  const from = performance.now();
  const doubts = entered.flatMap((one) => doubtsOf(one, basis, later));
  return { doubts, took: performance.now() - from };
}

// The page on data quality holds every event against every other: that took minutes, in which nobody was answered.
test('an entry is held against thousands of events nearly as quickly as against none', () => {
  const alone = heldAgainst([]);
  const among = heldAgainst(events);
  expect(alone.doubts).toEqual([]);
  expect(among.doubts).toEqual([]);
  expect(among.took).toBeLessThan(10 * alone.took + 2000);
}, 300_000);
