import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  blankAssessment,
  blankCitation,
  blankEvent,
  blankSalvo,
  changeParts,
  type EventFormValues,
  type ListName,
} from '@/lib/catalogue/event-form';
import { type MergeRow, mergeForms } from '@/lib/catalogue/event-form-merge';
import { applyPatch, isApplied, readPatch } from '@/lib/catalogue/event-form-patch';
import { eventUnits, partUnits } from '@/lib/catalogue/event-form-units';

const lists = ['salvos', 'assessments', 'citations'] as const;

/** A form as it is opened: three salvos, two assessments, a citation, each with its place. */
function opened(): EventFormValues {
  const place = <Part extends object>(parts: Part[]) =>
    parts.map((part, at) => ({ ...part, part: String(at) }));
  return {
    ...blankEvent('KP'),
    localDate: '2020-04-14',
    status: 'preliminary',
    salvos: place(
      ['Hwasong-11A', 'Hwasong-15', 'Kumsong-3'].map((system, at) => ({
        ...blankSalvo(),
        system,
        countMin: '1',
        distanceKm: String(100 + at),
        figuresFrom: 'kept',
        sources: 'distanceKm=0',
      })),
    ),
    assessments: place(
      ['ROK JCS', 'Japan MOD'].map((assessor) => ({
        ...blankAssessment(),
        assessor,
        text: `${assessor} said`,
      })),
    ),
    citations: place([{ ...blankCitation(), publisher: 'Yonhap', url: 'https://example.org/1' }]),
  };
}

/** What the other one saved, as it is opened next: every part is known by its place. */
function saved(values: EventFormValues): EventFormValues {
  const place = <Part extends object>(parts: Part[]) =>
    parts.map((part, at) => ({ ...part, part: String(at) }));
  return {
    ...values,
    salvos: place(values.salvos),
    assessments: place(values.assessments),
    citations: place(values.citations),
  };
}

function typed(values: EventFormValues, list: ListName | null, place: number, field: string, value: string) {
  if (list === null) return { ...values, [field]: value };
  const parts: Record<string, string>[] = values[list];
  return { ...values, [list]: parts.map((part, at) => (at === place ? { ...part, [field]: value } : part)) };
}

const step = (values: EventFormValues, what: string) => changeParts(values, what) ?? values;
const conflicts = (rows: MergeRow[]) => rows.filter(({ kind }) => kind === 'conflict');
const words = ({ part: _, ...rest }: Record<string, string>) => rest;
const content = (values: EventFormValues) => ({
  ...values,
  salvos: values.salvos.map(words),
  assessments: values.assessments.map(words),
  citations: values.citations.map(words),
});

/** Every unit of the opened form, by the field that it is shown at. */
const places = [
  ...eventUnits.map(({ name }) => ({ list: null, place: 0, field: name })),
  ...lists.flatMap((list) =>
    opened()[list].flatMap((_, place) =>
      partUnits[list]
        .filter(({ name }) => name !== 'figuresFrom')
        .map(({ name }) => ({ list, place, field: name })),
    ),
  ),
];
const at = ({ list, place, field }: (typeof places)[number]) => `${list} ${place} ${field}`;

test('changes of different fields are both kept, and none is a conflict', () => {
  // What the other one changes must not make a part another one: names and addresses tell parts apart.
  const telling = ['system', 'assessor', 'text', 'statedOn', 'url'];
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.constantFrom(...places), { selector: at, minLength: 2, maxLength: 12 }),
      fc.nat(),
      (chosen, cut) => {
        const split = cut % chosen.length;
        const ours = chosen.slice(0, split);
        const others = chosen.slice(split).filter(({ field }) => !telling.includes(field));
        const put = (values: EventFormValues, where: typeof chosen, prefix: string) =>
          where.reduce(
            (form, { list, place, field }, n) => typed(form, list, place, field, `${prefix}${n}`),
            values,
          );
        const merged = mergeForms(opened(), put(opened(), ours, 'm'), saved(put(opened(), others, 't')));
        expect(content(merged.values)).toEqual(content(put(put(opened(), ours, 'm'), others, 't')));
        expect(conflicts(merged.rows)).toEqual([]);
        expect(merged.rows).toHaveLength(others.length);
      },
    ),
    { numRuns: 300 },
  );
});

test('every field that both changed is listed with all three values, and stays as I typed it', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.constantFrom(...places), { selector: at, minLength: 1 }), (chosen) => {
      const both = chosen.filter(({ field }) => !['system', 'assessor', 'text', 'url'].includes(field));
      const put = (prefix: string) =>
        both.reduce(
          (form, { list, place, field }, n) => typed(form, list, place, field, `${prefix}${n}`),
          opened(),
        );
      const { values, rows } = mergeForms(opened(), put('m'), saved(put('t')));
      expect(content(values)).toEqual(content(put('m')));
      expect(rows.map(({ kind }) => kind)).toEqual(both.map(() => 'conflict'));
      expect(new Set(rows.map((row) => `${row.at.list} ${row.at.part || 0} ${row.at.field}`))).toEqual(
        new Set(both.map(at)),
      );
      for (const row of rows) {
        expect(row.theirs).toMatch(/t\d+/);
        expect(row.mine).toMatch(/m\d+/);
        expect(applyPatch(values, row.keep)).toEqual(values);
        expect(isApplied(applyPatch(values, row.take), row.take)).toBe(true);
      }
      const theirs = rows.reduce((form, row) => applyPatch(form, row.take), values);
      expect(content(theirs)).toEqual(content(put('t')));
    }),
    { numRuns: 200 },
  );
});

type Edit =
  | { kind: 'type'; list: ListName | null; place: number; unit: number }
  | { kind: 'step'; what: string };
const listOf = fc.constantFrom<ListName>(...lists);
const edit: fc.Arbitrary<Edit> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('type' as const),
      list: fc.option(listOf),
      place: fc.nat(3),
      unit: fc.nat(40),
    }),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom('add', 'duplicate', 'remove'), listOf, fc.nat(3))
      .filter(([verb, list]) => verb !== 'duplicate' || list !== 'citations')
      .map(([verb, list, place]) => ({
        kind: 'step' as const,
        what: verb === 'add' ? `add ${list}` : `${verb} ${list} ${place}`,
      })),
  },
);

/** Do the edits, each with a word that stands nowhere else. */
function edited(edits: Edit[], prefix: string): EventFormValues {
  return edits.reduce((values, one, n) => {
    if (one.kind === 'step') return step(values, one.what);
    const units = one.list === null ? eventUnits : partUnits[one.list];
    const name = units[one.unit % units.length]?.name ?? 'notes';
    return name === 'figuresFrom' ? values : typed(values, one.list, one.place, name, `${prefix}${n}.`);
  }, opened());
}
const tokens = (part: unknown, prefix: string) =>
  new Set(JSON.stringify(part).match(new RegExp(`\\b${prefix}\\d+\\.`, 'g')) ?? []);

test('nothing that anybody typed is lost or taken unseen, whatever parts come and go', () => {
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 12 }), fc.array(edit, { maxLength: 12 }), (ours, others) => {
      const mine = edited(ours, 'm');
      const theirs = saved(edited(others, 't'));
      const { values, rows } = mergeForms(opened(), mine, theirs);
      // All of mine stands in the form; all of theirs does too, or can be taken, and is listed in either case.
      expect([...tokens(mine, 'm')].filter((token) => !tokens(values, 'm').has(token))).toEqual([]);
      const listed = tokens(
        rows.map(({ take }) => take),
        't',
      );
      expect([...tokens(theirs, 't')].filter((token) => !listed.has(token))).toEqual([]);
      const taken = rows.reduce((form, row) => applyPatch(form, row.take), values);
      expect([...tokens(theirs, 't')].filter((token) => !tokens(taken, 't').has(token))).toEqual([]);
      // Parts keep names of their own, and sources point to assessments that are there.
      for (const list of lists) {
        const names = taken[list].map(({ part }) => part);
        expect(new Set(names).size).toBe(names.length);
      }
      for (const { sources } of values.salvos)
        for (const pair of sources.split(' ').filter(Boolean))
          expect(values.assessments[Number(pair.split('=')[1])]).toBeDefined();
    }),
    { numRuns: 500 },
  );
});

test('where one of the two changed nothing, the other’s form stands', () => {
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 10 }), (edits) => {
      const mine = edited(edits, 'm');
      const alone = mergeForms(opened(), mine, opened());
      expect(content(alone.values)).toEqual(content(mine));
      expect(alone.rows).toEqual([]);
      const theirs = saved(edited(edits, 't'));
      const { values, rows } = mergeForms(opened(), opened(), theirs);
      const sorted = (form: EventFormValues) =>
        form.salvos.map(({ sources: _, ...salvo }) => JSON.stringify(words(salvo))).sort();
      expect(sorted(values)).toEqual(sorted(theirs));
      expect(conflicts(rows)).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

test('salvos that the other one added and took away are added and taken away, and can be put back', () => {
  const mine = typed(opened(), 'salvos', 2, 'apogeeKm', '30');
  const theirs = saved(
    typed(step(step(opened(), 'remove salvos 0'), 'add salvos'), 'salvos', 2, 'system', 'Toksa'),
  );
  const { values, rows } = mergeForms(opened(), mine, theirs);
  expect(values.salvos.map(({ system, apogeeKm }) => [system, apogeeKm])).toEqual([
    ['Hwasong-15', ''],
    ['Kumsong-3', '30'],
    ['Toksa', ''],
  ]);
  expect(rows.map(({ kind, label, was, theirs: now }) => [kind, label, was, now])).toEqual([
    ['taken', 'Salvo 1', '1, Hwasong-11A', 'removed'],
    ['taken', 'Salvo 3', 'not there', 'Toksa'],
  ]);
  const back = rows.reduce((form, row) => applyPatch(form, row.keep), values);
  expect(back.salvos.map(({ system }) => system)).toEqual(['Hwasong-15', 'Kumsong-3', 'Hwasong-11A']);
});

test('what I removed and the other one changed is a conflict, and so is the other way round', () => {
  const mine = typed(step(opened(), 'remove salvos 1'), 'salvos', 0, 'apogeeKm', '30');
  const theirs = saved(step(typed(opened(), 'salvos', 1, 'apogeeKm', '60'), 'remove salvos 0'));
  const { values, rows } = mergeForms(opened(), mine, theirs);
  expect(values.salvos.map(({ system }) => system)).toEqual(['Hwasong-11A', 'Kumsong-3']);
  expect(rows.map(({ kind, theirs: now, mine: own }) => [kind, now, own])).toEqual([
    ['conflict', 'removed', '1, Hwasong-11A'],
    ['conflict', '1, Hwasong-15', 'removed'],
  ]);
  const taken = rows.reduce((form, row) => applyPatch(form, row.take), values);
  expect(taken.salvos.map(({ system, apogeeKm }) => [system, apogeeKm])).toEqual([
    ['Kumsong-3', ''],
    ['Hwasong-15', '60'],
  ]);
});

test('a figure that the other one adopted keeps its claim while assessments move', () => {
  const mine = step(opened(), 'remove assessments 0');
  const adopted = typed(opened(), 'salvos', 1, 'distanceKm', '140');
  const theirs = saved(typed(adopted, 'salvos', 1, 'sources', 'distanceKm=1'));
  const { values, rows } = mergeForms(opened(), mine, theirs);
  expect(rows.map(({ label, was, theirs: now }) => [label, was, now])).toEqual([
    ['Salvo 2: Distance (km)', '101', '140'],
    ['Salvo 2: Figures from', 'distance from ROK JCS', 'distance from Japan MOD'],
  ]);
  expect(values.salvos.map(({ distanceKm, sources }) => [distanceKm, sources])).toEqual([
    ['100', ''],
    ['140', 'distanceKm=0'],
    ['102', ''],
  ]);
});

test('the same report added by both stands there once', () => {
  const add = (values: EventFormValues, hedge: string) =>
    ['assessor:KCNA', 'text:It flew.', `hedge:${hedge}`].reduce(
      (form, entry) => {
        const [field = '', value = ''] = entry.split(':');
        return typed(form, 'assessments', 2, field, value);
      },
      step(values, 'add assessments'),
    );
  const { values, rows } = mergeForms(opened(), add(opened(), 'presumed'), saved(add(opened(), '')));
  expect(values.assessments.map(({ assessor, hedge }) => [assessor, hedge])).toEqual([
    ['ROK JCS', ''],
    ['Japan MOD', ''],
    ['KCNA', 'presumed'],
  ]);
  expect(rows).toEqual([]);
});

test('a publication or a withdrawal meanwhile is taken over', () => {
  const mine = typed(opened(), null, 0, 'notes', 'At night.');
  const withdrawn = typed(
    typed(opened(), null, 0, 'status', 'withdrawn'),
    null,
    0,
    'statusReason',
    'A drill.',
  );
  const { values, rows } = mergeForms(opened(), mine, saved(withdrawn));
  expect(values).toMatchObject({ status: 'withdrawn', statusReason: 'A drill.', notes: 'At night.' });
  expect(rows.map(({ label, was, theirs }) => [label, was, theirs])).toEqual([
    ['Status', 'preliminary', 'withdrawn'],
    ['Reason for the status', 'empty', 'A drill.'],
  ]);
});

test('a choice that was sent as anything else is none', () => {
  expect(readPatch('{')).toBeNull();
  expect(readPatch('{"kind":"set","list":"events","part":"0","fields":{}}')).toBeNull();
  const patch = readPatch(
    '{"kind":"set","list":null,"part":"","fields":{"salvos":"x","nonsense":"x","notes":"y"}}',
  );
  expect(patch && applyPatch(opened(), patch)).toEqual({ ...opened(), notes: 'y' });
});
