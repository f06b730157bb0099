import { Prisma, type Tx } from '@/lib/db/client';
import { AppError, invalidField } from '@/lib/errors';
import { dayIn, firstDay, lastDay, precisionOf, toDatabaseDate } from '@/lib/format/dates';
import { isStorable } from '@/lib/storable-text';
import { type EventReferences, readReferences, writeParts } from './event-parts';
import { type EventRow, eventInclude } from './event-record';
import type { EventInput } from './schema';
import { type SettledEvent, settleEvent } from './settle-event';

export type SluggedEvent = EventInput & { slug: string };

/** Insert events with their parts, in one statement a table. @returns their ids, in the order given */
export async function insertEvents(
  tx: Tx,
  given: SluggedEvent[],
  { now = new Date() }: { now?: Date },
): Promise<number[]> {
  const references = await readReferences(tx);
  const events = given.map((event) => ({ ...settleEvent(event, references), slug: event.slug }));
  for (const event of events) checkDays(event, references, now);
  const rows = await tx.event.createManyAndReturn({
    data: events.map((event) => ({
      slug: event.slug,
      ...ownColumns(event, now),
      publishedAt: event.status === 'draft' ? null : now,
    })),
    select: { id: true, slug: true },
  });
  const ids = new Map(rows.map((row) => [row.slug, row.id]));
  const entered = events.flatMap((event) => {
    const eventId = ids.get(event.slug);
    return eventId === undefined ? [] : [{ eventId, event }];
  });
  await writeParts(tx, entered);
  return entered.map(({ eventId }) => eventId);
}

/**
 * Replace all that an event says, as its next revision. The slug follows the date as long as nobody can have linked to it:
 * that of an event which was ever public stays.
 */
export async function replaceEvent(
  tx: Tx,
  row: EventRow,
  event: SettledEvent,
  references: EventReferences,
  now: Date,
): Promise<void> {
  checkDays(event, references, now);
  const slug = (await isRenamed(tx, row, event))
    ? { slug: await freeSlug(tx, event.country, event.localDate) }
    : {};
  await tx.event.update({
    where: { id: row.id },
    data: {
      ...ownColumns(event, now),
      ...slug,
      publishedAt: event.status === 'draft' ? null : (row.publishedAt ?? now),
      revision: row.revision + 1,
    },
  });
  await tx.salvo.deleteMany({ where: { eventId: row.id } });
  await tx.assessment.deleteMany({ where: { eventId: row.id } });
  await tx.citation.deleteMany({ where: { eventId: row.id } });
  await writeParts(tx, [{ eventId: row.id, event }]);
}

/** An event that is to say something else, as its next revision. */
export type Replacement = { id: number; event: SettledEvent };

/**
 * Replace all that many events say, in one statement a table. Slugs stay as they are: whoever changes many at once has them
 * from a file that names them.
 */
export async function replaceEvents(
  tx: Tx,
  replacements: Replacement[],
  references: EventReferences,
  now: Date,
): Promise<void> {
  for (const { event } of replacements) checkDays(event, references, now);
  const rows = replacements.map(({ id, event }) => ({ id, ...ownColumns(event, now) }));
  await tx.$executeRaw(Prisma.sql`
    UPDATE events e SET
      country_id = n."countryId", local_date = n."localDate"::date, local_date_last = n."localDateLast"::date,
      date_precision = n."datePrecision"::date_precision, status = n.status::event_status,
      status_reason = n."statusReason", notes = n.notes, updated_at = ${now},
      published_at = CASE WHEN n.status = 'draft' THEN NULL ELSE coalesce(e.published_at, ${now}) END,
      revision = e.revision + 1
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS n(
      id int, "countryId" text, "localDate" text, "localDateLast" text, "datePrecision" text, status text,
      "statusReason" text, notes text)
    WHERE e.id = n.id`);
  const parts = { where: { eventId: { in: replacements.map(({ id }) => id) } } };
  await tx.salvo.deleteMany(parts);
  await tx.assessment.deleteMany(parts);
  await tx.citation.deleteMany(parts);
  await writeParts(
    tx,
    replacements.map(({ id, event }) => ({ eventId: id, event })),
  );
}

/** @throws AppError `not-found` */
export async function findEventRow(tx: Tx, slug: string): Promise<EventRow> {
  const row = isStorable(slug) ? await tx.event.findUnique({ where: { slug }, include: eventInclude }) : null;
  if (!row) throw new AppError('not-found', `There is no event "${slug}".`);
  return row;
}

/** `kp-2020-04-14`, or with `-2` for the second round of that day. */
export async function freeSlug(tx: Tx, country: string, localDate: string): Promise<string> {
  const stem = `${country.toLowerCase()}-${localDate}`;
  const taken = await tx.event.findMany({ where: { slug: { startsWith: stem } }, select: { slug: true } });
  const slugs = new Set(taken.map((event) => event.slug));
  for (let n = 1; ; n += 1) {
    const slug = n === 1 ? stem : `${stem}-${n}`;
    if (!slugs.has(slug)) return slug;
  }
}

/** Whether an event was ever public: then it cannot be discarded, and keeps its slug. */
export async function wasEverPublic(tx: Tx, eventId: number): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ was: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM revisions WHERE event_id = ${eventId} AND snapshot->>'status' <> 'draft') AS was`;
  return row?.was ?? false;
}

async function isRenamed(tx: Tx, row: EventRow, event: EventInput): Promise<boolean> {
  const moved =
    row.countryId !== event.country ||
    row.localDate.getTime() !== toDatabaseDate(firstDay(event.localDate)).getTime() ||
    row.datePrecision !== precisionOf(event.localDate);
  return moved && !(await wasEverPublic(tx, row.id));
}

function ownColumns(event: EventInput, now: Date) {
  return {
    countryId: event.country,
    localDate: toDatabaseDate(firstDay(event.localDate)),
    localDateLast: toDatabaseDate(lastDay(event.localDate)),
    datePrecision: precisionOf(event.localDate),
    status: event.status,
    statusReason: event.statusReason,
    notes: event.notes,
    updatedAt: now,
    // A draft that is edited stays in review.
    ...(event.status === 'draft' ? {} : { submittedAt: null, submittedBy: null }),
  };
}

/**
 * Neither the test nor what was said of it is of a day to come.
 * @throws AppError `invalid` at the field; at `country` where the catalogue has none such
 */
export function checkDays(event: EventInput, { countries }: EventReferences, now: Date): void {
  const country = countries.get(event.country);
  if (!country) throw invalidField('country', `"${event.country}" is no country of the catalogue.`);
  if (firstDay(event.localDate) > dayIn(country.timeZone, now)) {
    throw invalidField('localDate', `This day has not come yet in ${country.name}.`);
  }
  // Somewhere it is tomorrow already.
  const tomorrow = new Date(now.getTime() + 24 * 3_600_000).toISOString();
  const early = datesIn(event).find(([, date]) => date !== null && date.slice(0, 10) > tomorrow.slice(0, 10));
  if (early) throw invalidField(early[0], 'This day has not come yet.');
}

function datesIn({ salvos, assessments, citations }: EventInput): [path: string, date: string | null][] {
  return [
    ...salvos.map(({ launchedAt }, at): [string, string | null] => [`salvos.${at}.launchedAt`, launchedAt]),
    ...assessments.flatMap(({ statedOn, citation }, at): [string, string | null][] => [
      [`assessments.${at}.statedOn`, statedOn],
      [`assessments.${at}.citation.publishedOn`, citation?.publishedOn ?? null],
    ]),
    ...citations
      .filter(({ url }) => !assessments.some(({ citation }) => citation?.url === url))
      .map(({ publishedOn }, at): [string, string | null] => [`citations.${at}.publishedOn`, publishedOn]),
  ];
}
