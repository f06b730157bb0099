import { beforeAll, expect, test } from 'vitest';
import { type ClaimsRow, claimsTable } from '@/lib/catalogue/claims-table';
import type { EventRecord } from '@/lib/catalogue/event-record';
import { testDatabase } from '../../support/database';
import { recorded } from '../../support/factories';

testDatabase();

let event: EventRecord;
let rows: Map<string, ClaimsRow>;
beforeAll(async () => {
  event = await recorded({
    salvos: [
      { class: 'ICBM', distanceKm: 760, apogeeKm: 1920, countText: null, sources: { distanceKm: 1 } },
      { class: 'ICBM', distanceKm: 760, apogeeKm: null, countText: null, sources: { distanceKm: 1 } },
    ],
    assessments: [
      {
        assessor: 'Japan MOD',
        text: 'About 750 km.',
        hedge: 'about',
        likelihood: 'very likely',
        confidence: 'high',
        sourceReliability: 'B',
        infoCredibility: 2,
        figures: { distanceKm: 750, class: 'ICBM' },
      },
      { assessor: 'ROK JCS', status: 'final', text: '760 km.', figures: { distanceKm: 760, class: 'ICBM' } },
      { assessor: 'KCNA', text: 'It soared high.', figures: { apogeeKm: 1920 } },
    ],
  });
  rows = new Map(claimsTable(event).map((row) => [row.name, row]));
});

test('what differs says so and by how much, each beside what was adopted', () => {
  expect(rows.get('distanceKm')).toEqual({
    name: 'distanceKm',
    label: 'Distance',
    verdict: 'They differ by 10 km.',
    record: [{ words: '760 km', claim: 1, salvos: [1, 2] }],
    cells: [
      { words: '750 km', differs: true, adopted: false },
      { words: '760 km', differs: true, adopted: true },
      null,
    ],
  });
});

test('what agrees, and what one alone says, is not marked', () => {
  expect(rows.get('class')).toMatchObject({
    verdict: 'They agree.',
    record: [{ words: 'ICBM' }],
    cells: [{ differs: false }, { differs: false }, null],
  });
  expect(rows.get('apogeeKm')).toMatchObject({
    verdict: null,
    record: [
      { words: '1,920 km', salvos: [1] },
      { words: 'unknown', claim: undefined, salvos: [2] },
    ],
    cells: [null, null, { words: '1,920 km', differs: false }],
  });
});

test('how a claim was meant stands in its own words, and in those of the standards', () => {
  const words = (name: string) => rows.get(name)?.cells.map((cell) => cell?.words ?? null);
  expect(words('In its own words')).toEqual(['“about”', null, null]);
  expect(words('State')).toEqual(['preliminary', 'final', 'preliminary']);
  expect(words('Likelihood')).toEqual(['very likely', null, null]);
  expect(words('Confidence')).toEqual(['high', null, null]);
  expect(words('Grading')).toEqual(['B2 (source usually reliable, information probably true)', null, null]);
});

test('what nobody speaks of has no row', () => {
  expect([...rows.keys()]).toEqual([
    'class',
    'distanceKm',
    'apogeeKm',
    'In its own words',
    'State',
    'Likelihood',
    'Confidence',
    'Grading',
  ]);
});
