import { addJob, removeJob } from '@/lib/db/add-job';
import { db, type Prisma, type Tx } from '@/lib/db/client';
import { AppError, invalidField } from '@/lib/errors';
import { dayIn, firstDay, lastDay, precisionOf, toDatabaseDate } from '@/lib/format/dates';
import { parse } from '@/lib/parse';
import { type EventReferences, readReferences, writeParts } from './event-parts';
import { type EventRecord, eventInclude, toEventRecord } from './event-record';
import { type Actor, allow, canPublish, canRecord } from './permissions';
import { type EventInput, eventInput } from './schema';
import { type PublishedStatus, publishedStatuses } from './vocabulary';

/** Who changes the catalogue, why, and when; `holdSeconds` is how long the alert waits, so that a slip can be undone. */
export type Change = { actor: Actor; reason: string; now?: Date; holdSeconds: number };

/** What else has to be written with an event, or not at all. */
export type Alongside = (tx: Tx, event: EventRecord) => Promise<void>;

/** How a write ends: the event as it now stands, and when its alert goes out (null: there is none). */
export type Written = { event: EventRecord; alertAt: Date | null };

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
    const row = await insertEvent(tx, event, await readReferences(tx), change);
    await saveRevision(tx, row.id, 'recorded', change);
    const alertAt = event.status === 'draft' ? null : await scheduleAlert(tx, row.id, 1, change);
    const written = await finish(tx, row.id, alertAt);
    await alongside?.(tx, written.event);
    return written;
  });
}

/**
 * Replace what a draft says.
 * @param revision the revision that the editor saw; a newer one is a `conflict`
 * @throws AppError `not-found`, `forbidden`, `invalid`, or `conflict` where it is no draft (any more)
 */
export async function editDraft(
  slug: string,
  revision: number,
  input: unknown,
  change: Change,
): Promise<Written> {
  const event = parse(eventInput, { ...(input as object), status: 'draft' });
  allow(canRecord(change.actor), 'Editing a draft takes the role of analyst.');

  return inTransaction(async (tx) => {
    const row = await lockedEvent(tx, slug);
    if (row.status !== 'draft')
      throw new AppError('conflict', 'This event is published. It can no longer be edited as a draft.');
    if (row.revision !== revision)
      throw new AppError(
        'conflict',
        'Somebody else has changed this draft since you opened it. Open it again to see the change.',
      );
    const references = await readReferences(tx);
    const country = countryOf(event, references, change);
    const moved =
      row.countryId !== event.country ||
      row.localDate.getTime() !== toDatabaseDate(firstDay(event.localDate)).getTime() ||
      row.datePrecision !== precisionOf(event.localDate);
    await tx.event.update({
      where: { id: row.id },
      data: {
        ...ownColumns(event, change),
        ...(moved ? { slug: await freeSlug(tx, country.id, event.localDate) } : {}),
        revision: row.revision + 1,
      },
    });
    await removeParts(tx, row.id);
    await writeParts(tx, row.id, event, references);
    await saveRevision(tx, row.id, 'edited', change);
    return finish(tx, row.id, null);
  });
}

/**
 * Make a draft public, as preliminary, confirmed or disputed, and schedule its alert.
 * @throws AppError `forbidden` below editor, `conflict` where it is no draft, `invalid` where a source is missing
 */
export async function publishEvent(slug: string, status: PublishedStatus, change: Change): Promise<Written> {
  allow(canPublish(change.actor), 'Publishing takes the role of editor.');
  if (!publishedStatuses.includes(status))
    throw invalidField('status', 'Publish as preliminary, confirmed or disputed.');

  return inTransaction(async (tx) => {
    const row = await lockedEvent(tx, slug);
    if (row.status !== 'draft') throw new AppError('conflict', 'This event is published already.');
    const draft = toEventRecord(
      await tx.event.findUniqueOrThrow({ where: { id: row.id }, include: eventInclude }),
    );
    parse(eventInput, { ...draft, status });
    const now = change.now ?? new Date();
    await tx.event.update({
      where: { id: row.id },
      data: { status, publishedAt: now, updatedAt: now, revision: row.revision + 1 },
    });
    await saveRevision(tx, row.id, 'published', change);
    return finish(tx, row.id, await scheduleAlert(tx, row.id, row.revision + 1, change));
  });
}

/**
 * Undo a publication while its alert is still held: the event is a draft again, and nobody is told.
 * @throws AppError `gone` where the alert has already begun
 */
export async function recallEvent(slug: string, change: Change): Promise<Written> {
  allow(canPublish(change.actor), 'Undoing a publication takes the role of editor.');

  return inTransaction(async (tx) => {
    const row = await lockedEvent(tx, slug);
    if (!(await removeJob(tx, alertKey(row.id)))) {
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
    await saveRevision(tx, row.id, 'recalled', change);
    return finish(tx, row.id, null);
  });
}

/**
 * Delete a draft that was never published, with its revisions. Published events are withdrawn instead.
 * @throws AppError `conflict` where it is, or ever was, public
 */
export async function discardDraft(slug: string, change: Change): Promise<void> {
  allow(canRecord(change.actor), 'Discarding a draft takes the role of analyst.');
  await inTransaction(async (tx) => {
    const row = await lockedEvent(tx, slug);
    const wasPublic = await tx.revision.count({
      where: { eventId: row.id, kind: { in: ['published', 'recalled'] } },
    });
    if (row.status !== 'draft' || wasPublic > 0) {
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
export async function loadEvents(
  tx: Tx,
  events: (EventInput & { slug: string })[],
  change: Omit<Change, 'holdSeconds'>,
): Promise<number> {
  allow(canPublish(change.actor), 'Loading events takes the role of editor.');
  const present = new Set((await tx.event.findMany({ select: { slug: true } })).map((event) => event.slug));
  const missing = events.filter((event) => !present.has(event.slug));
  const references = await readReferences(tx);
  const ids: number[] = [];
  for (const { slug, ...event } of missing) {
    const row = await insertEvent(tx, event, references, { ...change, holdSeconds: 0 }, slug);
    ids.push(row.id);
  }
  await saveRevisions(tx, ids, 'recorded', change);
  return missing.length;
}

// ------------------------------------------------------------ steps

/**
 * One transaction that first raises the catalogue version. That row is the lock that puts writes in a line, so slugs
 * and revision numbers need no other.
 */
export function inTransaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return db().$transaction(async (tx) => {
    await raiseVersion(tx);
    return work(tx);
  }, transactionOptions);
}

/**
 * One transaction of a load, which may find nothing to do: the version's row is locked first, as in `inTransaction`,
 * but raised only where `isNew` says so of what `work` answered.
 */
export function inLoadTransaction<T>(
  work: (tx: Tx) => Promise<T>,
  isNew: (result: T) => boolean,
): Promise<T> {
  return db().$transaction(async (tx) => {
    await tx.$queryRaw`SELECT version FROM catalogue WHERE id = 1 FOR UPDATE`;
    const result = await work(tx);
    if (isNew(result)) await raiseVersion(tx);
    return result;
  }, transactionOptions);
}

const transactionOptions = { timeout: 120_000, maxWait: 20_000 };

async function raiseVersion(tx: Tx): Promise<void> {
  await tx.catalogue.update({
    where: { id: 1 },
    data: { version: { increment: 1 }, changedAt: new Date() },
  });
}

async function insertEvent(
  tx: Tx,
  event: EventInput,
  references: EventReferences,
  change: Change,
  slug?: string,
) {
  const country = countryOf(event, references, change);
  const row = await tx.event.create({
    data: { slug: slug ?? (await freeSlug(tx, country.id, event.localDate)), ...ownColumns(event, change) },
  });
  await writeParts(tx, row.id, event, references);
  return row;
}

function ownColumns(event: EventInput, { now = new Date() }: Change) {
  return {
    countryId: event.country,
    localDate: toDatabaseDate(firstDay(event.localDate)),
    localDateLast: toDatabaseDate(lastDay(event.localDate)),
    datePrecision: precisionOf(event.localDate),
    status: event.status,
    statusReason: event.statusReason,
    notes: event.notes,
    publishedAt: event.status === 'draft' ? null : now,
    updatedAt: now,
  };
}

function countryOf(event: EventInput, { countries }: EventReferences, { now = new Date() }: Change) {
  const country = countries.get(event.country);
  if (!country) throw invalidField('country', `"${event.country}" is no country of the catalogue.`);
  if (firstDay(event.localDate) > dayIn(country.timeZone, now)) {
    throw invalidField('localDate', `This day has not come yet in ${country.name}.`);
  }
  return country;
}

/** `kp-2020-04-14`, or with `-2` for the second round of that day. */
async function freeSlug(tx: Tx, country: string, localDate: string): Promise<string> {
  const stem = `${country.toLowerCase()}-${localDate}`;
  const taken = await tx.event.findMany({ where: { slug: { startsWith: stem } }, select: { slug: true } });
  const slugs = new Set(taken.map((event) => event.slug));
  for (let n = 1; ; n += 1) {
    const slug = n === 1 ? stem : `${stem}-${n}`;
    if (!slugs.has(slug)) return slug;
  }
}

async function lockedEvent(tx: Tx, slug: string) {
  const row = await tx.event.findUnique({ where: { slug } });
  if (!row) throw new AppError('not-found', `There is no event "${slug}".`);
  return row;
}

async function removeParts(tx: Tx, eventId: number): Promise<void> {
  await tx.salvo.deleteMany({ where: { eventId } });
  await tx.assessment.deleteMany({ where: { eventId } });
  await tx.citation.deleteMany({ where: { eventId } });
}

function saveRevision(
  tx: Tx,
  eventId: number,
  kind: Prisma.RevisionCreateInput['kind'],
  change: Change,
): Promise<void> {
  return saveRevisions(tx, [eventId], kind, change);
}

async function saveRevisions(
  tx: Tx,
  eventIds: number[],
  kind: Prisma.RevisionCreateInput['kind'],
  { actor, reason, now = new Date() }: Omit<Change, 'holdSeconds'>,
): Promise<void> {
  const rows = await tx.event.findMany({ where: { id: { in: eventIds } }, include: eventInclude });
  await tx.revision.createMany({
    data: rows.map((row) => ({
      eventId: row.id,
      number: row.revision,
      kind,
      snapshot: toEventRecord(row) as unknown as Prisma.InputJsonObject,
      actor: actor.name,
      actorId: actor.id,
      reason,
      createdAt: now,
    })),
  });
}

/** One waiting alert an event: a later revision replaces the one that is still held. */
const alertKey = (eventId: number) => `alert:${eventId}`;

async function scheduleAlert(
  tx: Tx,
  eventId: number,
  revision: number,
  { now = new Date(), holdSeconds }: Change,
): Promise<Date> {
  const runAt = new Date(now.getTime() + holdSeconds * 1000);
  await addJob(tx, 'alert', { eventId, revision, kind: 'new_event' }, { runAt, key: alertKey(eventId) });
  return runAt;
}

async function finish(tx: Tx, eventId: number, alertAt: Date | null): Promise<Written> {
  const row = await tx.event.findUniqueOrThrow({ where: { id: eventId }, include: eventInclude });
  return { event: toEventRecord(row), alertAt };
}
