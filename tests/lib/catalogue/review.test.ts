import { describe, expect, test } from 'vitest';
import {
  addAssessment,
  discardDraft,
  editEvent,
  publishEvent,
  recallEvent,
  recordEvent,
} from '@/lib/catalogue/commands';
import { listDraftsAtDesk } from '@/lib/catalogue/desk-lists';
import { getHistory } from '@/lib/catalogue/history';
import { catalogueVersion, getEvent } from '@/lib/catalogue/queries';
import { countWaiting, getEventReview, listDraftsInReview, submittedSilently } from '@/lib/catalogue/review';
import { addComment, returnDraft, submitDraft } from '@/lib/catalogue/review-commands';
import { db } from '@/lib/db/client';
import { rowsOf, testDatabase } from '../../support/database';
import { anEvent, people } from '../../support/factories';

testDatabase();

const at = (minute: number) => new Date(Date.UTC(2026, 10, 1, 12, minute));
const by = (actor: keyof typeof people, minute: number, reason = 'test') => ({
  actor: people[actor],
  reason,
  now: at(minute),
  holdSeconds: 600,
});
const draft = async (overrides: Parameters<typeof anEvent>[0] = {}) =>
  (await recordEvent(anEvent({ status: 'draft', ...overrides }), by('analyst', 0))).event;
/** The queue, of these events alone. */
const queue = async (...slugs: string[]) =>
  (await listDraftsInReview()).filter(({ event }) => slugs.includes(event.slug));
const kinds = async (slug: string) =>
  (
    await rowsOf(
      `SELECT r.kind::text FROM revisions r JOIN events e ON e.id = r.event_id WHERE e.slug = '${slug}' ORDER BY r.number`,
    )
  ).map(({ kind }) => kind);

describe('a draft', () => {
  test('goes into review once, stands in the queue with who submitted it, and is a draft still', async () => {
    const { slug } = await draft();
    const version = await catalogueVersion();
    const event = await submitDraft(slug, by('analyst', 1, 'Please check the time.'));
    expect(event).toMatchObject({ status: 'draft', revision: 2 });
    expect(await catalogueVersion()).toBe(version + 1);
    expect(await queue(slug)).toMatchObject([
      { event: { slug }, submittedBy: 'Ana Lyst', submittedAt: at(1), comments: 0 },
    ]);
    expect((await listDraftsAtDesk())[0]).toMatchObject({ event: { slug }, isInReview: true });
    await expect(submitDraft(slug, by('analyst', 2))).rejects.toMatchObject({
      code: 'conflict',
      message: 'Ana Lyst submitted this draft already.',
    });
    await expect(getEvent(slug)).rejects.toMatchObject({ code: 'not-found' });
  });

  test('goes into review with words that can be kept only', async () => {
    const { slug } = await draft();
    await expect(submitDraft(slug, by('analyst', 1, 'a\u0000b'))).rejects.toMatchObject({
      code: 'invalid',
      errors: [{ path: 'reason' }],
    });
    expect(await kinds(slug)).toEqual(['recorded']);
  });

  test('is returned with a reason, and submitted again', async () => {
    const { slug } = await draft();
    await expect(returnDraft(slug, by('editor', 1, 'Why?'))).rejects.toMatchObject({ code: 'conflict' });
    await submitDraft(slug, by('analyst', 1, submittedSilently));
    await expect(returnDraft(slug, by('editor', 2, ' '))).rejects.toMatchObject({
      code: 'invalid',
      errors: [{ path: 'reason' }],
    });
    await returnDraft(slug, by('editor', 2, 'The time\nis missing.'));
    expect(await queue(slug)).toEqual([]);
    expect(await getEventReview(slug)).toMatchObject({
      submitted: null,
      returned: { by: 'Ed Itor', at: at(2), reason: 'The time\nis missing.' },
    });
    await submitDraft(slug, by('analyst', 3));
    expect(await getEventReview(slug)).toMatchObject({ submitted: { by: 'Ana Lyst' }, returned: null });
    expect(await kinds(slug)).toEqual(['recorded', 'submitted', 'returned', 'submitted']);
  });

  test('without a source is not submitted: it could not be published', async () => {
    const { slug } = await draft({ assessments: [] });
    await expect(submitDraft(slug, by('analyst', 1))).rejects.toMatchObject({
      code: 'invalid',
      message: expect.stringContaining('no source'),
    });
    expect(await kinds(slug)).toEqual(['recorded']);
  });

  test('stays in review while it is edited, also under another date', async () => {
    const event = await draft();
    await submitDraft(event.slug, by('analyst', 1));
    // Opened before it was submitted: nothing that it says has changed since.
    const { event: edited } = await editEvent(
      event.slug,
      1,
      { ...event, localDate: '2020-05-02', status: 'draft' },
      by('analyst', 2),
    );
    await addAssessment(edited.slug, { assessor: 'KCNA', text: 'It flew.' }, by('analyst', 3));
    expect(await queue(edited.slug)).toMatchObject([
      { event: { slug: 'kp-2020-05-02', revision: 4 }, submittedAt: at(1) },
    ]);
    await expect(
      editEvent(edited.slug, 2, { ...event, status: 'draft' }, by('analyst', 4)),
    ).rejects.toMatchObject({ code: 'conflict' });
  });

  test('leaves review when it is published, and is not in it when that is undone', async () => {
    const { slug } = await draft();
    await submitDraft(slug, by('analyst', 1));
    await publishEvent(slug, 'preliminary', by('editor', 2));
    expect(await queue(slug)).toEqual([]);
    for (const step of [submitDraft, returnDraft])
      await expect(step(slug, by('editor', 3))).rejects.toMatchObject({ code: 'conflict' });
    // What was said of it while it was a draft is nobody's business.
    expect((await getHistory(slug)).map(({ kind }) => kind)).toEqual(['published']);
    expect(JSON.stringify(await getEvent(slug))).not.toMatch(/submitted|Ana Lyst/);
    await recallEvent(slug, by('editor', 4));
    expect((await getEventReview(slug)).submitted).toBeNull();
  });

  test('of an editor is published without review', async () => {
    const { event } = await recordEvent(anEvent({ status: 'draft' }), by('editor', 0));
    await publishEvent(event.slug, 'confirmed', by('editor', 1));
    expect(await kinds(event.slug)).toEqual(['recorded', 'published']);
  });

  test('only a draft can be in review: the database holds it', async () => {
    const { slug } = await draft();
    await publishEvent(slug, 'preliminary', by('editor', 1));
    const force = db().event.update({ where: { slug }, data: { submittedAt: at(2), submittedBy: 'x' } });
    await expect(force).rejects.toThrow('events_in_review');
  });
});

test('the queue has the longest waiting first, and counts corrections of readers too', async () => {
  const before = await countWaiting();
  const [late, early] = [await draft(), await draft()];
  await submitDraft(late.slug, by('analyst', 9));
  await submitDraft(early.slug, by('analyst', 8));
  await addComment(early.slug, 'Hm.', by('analyst', 9));
  expect((await queue(late.slug, early.slug)).map(({ event, comments }) => [event.slug, comments])).toEqual([
    [early.slug, 1],
    [late.slug, 0],
  ]);
  expect(await countWaiting()).toBe(before + 2);
});

describe('comments', () => {
  test('stand with the steps of the review in the order of time, and stay when the event is published', async () => {
    const { slug } = await draft();
    await addComment(slug, '  Which clock\r\nis it? ', by('editor', 1));
    await submitDraft(slug, by('analyst', 2, submittedSilently));
    await returnDraft(slug, by('editor', 3, 'KST, please.'));
    await addComment(slug, 'Done.', by('analyst', 4));
    await publishEvent(slug, 'preliminary', by('editor', 5));
    expect((await getEventReview(slug)).talk.map(({ kind, who, text }) => [kind, who, text])).toEqual([
      ['comment', 'Ed Itor', 'Which clock\nis it?'],
      ['submitted', 'Ana Lyst', null],
      ['returned', 'Ed Itor', 'KST, please.'],
      ['comment', 'Ana Lyst', 'Done.'],
      ['published', 'Ed Itor', null],
    ]);
    expect(JSON.stringify(await getHistory(slug))).not.toContain('Which clock');
  });

  test('are neither empty nor about nothing, and change no version', async () => {
    const { slug } = await draft();
    const version = await catalogueVersion();
    await expect(addComment(slug, ' ', by('analyst', 1))).rejects.toMatchObject({ code: 'invalid' });
    await expect(addComment(slug, 'a\u0000b', by('analyst', 1))).rejects.toMatchObject({ code: 'invalid' });
    await expect(addComment('kp-1900-01-01', 'x', by('analyst', 1))).rejects.toMatchObject({
      code: 'not-found',
    });
    await addComment(slug, 'x', by('analyst', 1));
    expect(await catalogueVersion()).toBe(version);
  });

  test('go with a draft that is discarded', async () => {
    const { slug } = await draft();
    await addComment(slug, 'gone soon', by('analyst', 1));
    await submitDraft(slug, by('analyst', 2));
    await discardDraft(slug, by('analyst', 3));
    expect(await db().comment.count({ where: { text: 'gone soon' } })).toBe(0);
  });
});
