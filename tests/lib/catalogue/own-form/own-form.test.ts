import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { EventRecord } from '@/lib/catalogue/event-record';
import { completeEntry } from '@/lib/catalogue/own-form/complete-entry';
import { defuse, undefuse } from '@/lib/catalogue/own-form/defuse';
import { placeOfField } from '@/lib/catalogue/own-form/entry';
import { fromOwnForm, isOwnForm } from '@/lib/catalogue/own-form/from-own-form';
import { placeWords, type Table } from '@/lib/catalogue/own-form/table';
import { toOneTable, toOwnForm } from '@/lib/catalogue/own-form/to-own-form';
import { eventInput } from '@/lib/catalogue/schema';
import { readEventFiles } from '@/lib/catalogue/starter-files';
import { anyEventRecord, aRecord } from './any-event-record';

/** What an event says of itself, without what is worked out from it. */
const said = (event: unknown) => eventInput.parse(event);

function readBack(tables: Table[], known: EventRecord | null = null) {
  const { entries, faults } = fromOwnForm(tables);
  expect(faults).toEqual([]);
  return entries.map((entry) => ({ slug: entry.slug, event: said(completeEntry(entry, known).input) }));
}

describe('the four sheets', () => {
  test('lose nothing of any event', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(anyEventRecord, { maxLength: 4, selector: ({ slug }) => slug }),
        (events) => {
          const expected = events.map((event) => ({ slug: event.slug, event: said(event) }));
          expect(readBack(toOwnForm(events))).toEqual(expected);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('say the same of an event that said something else before', () => {
    fc.assert(
      fc.property(anyEventRecord, anyEventRecord, (event, known) => {
        const [read] = readBack(toOwnForm([event]), { ...known, assessments: [], slug: event.slug });
        expect(read?.event).toEqual(said(event));
      }),
      { numRuns: 200 },
    );
  });

  test('of which some are not in the file leave alone what those would say', () => {
    const event = aRecord({ slug: 'kp-2020-04-14' });
    const [events] = toOwnForm([{ ...event, notes: 'New.' }]);
    const [read] = readBack([events as Table, { name: 'About', columns: ['?'], rows: [['!']] }], event);
    expect(read?.event).toEqual(said({ ...event, notes: 'New.' }));
  });

  test('name a part that belongs to no event, an event that stands twice, and an address that is none', () => {
    const { faults } = fromOwnForm([
      {
        name: 'Events',
        columns: ['event', 'country'],
        rows: [['kp-2020-04-14', 'KP'], [], ['kp-2020-04-14', 'KP'], ['today', 'KP']],
      },
      { name: 'Salvos', columns: ['countMin', 'Event '], rows: [[1, 'kp-1999-01-01']] },
    ]);
    expect(faults.map(({ place, message }) => `${placeWords(place)}: ${message}`)).toEqual([
      'row 4 of Events, column A (event): The event kp-2020-04-14 stands here a second time.',
      'row 5 of Events, column A (event): "today" is no event\'s address like kp-2020-04-14. Leave it empty for a new event.',
      'row 2 of Salvos, column B (Event ): There is no event kp-1999-01-01 on the sheet Events.',
    ]);
  });

  test('lead from a field back to its cell', () => {
    const [entry] = fromOwnForm(toOwnForm([aRecord({ slug: 'kp-2020-04-14' })])).entries;
    if (!entry) throw new Error('no entry');
    const complete = completeEntry(entry, null).entry;
    const words = (path: string) => placeWords(placeOfField(complete, path));
    expect(words('salvos.0.distanceKm')).toBe('row 2 of Salvos, column M (distanceKm)');
    expect(words('assessments.0.citation.url')).toMatch(
      /^row 2 of Assessments, column \w+ \(citation\.url\)$/,
    );
    expect(words('notes')).toBe('row 2 of Events, column F (notes)');
    expect(words('salvos')).toBe('row 2 of Events');
  });
});

describe('one table', () => {
  test('changes nothing of a known event when it comes back as it was', () => {
    fc.assert(
      fc.property(anyEventRecord, (event) => {
        const table = toOneTable([event]);
        expect(isOwnForm([table])).toBe(true);
        expect(readBack([table], event)).toEqual([{ slug: event.slug, event: said(event) }]);
        const asText = table.rows.map((row) => row.map((cell) => (cell === null ? '' : String(cell))));
        expect(readBack([{ ...table, rows: asText }], event)).toEqual([
          { slug: event.slug, event: said(event) },
        ]);
      }),
      { numRuns: 200 },
    );
  });

  test('takes the claim from a figure that it changes, and leaves the others theirs', () => {
    const event = aRecord({ slug: 'kp-2020-04-14' });
    const table = toOneTable([event]);
    const changed = table.rows.map((row) =>
      row.map((cell, index) => (table.columns[index] === 'distanceKm' ? 160 : cell)),
    );
    const [read] = readBack([{ ...table, rows: changed }], event);
    expect(read?.event.salvos[0]).toMatchObject({ distanceKm: 160, sources: { class: 0 } });
    expect(read?.event.salvos[0]?.sources.distanceKm).toBeUndefined();
  });

  test('makes a citation of its citation columns for a new event, and only then', () => {
    const columns = ['country', 'localDate', 'countMin', 'citation.publisher', 'citation.url', 'furtherUrls'];
    const row = [
      'KP',
      '2026-11-01',
      2,
      'Yonhap',
      'https://en.yna.co.kr/view/1',
      'https://www.nhk.or.jp/2 https://kcna.kp/3',
    ];
    const table = { name: 'new.csv', columns, rows: [row] };
    const [read] = readBack([table]);
    expect(read?.slug).toBe('kp-2026-11-01');
    expect(read?.event.status).toBe('preliminary');
    expect(read?.event.citations.map(({ publisher, url }) => `${publisher} ${url}`)).toEqual([
      'Yonhap https://en.yna.co.kr/view/1',
      'nhk.or.jp https://www.nhk.or.jp/2',
      'kcna.kp https://kcna.kp/3',
    ]);
    const known = aRecord({ slug: 'kp-2026-11-01' });
    expect(readBack([table], known)[0]?.event.citations).toEqual(said(known).citations);
  });

  test('names the row that says otherwise of the event than the row before it', () => {
    const columns = ['event', 'country', 'localDate', 'notes', 'countMin'];
    const row = ['kp-2026-11-01', 'KP', '2026-11-01'];
    const { faults } = fromOwnForm([
      {
        name: 'x.csv',
        columns,
        rows: [
          [...row, 'a', 1],
          [...row, 'b', 1],
        ],
      },
    ]);
    expect(faults).toMatchObject([{ slug: 'kp-2026-11-01', place: { row: 3, column: { letter: 'D' } } }]);
  });
});

test('the starter catalogue’s own files are read by the same reader', async () => {
  expect(await readEventFiles()).toHaveLength(201);
});

test('a text that was defused comes back as it was, and no cell that begins like a formula is left', () => {
  const texts = fc.oneof(
    fc.string(),
    fc
      .tuple(fc.constantFrom('=', '+', '-', '@', '\t', "'", "'=", "''="), fc.string())
      .map((parts) => parts.join('')),
  );
  fc.assert(
    fc.property(texts, (text) => {
      expect(undefuse(defuse(text))).toBe(text);
      expect(defuse(text)).not.toMatch(/^[=+\-@\t\r]/);
    }),
  );
});
