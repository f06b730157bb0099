import { isDeepStrictEqual } from 'node:util';
import type { Tx } from '@/lib/db/client';
import { AppError, invalidField } from '@/lib/errors';
import { parse } from '@/lib/parse';
import { duty, kindOfChange } from './change-kind';
import { conflictOf } from './edit-conflict';
import { readReferences } from './event-parts';
import { type EventRecord, type EventRow, toEventRecord } from './event-record';
import {
  findEventRow,
  freeSlug,
  insertEvents,
  replaceEvent,
  type SluggedEvent,
  wasEverPublic,
} from './event-rows';
import { holdChangeAlert, holdNewEventAlert, takeBackNewEventAlert } from './held-alerts';
import { allow, canPublish, canRecord } from './permissions';
import { type Authorship, type RevisionKind, saveRevisions } from './revisions';
import { type EventInput, eventInput } from './schema';
import { settleEvent } from './settle-event';
import { inTransaction } from './transaction';
import { type PublishedStatus, publishedStatuses } from './vocabulary';

/**
 * Who changes the catalogue, why, and when; `holdSeconds` is how long the alert waits, so that a slip can be undone. With
 * null nobody is told.
 */
export type Change = Authorship & { holdSeconds: number | null };

/** What else has to be written with an event, or not at all. */
export type Alongside = (tx: Tx, event: EventRecord) => Promise<void>;

/**
 * How a write ends: the event as it now stands, when its alert goes out (null: there is none), and whether there was
 * anything to write.
 */
export type Written = { event: EventRecord; alertAt: Date | null; changed: boolean };

/**
 * Record a new event: rows, revision 1, catalogue version and, unless it is a draft, the job of its alert, in one
 * transaction.
 * @throws AppError `invalid` with a message a field, `forbidden` below analyst, and below editor for anything but a draft
 */
export async function recordEvent(input: unknown, change: Change, alongside?: Alongside): Promise<Written> {
  const event = parse(eventInput, input);
  allow(canRecord(change.actor), 'Recording an event takes the role of analyst.');
  if (event.status !== 'draft')
    allow(canPublish(change.actor), 'Publishing takes the role of editor. Record it as a draft.');
  if (event.status === 'withdrawn') throw invalidField('status', 'A new event cannot be withdrawn already.');

  return inTransaction(async (tx) => {
    const written = await recordIn(tx, event, change);
    await alongside?.(tx, written.event);
    return written;
  });
}

/** `recordEvent` inside the caller's transaction, of an event that is parsed and allowed. */
export async function recordIn(tx: Tx, event: EventInput, change: Change): Promise<Written> {
  const slug = await freeSlug(tx, event.country, event.localDate);
  const [id] = await insertEvents(tx, [{ ...event, slug }], change);
  if (id === undefined) throw new Error(`${slug} was not inserted`);
  return finish(tx, id, 'recorded', change);
}

/**
 * Replace what an event says. The status it is given decides what this is: an edited draft, a publication, a correction, a
 * withdrawal or its undoing. What changes nothing makes no revision.
 * @param revision the revision that the editor saw; a newer one is a `conflict` that names what was changed since
 * @throws AppError `not-found`, `invalid`, `forbidden` below analyst, and below editor for anything but a draft, or `conflict`
 */
export async function editEvent(
  slug: string,
  revision: number,
  input: unknown,
  change: Change,
  alongside?: Alongside,
): Promise<Written> {
  allow(canRecord(change.actor), 'Editing a draft takes the role of analyst.');
  return changeEvent(
    slug,
    change,
    async (before, tx) => {
      const conflict = await conflictOf(tx, before, revision);
      if (conflict) throw conflict;
      return { status: before.status, ...(input as object) };
    },
    alongside,
  );
}

/**
 * Make a draft public, as preliminary, confirmed or disputed, and schedule its alert.
 * @param seen the revision that the editor saw, where that matters: a newer one is not published unseen
 * @throws AppError `forbidden` below editor, `conflict` where it is no draft or was changed since, `invalid` where a source
 *   is missing
 */
export async function publishEvent(
  slug: string,
  status: PublishedStatus,
  change: Change,
  seen: number | null = null,
): Promise<Written> {
  allow(canPublish(change.actor), 'Publishing takes the role of editor.');
  if (!publishedStatuses.includes(status))
    throw invalidField('status', 'Publish as preliminary, confirmed or disputed.');
  return changeEvent(slug, change, (before) => {
    if (before.status !== 'draft') throw new AppError('conflict', 'This event is published already.');
    if (seen !== null && before.revision !== seen)
      throw new AppError(
        'conflict',
        'This draft was changed since you opened it. Look at it again below, then publish.',
      );
    return { ...before, status };
  });
}

/**
 * Take an event out of all counts. Its page stays, struck through, with the reason; whoever was told of it is told of this.
 * @param why what readers are shown
 * @throws AppError `forbidden` below editor, `conflict` where it is a draft or withdrawn already, `invalid` without a reason
 */
export async function withdrawEvent(
  slug: string,
  why: string,
  change: Change,
  alongside?: Alongside,
): Promise<Written> {
  allow(canPublish(change.actor), 'Withdrawing takes the role of editor.');
  return changeEvent(
    slug,
    change,
    (before) => {
      if (before.status === 'draft')
        throw new AppError('conflict', 'This is a draft. It can be discarded, not withdrawn.');
      if (before.status === 'withdrawn') throw new AppError('conflict', 'This event is withdrawn already.');
      return { ...before, status: 'withdrawn', statusReason: why };
    },
    alongside,
  );
}

/**
 * Add what one more assessor said. The figures of record stay as they are.
 * @throws AppError `forbidden` below analyst, and below editor where the event is published
 */
export async function addAssessment(
  slug: string,
  assessment: unknown,
  change: Change,
  alongside?: Alongside,
): Promise<Written> {
  allow(canRecord(change.actor), 'Adding an assessment takes the role of analyst.');
  return changeEvent(
    slug,
    change,
    (before) => ({
      ...before,
      assessments: [...before.assessments, assessment],
    }),
    alongside,
  );
}

/**
 * Undo a publication while its alert is still held: the event is a draft again, and nobody is told.
 * @throws AppError `gone` where the alert has already begun
 */
export async function recallEvent(slug: string, change: Change): Promise<Written> {
  allow(canPublish(change.actor), 'Undoing a publication takes the role of editor.');

  return inTransaction(async (tx) => {
    const row = await findEventRow(tx, slug);
    if (!(await takeBackNewEventAlert(tx, row.id))) {
      throw new AppError('gone', 'The alert has gone out already: this publication can no longer be undone.');
    }
    await tx.event.update({
      where: { id: row.id },
      data: {
        status: 'draft',
        publishedAt: null,
        updatedAt: change.now ?? new Date(),
        revision: row.revision + 1,
      },
    });
    return finish(tx, row.id, 'recalled', change);
  });
}

/**
 * Delete a draft that was never published, with its revisions. Published events are withdrawn instead.
 * @throws AppError `conflict` where it is, or ever was, public
 */
export async function discardDraft(slug: string, change: Change): Promise<void> {
  allow(canRecord(change.actor), 'Discarding a draft takes the role of analyst.');
  await inTransaction(async (tx) => {
    const row = await findEventRow(tx, slug);
    if (row.status !== 'draft' || (await wasEverPublic(tx, row.id))) {
      throw new AppError('conflict', 'This event has been public. It can be withdrawn, but not discarded.');
    }
    await tx.event.delete({ where: { id: row.id } });
  });
}

/**
 * Record many published events at once, without alerts: for the starter catalogue. Runs inside the caller's
 * transaction, so that a load is one.
 * @param events already parsed
 * @returns how many were new; a slug that is there already is left as it is
 */
export async function loadEvents(tx: Tx, events: SluggedEvent[], change: Authorship): Promise<number> {
  allow(canPublish(change.actor), 'Loading events takes the role of editor.');
  const present = new Set((await tx.event.findMany({ select: { slug: true } })).map((event) => event.slug));
  const missing = events.filter((event) => !present.has(event.slug));
  await saveRevisions(tx, await insertEvents(tx, missing, change), 'recorded', change);
  return missing.length;
}

// ------------------------------------------------------------ steps

/** What an event is to say, worked out from what it says now. */
type NextState = (before: EventRecord, tx: Tx) => unknown;

function changeEvent(slug: string, change: Change, next: NextState, alongside?: Alongside): Promise<Written> {
  return inTransaction(
    async (tx) => {
      const row = await findEventRow(tx, slug);
      const event = parse(eventInput, await next(toEventRecord(row), tx));
      const written = await changeIn(tx, row, event, change);
      await alongside?.(tx, written.event);
      return written;
    },
    ({ changed }) => changed,
  );
}

/** `editEvent` inside the caller's transaction, of an event that is parsed. */
export async function changeIn(tx: Tx, row: EventRow, event: EventInput, change: Change): Promise<Written> {
  const before = toEventRecord(row);
  const kind = kindOfChange(before.status, event.status);
  if (kind === 'edited') allow(canRecord(change.actor), 'Editing a draft takes the role of analyst.');
  else allow(canPublish(change.actor), `${duty[kind]} takes the role of editor.`);

  const references = await readReferences(tx);
  const settled = settleEvent(event, references);
  if (isDeepStrictEqual(settled, settleEvent(parse(eventInput, before), references)))
    return { event: before, alertAt: null, changed: false };
  await replaceEvent(tx, row, settled, references, change.now ?? new Date());
  return finish(tx, row.id, kind, change);
}

/** Keep the revision, and leave the job of the alert that this kind of change asks for. */
async function finish(tx: Tx, eventId: number, kind: RevisionKind, change: Change): Promise<Written> {
  const [event] = await saveRevisions(tx, [eventId], kind, change);
  if (!event) throw new Error(`event ${eventId} is gone`);
  return { event, alertAt: await holdAlert(tx, eventId, event, kind, change), changed: true };
}

async function holdAlert(
  tx: Tx,
  eventId: number,
  { revision, status }: EventRecord,
  kind: RevisionKind,
  { now = new Date(), holdSeconds }: Change,
): Promise<Date | null> {
  if (status === 'draft' || holdSeconds === null) return null;
  const runAt = new Date(now.getTime() + holdSeconds * 1000);
  if (kind === 'recorded' || kind === 'published') return holdNewEventAlert(tx, eventId, revision, runAt);
  // A withdrawn page that is put into better words is nobody's news.
  if (kind === 'corrected' && status === 'withdrawn') return null;
  return holdChangeAlert(tx, eventId, revision, kind === 'withdrawn' ? 'withdrawal' : 'update', runAt);
}
