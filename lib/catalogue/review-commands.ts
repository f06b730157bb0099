import { z } from 'zod';
import { db, type Prisma } from '@/lib/db/client';
import { AppError } from '@/lib/errors';
import { parse } from '@/lib/parse';
import type { EventRecord, EventRow } from './event-record';
import { findEventRow } from './event-rows';
import { allow, canPublish, canRecord } from './permissions';
import { type Authorship, saveRevisions } from './revisions';
import { text } from './schema';
import { inTransaction } from './transaction';

const remark = z.object({ reason: text });
const comment = z.object({ text });

/**
 * Put a draft into review: it stands in the editors' queue until one of them publishes or returns it. It can still be edited.
 * @param change its reason is a word to the editor
 * @throws AppError `forbidden` below analyst, `not-found`, `conflict` where it is no draft or in review already, `invalid`
 *   where it names no source, without which it could not be published, or at `reason`
 */
export async function submitDraft(slug: string, change: Authorship): Promise<EventRecord> {
  allow(canRecord(change.actor), 'Submitting a draft takes the role of analyst.');
  const { reason } = parse(remark, { reason: change.reason });
  return stepOfReview(slug, 'submitted', { ...change, reason }, (row, now) => {
    if (row.submittedAt) throw new AppError('conflict', `${row.submittedBy} submitted this draft already.`);
    if (row.assessments.length + row.citations.length === 0)
      throw new AppError('invalid', 'This draft names no source. Give one before it goes into review.');
    return { submittedAt: now, submittedBy: change.actor.name };
  });
}

/**
 * Give a draft in review back to be worked on.
 * @param change its reason tells the analyst what is missing
 * @throws AppError `forbidden` below editor, `not-found`, `conflict` where it is not in review, `invalid` without a reason
 */
export async function returnDraft(slug: string, change: Authorship): Promise<EventRecord> {
  allow(canPublish(change.actor), 'Returning a draft takes the role of editor.');
  const { reason } = parse(remark, { reason: change.reason });
  return stepOfReview(slug, 'returned', { ...change, reason }, (row) => {
    if (!row.submittedAt) throw new AppError('conflict', 'This draft is not in review.');
    return { submittedAt: null, submittedBy: null };
  });
}

/**
 * Say something about an event to whoever works at the desk. It is never public, and goes with a draft that is discarded.
 * @throws AppError `forbidden` below analyst, `not-found`, `invalid` at `text`
 */
export async function addComment(
  slug: string,
  said: unknown,
  { actor, now = new Date() }: Omit<Authorship, 'reason'>,
): Promise<void> {
  allow(canRecord(actor), 'Commenting takes the role of analyst.');
  const entry = parse(comment, { text: said });
  const { id } = await findEventRow(db(), slug);
  await db().comment.create({
    data: { ...entry, eventId: id, author: actor.name, authorId: actor.id, createdAt: now },
  });
}

type Submission = Pick<Prisma.EventUpdateInput, 'submittedAt' | 'submittedBy'>;

function stepOfReview(
  slug: string,
  kind: 'submitted' | 'returned',
  change: Authorship,
  next: (row: EventRow, now: Date) => Submission,
): Promise<EventRecord> {
  const now = change.now ?? new Date();
  return inTransaction(async (tx) => {
    const row = await findEventRow(tx, slug);
    if (row.status !== 'draft') throw new AppError('conflict', 'This event is published already.');
    await tx.event.update({
      where: { id: row.id },
      data: { ...next(row, now), revision: row.revision + 1, updatedAt: now },
    });
    const [event] = await saveRevisions(tx, [row.id], kind, { ...change, now });
    if (!event) throw new Error(`${slug} is gone`);
    return event;
  });
}
