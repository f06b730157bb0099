import { db } from '@/lib/db/client';
import { plural } from '@/lib/format/numbers';
import { type EventRecord, eventInclude, toEventRecord } from './event-record';

/** The reason of a submission that came without a word to the editor. */
export const submittedSilently = 'submitted for review';

/** A draft in review. */
export type DraftInReview = {
  event: EventRecord;
  submittedBy: string;
  submittedAt: Date;
  /** A word to the editor. */
  word: string | null;
  comments: number;
};

/** What editors have to look at, the longest waiting first. */
export async function listDraftsInReview(): Promise<DraftInReview[]> {
  const rows = await db().event.findMany({
    where: { submittedAt: { not: null } },
    orderBy: [{ submittedAt: 'asc' }, { id: 'asc' }],
    include: {
      ...eventInclude,
      revisions: {
        where: { kind: 'submitted' },
        orderBy: { number: 'desc' },
        take: 1,
        omit: { snapshot: true },
      },
      _count: { select: { comments: true } },
    },
  });
  return rows.flatMap(({ _count, revisions, submittedAt, submittedBy, ...row }) =>
    submittedAt && submittedBy !== null
      ? {
          event: toEventRecord({ ...row, submittedAt, submittedBy }),
          submittedBy,
          submittedAt,
          word: wordIn(revisions[0]?.reason),
          comments: _count.comments,
        }
      : [],
  );
}

/** How many drafts and readers' corrections wait for an editor. */
export async function countWaiting(): Promise<number> {
  const [drafts, corrections] = await Promise.all([
    db().event.count({ where: { submittedAt: { not: null } } }),
    db().readerCorrection.count({ where: { decidedAt: null } }),
  ]);
  return drafts + corrections;
}

/** `nothing waits`, `1 waits`, `3 wait`. */
export function waitingWords(waiting: number): string {
  return waiting === 0 ? 'nothing waits' : plural(waiting, 'waits', 'wait');
}

/** Something that was said or done about an event at the desk. */
export type TalkEntry = {
  key: string;
  kind: 'comment' | 'submitted' | 'returned' | 'published';
  who: string;
  at: Date;
  text: string | null;
};

/** Where an event stands in its review. */
export type EventReview = {
  /** Null where it is not in review. */
  submitted: { by: string; at: Date; word: string | null } | null;
  /** What an editor asks for, where the draft was returned and not yet submitted again. */
  returned: { by: string; at: Date; reason: string } | null;
  /** Comments, and the steps between them, in the order of time. */
  talk: TalkEntry[];
  /** How many corrections of readers wait. */
  corrections: number;
};

export async function getEventReview(slug: string): Promise<EventReview> {
  const row = await db().event.findUnique({
    where: { slug },
    select: {
      status: true,
      submittedAt: true,
      submittedBy: true,
      comments: true,
      revisions: {
        where: { kind: { in: ['submitted', 'returned', 'published'] } },
        omit: { snapshot: true },
        orderBy: { number: 'asc' },
      },
      _count: { select: { readerCorrections: { where: { decidedAt: null } } } },
    },
  });
  if (!row) return { submitted: null, returned: null, talk: [], corrections: 0 };
  const last = row.revisions.at(-1);
  const lastSubmitted = row.revisions.findLast(({ kind }) => kind === 'submitted');
  return {
    submitted:
      row.submittedAt && row.submittedBy !== null
        ? { by: row.submittedBy, at: row.submittedAt, word: wordIn(lastSubmitted?.reason) }
        : null,
    returned:
      row.status === 'draft' && last?.kind === 'returned'
        ? { by: last.actor, at: last.createdAt, reason: last.reason }
        : null,
    talk: inOrder([
      ...row.comments.map(({ id, author, createdAt, text }) => ({
        key: `comment ${id}`,
        kind: 'comment' as const,
        who: author,
        at: createdAt,
        text,
      })),
      ...row.revisions.map(({ number, kind, actor, createdAt, reason }) => ({
        key: `revision ${number}`,
        kind: kind as 'submitted' | 'returned' | 'published',
        who: actor,
        at: createdAt,
        text: kind === 'published' ? null : wordIn(reason),
      })),
    ]),
    corrections: row._count.readerCorrections,
  };
}

function wordIn(reason: string | undefined): string | null {
  return reason === undefined || reason === submittedSilently ? null : reason;
}

function inOrder(entries: TalkEntry[]): TalkEntry[] {
  return entries.sort((one, other) => one.at.getTime() - other.at.getTime());
}
