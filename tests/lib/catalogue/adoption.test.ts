import { describe, expect, test } from 'vitest';
import { adoptFigure, takeBackAdoption } from '@/lib/catalogue/adoption-commands';
import { editEvent, recordEvent } from '@/lib/catalogue/commands';
import type { EventRecord } from '@/lib/catalogue/event-record';
import { claimInShort, claimsLedger } from '@/lib/catalogue/ledger';
import { catalogueVersion, getEventAtDesk, listChoices } from '@/lib/catalogue/queries';
import { rowsOf, testDatabase } from '../../support/database';
import { anEvent, people } from '../../support/factories';

testDatabase({ template: 'template_seeded' });

const now = new Date('2026-11-01T12:00:00Z');
const change = { actor: people.editor, now, holdSeconds: 60 };

/** Two salvos, and what two assessors said of them. */
const disputed = async (
  figures: Record<string, string | number> = {},
  status: 'draft' | 'preliminary' = 'draft',
) =>
  (
    await recordEvent(
      anEvent({
        status,
        salvos: [
          { distanceKm: 760, countMin: 1, countMax: 1, countText: null, sources: { distanceKm: 0 } },
          { distanceKm: null, countMin: 2, countMax: 2, countText: null },
        ],
        assessments: [
          { assessor: 'ROK JCS', text: 'About 760 km.', figures: { distanceKm: 760 } },
          { assessor: 'Japan MOD', text: 'About 750 km.', figures: { distanceKm: 750, ...figures } },
        ],
        citations: [{ publisher: 'Yonhap', url: 'https://example.org/report' }],
      }),
      { ...change, reason: 'first report', holdSeconds: null },
    )
  ).event;

const adopt = (event: EventRecord, figure: string, assessment = 1, salvo = 0) =>
  adoptFigure(event.slug, event.revision, { salvo, figure, assessment }, change);

describe('adopting', () => {
  test('a distance makes it the figure of record, from that claim, in one revision that says so', async () => {
    const event = await disputed();
    const version = await catalogueVersion();
    const { event: after, sentence } = await adopt(event, 'distanceKm');
    expect(after.salvos).toMatchObject([
      { distanceKm: 750, sources: { distanceKm: 1 } },
      { distanceKm: null, countMin: 2 },
    ]);
    expect(after.revision).toBe(event.revision + 1);
    expect(await catalogueVersion()).toBe(version + 1);
    expect(sentence).toBe('Distance of salvo 1 adopted from Japan MOD: 750 km. It was 760 km.');
    const [latest] = await rowsOf(
      `SELECT r.reason, r.kind::text, r.actor FROM revisions r JOIN events e ON e.id = r.event_id WHERE e.slug = '${event.slug}' ORDER BY r.number DESC LIMIT 1`,
    );
    expect(latest).toEqual({
      reason: 'Distance of salvo 1 adopted from Japan MOD',
      kind: 'edited',
      actor: people.editor.name,
    });
  });

  test('is undone by one more revision, value and source', async () => {
    const event = await disputed();
    const { event: adopted } = await adopt(event, 'distanceKm');
    const { event: back } = await takeBackAdoption(
      event.slug,
      adopted.revision,
      { salvo: 0, figure: 'distanceKm' },
      change,
    );
    expect(back.salvos).toEqual(event.salvos);
    expect(back.revision).toBe(3);
    await expect(
      takeBackAdoption(event.slug, adopted.revision, { salvo: 0, figure: 'distanceKm' }, change),
    ).rejects.toMatchObject({ code: 'conflict' });
  });

  test('what is adopted already changes nothing, and says so', async () => {
    const event = await disputed();
    expect(await adopt(event, 'distanceKm', 0)).toMatchObject({
      changed: false,
      event: { revision: 1 },
      sentence: expect.stringContaining('nothing was changed'),
    });
  });

  test.each([
    [{ countMin: 3 }, { countMin: 3, countMax: null, countText: null }],
    [
      { countMin: 3, countMax: 3 },
      { countMin: 3, countMax: 3, countText: null },
    ],
    [{ countText: 'several' }, { countMin: 1, countMax: null, countText: 'several' }],
    [{ countMax: 4 }, { countMin: 1, countMax: 4, countText: null }],
  ])('a count of %o is a salvo’s count of %o', async (claimed, counted) => {
    const { event } = await adopt(await disputed(claimed as Record<string, string | number>), 'count');
    expect(event.salvos[0]).toMatchObject({ ...counted, sources: { count: 1 } });
  });

  test('a system is found by any of its names, and its class follows', async () => {
    const { event } = await adopt(await disputed({ system: 'KN-23' }), 'system', 1, 0);
    expect(event.salvos[0]).toMatchObject({ system: 'hwasong-11a', systemName: 'Hwasong-11A', class: 'CM' });
    const unknownClass = await disputed({ system: 'KN-23' });
    const { event: open } = await editEvent(
      unknownClass.slug,
      1,
      { ...unknownClass, salvos: unknownClass.salvos.map((salvo) => ({ ...salvo, class: 'unknown' })) },
      { ...change, reason: 'test' },
    );
    expect((await adopt(open, 'system')).event.salvos[0]).toMatchObject({
      system: 'hwasong-11a',
      class: 'SRBM',
    });
  });

  test('a system that the catalogue does not know is refused with what to do, and nothing is written', async () => {
    const event = await disputed({ system: 'KN-99' });
    await expect(adopt(event, 'system')).rejects.toMatchObject({
      code: 'invalid',
      message: expect.stringMatching(/“KN-99” is no system of the catalogue\. Under Systems, add it/),
    });
    expect(await getEventAtDesk(event.slug)).toMatchObject({ revision: 1 });
  });

  test('a site is found by name, and one that is not known is kept as it was reported', async () => {
    expect((await adopt(await disputed({ site: 'sunan' }), 'site')).event.salvos[0]).toMatchObject({
      site: 'sunan',
    });
    expect(
      (await adopt(await disputed({ site: 'a field near Kusong' }), 'site')).event.salvos[0],
    ).toMatchObject({
      site: null,
      siteText: 'a field near Kusong',
      sources: { site: 1 },
    });
  });

  test('a figure that the claim does not give, or a claim that is not there, is refused', async () => {
    const event = await disputed();
    await expect(adopt(event, 'apogeeKm')).rejects.toMatchObject({
      code: 'invalid',
      message: 'Claim 2, Japan MOD, does not say: apogee.',
    });
    await expect(adopt(event, 'apogeeKm', 7)).rejects.toMatchObject({ code: 'invalid' });
    await expect(adopt(event, 'distanceKm', 1, 7)).rejects.toMatchObject({ code: 'invalid' });
    await expect(adopt(event, 'nonsense')).rejects.toMatchObject({ code: 'invalid' });
  });

  test('over a newer revision is a conflict that names what was changed', async () => {
    const event = await disputed();
    await editEvent(event.slug, 1, { ...event, notes: 'At night.' }, { ...change, reason: 'test' });
    await expect(adopt(event, 'distanceKm')).rejects.toMatchObject({
      code: 'conflict',
      errors: [{ path: 'notes', message: 'Notes was unknown, and is now At night.' }],
    });
  });

  test('of a published event takes an editor, and is a correction that is told', async () => {
    const event = await disputed({}, 'preliminary');
    await expect(
      adoptFigure(
        event.slug,
        1,
        { salvo: 0, figure: 'distanceKm', assessment: 1 },
        { ...change, actor: people.analyst },
      ),
    ).rejects.toMatchObject({ code: 'forbidden' });
    expect(await adopt(event, 'distanceKm')).toMatchObject({
      alertAt: new Date('2026-11-01T12:01:00Z'),
      event: { status: 'preliminary', salvos: [{ distanceKm: 750 }, {}] },
    });
  });
});

describe('the ledger', () => {
  test('has the figure of record with its claim first, and marks what each claim says in words', async () => {
    const event = await disputed({ site: 'Munch’on', countMin: 3, countMax: 3, system: 'KN-23' });
    const [first, second] = claimsLedger(event, await listChoices());
    const row = (name: string) => first?.rows.find(({ figure }) => figure === name);
    expect(row('distanceKm')).toMatchObject({
      record: '760 km',
      from: 0,
      cells: [
        { words: '760 km', standing: 'adopted', note: 'adopted' },
        { words: '750 km', standing: 'differs', note: '10 km less' },
      ],
    });
    expect(row('count')?.cells[1]).toMatchObject({ words: '3 missiles', note: 'adopted, of all salvos' });
    expect(row('system')).toMatchObject({
      record: null,
      cells: [{ note: 'not said' }, { note: 'not adopted' }],
    });
    expect(second?.rows.find(({ figure }) => figure === 'distanceKm')).toMatchObject({
      record: null,
      from: null,
    });
    expect(first?.unknown).toContain('Apogee');
    expect(first?.rows.map(({ label }) => label)).not.toContain('Apogee');
  });

  test('every event of the starter catalogue has one, and what it calls adopted is the figure of record', async () => {
    const names = await listChoices();
    const slugs = await rowsOf('SELECT slug FROM events');
    for (const { slug } of slugs) {
      const event = await getEventAtDesk(String(slug));
      for (const { rows } of claimsLedger(event, names))
        for (const { cells, from } of rows)
          for (const cell of cells) if (cell.standing === 'adopted') expect(cell.claim).toBe(from);
    }
  });

  test('says how good a claim is held to be as analysts write it', async () => {
    const [claim] = (await disputed()).assessments;
    if (!claim) throw new Error('no claim');
    expect(
      claimInShort({
        ...claim,
        likelihood: 'likely',
        confidence: 'low',
        sourceReliability: 'B',
        infoCredibility: 2,
      }),
    ).toMatchObject({ judgement: 'likely, low confidence', grading: 'B2' });
    expect(claimInShort(claim)).toMatchObject({ judgement: '', grading: null });
  });
});
