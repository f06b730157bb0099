import { describe, expect, test } from 'vitest';
import {
  addContextItem,
  deleteContextItem,
  editContextItem,
  loadContextItems,
  mergeContextItems,
} from '@/lib/catalogue/context-commands';
import { contextFilterFromUrl } from '@/lib/catalogue/context-filter';
import {
  findContextItem,
  listContextItems,
  previewContextMerger,
  searchContextItems,
} from '@/lib/catalogue/context-queries';
import { lastEdit, listEdits } from '@/lib/catalogue/edit-trail';
import { catalogueVersion } from '@/lib/catalogue/queries';
import { db } from '@/lib/db/client';
import { rowsOf, testDatabase } from '../../support/database';
import { aContextItem, on } from '../../support/entries';

testDatabase();

const errorsOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => [],
    (error: { errors: { path: string; message: string }[] }) => error.errors,
  );
const listed = async (query: string) =>
  (await listContextItems(contextFilterFromUrl(new URLSearchParams(query)))).map(({ slug }) => slug);

describe('adding', () => {
  test('makes the slug of date and title, keeps a trace and moves the catalogue on', async () => {
    const version = await catalogueVersion();
    const item = await addContextItem(aContextItem({ title: 'Élysée statement, no. 2' }), on('2026-01-01'));
    expect(item.slug).toBe('2018-06-12-elysee-statement-no-2');
    expect(await findContextItem(item.slug)).toMatchObject({
      title: 'Élysée statement, no. 2',
      citations: [{ checked: 'no' }],
    });
    expect(await catalogueVersion()).toBe(version + 1);
    expect(await listEdits('context', item.slug)).toMatchObject([
      { edit: 'added', after: { kind: 'summit' } },
    ]);
    expect(
      await errorsOf(addContextItem(aContextItem({ title: 'Elysee statement no 2' }), on('2026-01-01'))),
    ).toMatchObject([{ path: 'title', message: expect.stringContaining('is taken') }]);
  });

  test.each([
    [{ date: '2018-02-30' }, 'date'],
    [{ date: '0000-01-01' }, 'date'],
    [{ endDate: '2018-06-11' }, 'endDate'],
    [{ kind: 'launch' }, 'kind'],
    [{ title: '' }, 'title'],
    [{ title: '성명' }, 'title'],
    [{ summary: ' ' }, 'summary'],
    [{ country: 'ZZ' }, 'country'],
    [{ latitude: 1.3 }, 'longitude'],
    [{ latitude: 200, longitude: 0 }, 'latitude'],
    [{ citations: [] }, 'citations'],
    [{ citations: [{ publisher: 'X', url: 'javascript:alert(1)' }] }, 'citations.0.url'],
    [
      { citations: [{ publisher: 'X', url: 'https://example.org', publishedOn: '0000-01-01' }] },
      'citations.0.publishedOn',
    ],
  ])('%o is refused at its field', async (overrides, path) => {
    const errors = await errorsOf(addContextItem(aContextItem(overrides), on('2026-01-01')));
    expect(errors.map((error) => error.path)).toEqual([path]);
  });
});

describe('editing', () => {
  test('keeps the slug, and leaves a trace of what was different', async () => {
    const { slug } = await addContextItem(aContextItem({ title: 'Edited one' }), on('2026-01-01'));
    const seen = await lastEdit('context', slug);
    const wanted = aContextItem({ title: 'Edited two', date: '2018-06-13', endDate: '2018-06-14' });
    const { item, changed } = await editContextItem(slug, wanted, seen, on('2026-01-02', 'wrong day'));
    expect([item.slug, changed]).toEqual([slug, true]);
    expect(await listEdits('context', slug)).toMatchObject([
      {
        edit: 'edited',
        reason: 'wrong day',
        before: { title: 'Edited one' },
        after: { title: 'Edited two' },
      },
      { edit: 'added' },
    ]);
    const version = await catalogueVersion();
    const again = await editContextItem(slug, wanted, await lastEdit('context', slug), on('2026-01-03'));
    expect(again.changed).toBe(false);
    expect(await catalogueVersion()).toBe(version);
    await expect(editContextItem(slug, aContextItem(), seen, on('2026-01-03'))).rejects.toMatchObject({
      code: 'conflict',
    });
  });
});

describe('merging', () => {
  test('keeps the words of the one that stays and the citations of both, and links to the other lead to it', async () => {
    const shared = { publisher: 'Reuters', url: 'https://example.org/shared' };
    const own = { publisher: 'KCNA', url: 'https://example.org/kcna', checked: 'yes' };
    const a = await addContextItem(
      aContextItem({ title: 'Twice A', summary: 'Less.', citations: [shared, own] }),
      on('2026-01-01'),
    );
    const b = await addContextItem(
      aContextItem({ title: 'Twice B', summary: 'More.', citations: [shared] }),
      on('2026-01-01'),
    );
    expect(await previewContextMerger(a.slug, b.slug)).toMatchObject({ gained: [own], refusal: null });
    await mergeContextItems(a.slug, b.slug, on('2026-01-02', 'the same meeting'));
    expect(await findContextItem(a.slug)).toMatchObject({
      slug: b.slug,
      summary: 'More.',
      citations: [shared, own],
      formerIds: [a.slug],
    });
    expect((await listEdits('context', b.slug)).map(({ edit, before }) => [edit, before?.summary])).toEqual([
      ['merged', 'More.'],
      ['merged', 'Less.'],
      ['added', undefined],
      ['added', undefined],
    ]);
    expect(
      await rowsOf('SELECT 1 FROM citations WHERE context_item_id IS NULL AND event_id IS NULL'),
    ).toEqual([]);
  });

  test('of two countries is refused with a sentence', async () => {
    await db().country.createMany({
      data: [{ id: 'IR', name: 'Iran', timeZone: 'Asia/Tehran' }],
      skipDuplicates: true,
    });
    const a = await addContextItem(aContextItem({ title: 'Of Iran', country: 'IR' }), on('2026-01-01'));
    const b = await addContextItem(aContextItem({ title: 'Of Korea' }), on('2026-01-01'));
    await expect(mergeContextItems(a.slug, b.slug, on('2026-01-02'))).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('only items of one country can be merged'),
    });
  });
});

test('a deleted item is gone with its citations, stays in the trail, and no load brings it back', async () => {
  const item = await addContextItem(aContextItem({ title: 'Deleted one' }), on('2026-01-01'));
  await deleteContextItem(item.slug, on('2026-01-02', 'not public'));
  expect(await findContextItem(item.slug)).toBeNull();
  expect(await listEdits('context', item.slug)).toMatchObject([
    { edit: 'deleted', reason: 'not public' },
    {},
  ]);
  const added = await db().$transaction((tx) => loadContextItems(tx, [item], on('2026-01-03')));
  expect(added).toBe(0);
  await expect(deleteContextItem(item.slug, on('2026-01-03'))).rejects.toMatchObject({ code: 'not-found' });
});

describe('the list', () => {
  test('is narrowed by kind, country and span; an item of several days is in every span that it touches', async () => {
    const add = (title: string, overrides: object) =>
      addContextItem(aContextItem({ title, ...overrides }), on('2026-01-01'));
    await add('Drill', { kind: 'military-exercise', date: '2001-03-09', endDate: '2001-03-18' });
    await add('Talk', { kind: 'statement', date: '2001-03-20', country: null });
    expect(await listed('from=2001-03-10&to=2001-03-12')).toEqual(['2001-03-09-drill']);
    expect(await listed('from=2001-03-18&to=2001-03-31')).toEqual(['2001-03-20-talk', '2001-03-09-drill']);
    expect(await listed('from=2001-03-19&to=2001-03-19')).toEqual([]);
    expect(await listed('kind=statement,military-exercise&to=2002-01-01&country=KP')).toEqual([
      '2001-03-09-drill',
    ]);
    expect((await searchContextItems('DRILL')).map(({ slug }) => slug)).toEqual(['2001-03-09-drill']);
  });

  test.each([
    ['kind=launch', 'kind'],
    ['country=kp', 'country'],
    ['from=2020-13-01', 'from'],
    ['from=0000-01-01', 'from'],
    ['from=2020-01-02&to=2020-01-01', 'to'],
  ])('%s is refused by its parameter', (query, path) => {
    expect(() => contextFilterFromUrl(new URLSearchParams(query))).toThrow(
      expect.objectContaining({ errors: [expect.objectContaining({ path })] }),
    );
  });
});
