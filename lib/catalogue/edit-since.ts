import { db } from '@/lib/db/client';
import { listInWords } from '@/lib/format/words';
import { isStorable } from '@/lib/storable-text';
import { isRevisionNumber } from './edit-conflict';
import type { EventFormValues } from './event-form';
import { toEventForm } from './event-form-values';
import { fromSnapshot } from './event-record';

/** What was made of an event since it was opened: the form then and now, and by whom. */
export type EditSince = {
  slug: string;
  revision: number;
  by: string;
  opened: EventFormValues;
  now: EventFormValues;
};

/**
 * What others made of an event after one opened it.
 * @param revision the one that was opened
 * @returns null where there is no such event or revision, or no later one
 */
export async function readSince(slug: string, revision: number): Promise<EditSince | null> {
  if (!isStorable(slug) || !isRevisionNumber(revision)) return null;
  const [opened, ...later] = await db().revision.findMany({
    where: { event: { slug }, number: { gte: revision } },
    orderBy: { number: 'asc' },
  });
  const last = later.at(-1);
  if (opened?.number !== revision || !last) return null;
  return {
    slug,
    revision: last.number,
    by: listInWords([...new Set(later.map(({ actor }) => actor))]),
    opened: toEventForm(fromSnapshot(opened.snapshot)),
    now: toEventForm(fromSnapshot(last.snapshot)),
  };
}

/** The form as it was opened at a revision; null where there is none. */
export async function readOpenedForm(slug: string, revision: number): Promise<EventFormValues | null> {
  if (!isStorable(slug) || !isRevisionNumber(revision)) return null;
  const opened = await db().revision.findFirst({ where: { event: { slug }, number: revision } });
  return opened && toEventForm(fromSnapshot(opened.snapshot));
}

/** A draft's address follows its date: the one that an event has now, which had `slug` at that revision. */
export async function currentSlug(slug: string, revision: number): Promise<string> {
  if (!isStorable(slug) || !isRevisionNumber(revision)) return slug;
  if (await db().event.findUnique({ where: { slug }, select: { id: true } })) return slug;
  const moved = await db().revision.findFirst({
    where: { number: revision, snapshot: { path: ['slug'], equals: slug } },
    select: { event: { select: { slug: true } } },
  });
  return moved?.event.slug ?? slug;
}
