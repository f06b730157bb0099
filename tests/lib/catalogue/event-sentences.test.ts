import { describe, expect, test } from 'vitest';
import { claimedFigures, compareClaims } from '@/lib/catalogue/claims';
import type { AssessmentRecord } from '@/lib/catalogue/event-record';
import {
  classWords,
  dateline,
  eventInShort,
  kmSpan,
  landingAreaWords,
  missileSumWords,
  missilesWords,
  outcomeSummary,
  quoted,
} from '@/lib/catalogue/event-sentences';
import { judgementWords, statedWords } from '@/lib/catalogue/source-words';

const aSalvo = {
  system: null,
  systemName: null,
  class: 'CM' as const,
  site: 'munchon',
  siteName: 'Munchon',
  siteText: null,
  launchedAt: '2020-04-13T22:00:00.000Z' as string | null,
  countMin: 1,
  countMax: 1 as number | null,
  countText: null as string | null,
  distanceKm: 150 as number | null,
  apogeeKm: null as number | null,
  bearingDeg: null,
  landingArea: null,
  outcome: 'unknown' as 'unknown' | 'success' | 'failure',
  sources: {},
};

const aClaim = (overrides: Partial<AssessmentRecord>): AssessmentRecord => ({
  assessor: 'ROK JCS',
  statedOn: '2020-04-14',
  statedOnText: null,
  text: 'Presumed cruise missiles.',
  hedge: 'presumed',
  status: 'preliminary',
  likelihood: null,
  confidence: null,
  sourceReliability: null,
  infoCredibility: null,
  figures: {},
  citation: null,
  ...overrides,
});

describe('counts', () => {
  test.each([
    [{ min: 1, max: 1, text: null }, '1 missile'],
    [{ min: 2, max: 4, text: null }, '2 to 4 missiles'],
    [{ min: 3, max: null, text: null }, 'at least 3 missiles'],
    [{ min: 1, max: null, text: null }, 'at least 1 missile'],
    [{ min: 1, max: null, text: 'several' }, 'several missiles'],
    [{ min: 3, max: null, text: 'several' }, 'several missiles (at least 3)'],
    [{ min: 1, max: null, text: 'not published' }, 'missiles (number not published)'],
    [{ min: 2, max: null, text: 'not published' }, 'missiles (number not published, at least 2)'],
  ])('%o reads "%s"', (count, words) => {
    expect(missilesWords(count)).toBe(words);
  });

  test('a sum says "at least" where a part of it is open-ended', () => {
    expect(missileSumWords(1234, true)).toBe('at least 1,234 missiles');
    expect(missileSumWords(1, false)).toBe('1 missile');
  });
});

describe('date', () => {
  const event = { localDate: '2020-04-14', timeZone: 'Asia/Seoul', salvos: [aSalvo] };

  test('the local date and time come first, the same instant in UTC beside them', () => {
    expect(dateline(event)).toEqual({ local: '14 Apr 2020, 07:00 KST', utc: '13 Apr 2020, 22:00 UTC' });
  });

  test('the earliest known launch gives the time', () => {
    const later = { ...aSalvo, launchedAt: '2020-04-13T23:30:00.000Z' };
    const untimed = { ...aSalvo, launchedAt: null };
    expect(dateline({ ...event, salvos: [later, untimed, aSalvo] }).local).toBe('14 Apr 2020, 07:00 KST');
  });

  test('without a time there is no UTC, and a month stays a month', () => {
    const salvos = [{ ...aSalvo, launchedAt: null }];
    expect(dateline({ ...event, localDate: '1984-09', salvos })).toEqual({
      local: 'September 1984',
      utc: null,
    });
    expect(dateline({ ...event, localDate: '1984', salvos })).toEqual({ local: '1984', utc: null });
  });

  test('the announced date stands even where a time falls on another day', () => {
    expect(dateline({ ...event, localDate: '2020-04-13' })).toEqual({
      local: '13 Apr 2020',
      utc: 'first known launch 14 Apr 2020, 07:00 KST, 13 Apr 2020, 22:00 UTC',
    });
  });
});

describe('figures', () => {
  test('what is unknown is said to be unknown, never 0', () => {
    expect(kmSpan([null, null])).toEqual({ text: 'unknown', partly: false });
    expect(kmSpan([0])).toEqual({ text: '0 km', partly: false });
    expect(landingAreaWords(null)).toBe('unknown');
    expect(outcomeSummary([aSalvo])).toBe('unknown');
  });

  test('a span, and that a part of it is unknown', () => {
    expect(kmSpan([400, 110, null])).toEqual({ text: '110–400 km', partly: true });
    expect(kmSpan([1920, 1920])).toEqual({ text: '1,920 km', partly: false });
  });

  test('outcomes that differ are counted by missiles', () => {
    const salvos = [
      { ...aSalvo, outcome: 'success' as const, countMin: 3, countMax: 3 },
      { ...aSalvo, outcome: 'failure' as const },
      { ...aSalvo, countMin: 2, countMax: null },
    ];
    expect(outcomeSummary(salvos)).toBe('3 successes, 1 failure, ≥2 unknown');
  });

  test('landing areas by name, others as they were reported', () => {
    expect(landingAreaWords('sea-of-japan')).toBe('Sea of Japan (East Sea)');
    expect(landingAreaWords('off Hokkaido')).toBe('off Hokkaido');
  });

  test('classes in words, one or several', () => {
    expect(classWords('SRBM', true)).toBe('short-range ballistic missiles');
    expect(classWords('unknown', true)).toBe('missiles of unknown class');
    expect(classWords('unknown', false)).toBe('missile of unknown class');
  });

  test('an event in one sentence', () => {
    const several = { ...aSalvo, countMax: null, countText: 'several' };
    expect(eventInShort({ missiles: { min: 1, max: null, text: 'several' }, salvos: [several] })).toBe(
      'Several missiles, distance 150 km, apogee unknown, outcome unknown.',
    );
    const second = { ...aSalvo, distanceKm: null };
    expect(eventInShort({ missiles: { min: 2, max: 2, text: null }, salvos: [aSalvo, second] })).toBe(
      '2 missiles in 2 salvos, distance 150 km where known, apogee unknown, outcome unknown.',
    );
  });
});

describe('claims', () => {
  const jcs = aClaim({ figures: { distanceKm: 760, apogeeKm: 1920, class: 'ICBM' } });
  const japan = aClaim({ assessor: 'Japan MOD', figures: { distanceKm: 750, apogeeKm: 1920 } });

  test('a hedge is quoted, not paraphrased', () => {
    expect(quoted('presumed')).toBe('“presumed”');
  });

  test('only what was said is listed', () => {
    expect(claimedFigures(japan, 'Asia/Seoul').map(({ label, words }) => `${label}: ${words}`)).toEqual([
      'Distance: 750 km',
      'Apogee: 1,920 km',
    ]);
  });

  test('claims that differ, and those that agree, are told in words', () => {
    expect(compareClaims([jcs, japan], 'Asia/Seoul')).toEqual([
      {
        name: 'distanceKm',
        label: 'Distance',
        values: [
          { words: '760 km', claims: [0] },
          { words: '750 km', claims: [1] },
        ],
        differ: true,
        difference: 'They differ by 10 km.',
      },
      {
        name: 'apogeeKm',
        label: 'Apogee',
        values: [{ words: '1,920 km', claims: [0, 1] }],
        differ: false,
        difference: null,
      },
    ]);
  });

  test('a number against a word is a difference, but of no size', () => {
    const counts = [
      aClaim({ figures: { countMin: 3, countText: 'several' } }),
      aClaim({ figures: { countMin: 6, countMax: 6 } }),
    ];
    expect(compareClaims(counts, 'Asia/Seoul')).toMatchObject([
      {
        values: [{ words: 'several missiles (at least 3)' }, { words: '6 missiles' }],
        difference: 'They differ.',
      },
    ]);
  });

  test('one claim alone has nothing to be compared with', () => {
    expect(compareClaims([jcs], 'Asia/Seoul')).toEqual([]);
  });

  test('when it was said, with what the date alone would not say', () => {
    expect(statedWords(aClaim({}))).toBe('14 Apr 2020');
    expect(statedWords(aClaim({ statedOnText: '14 Apr, Washington' }))).toBe('14 Apr 2020, Washington');
    expect(statedWords(aClaim({ statedOnText: '14 Apr' }))).toBe('14 Apr 2020');
    expect(statedWords(aClaim({ statedOn: null, statedOnText: 'by 12 Nov 2024' }))).toBe('by 12 Nov 2024');
    expect(statedWords(aClaim({ statedOn: null }))).toBe('date unknown');
  });

  test('likelihood, confidence and source are given only where they were', () => {
    expect(judgementWords(aClaim({}))).toEqual([]);
    expect(
      judgementWords(aClaim({ likelihood: 'likely', sourceReliability: 'B', infoCredibility: 2 })),
    ).toEqual(['Likelihood: likely', 'Grading: B2 (source usually reliable, information probably true)']);
  });
});
