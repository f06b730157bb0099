import { db, type Prisma } from '@/lib/db/client';
import { type EventRecord, eventInclude, toEventRecord } from './event-record';
import { correctionKinds } from './history';
import type { RevisionKind } from './revisions';

/** A revision that can have taken a correction up: made public since it arrived. */
export type TakingUp = { number: number; kind: RevisionKind; reason: string; actor: string; createdAt: Date };

/** What a reader sent in, as the desk sees it. */
export type CorrectionAtDesk = {
  id: number;
  event: Pick<EventRecord, 'slug' | 'title' | 'status'>;
  text: string;
  evidenceUrl: string;
  readerName: string | null;
  /** Null once it is decided. */
  email: string | null;
  receivedAt: Date;
  /** The latest first, corrections before anything else. */
  takingUp: TakingUp[];
  decision: Decision | null;
};

type Decision = { by: string; at: Date } & (
  | { takenUpIn: number; thankedAs: string | null }
  | { declineReason: string }
);

const include = {
  event: {
    include: {
      ...eventInclude,
      revisions: {
        where: { kind: { in: [...correctionKinds, 'published'] } },
        orderBy: { number: 'desc' },
        omit: { snapshot: true },
      },
    },
  },
} satisfies Prisma.ReaderCorrectionInclude;

type Row = Prisma.ReaderCorrectionGetPayload<{ include: typeof include }>;

/** What waits for an editor, oldest first. */
export async function listWaitingCorrections(): Promise<CorrectionAtDesk[]> {
  const rows = await db().readerCorrection.findMany({
    where: { decidedAt: null },
    orderBy: [{ receivedAt: 'asc' }, { id: 'asc' }],
    include,
  });
  return rows.map(toCorrection);
}

/** What was decided last. */
export async function listDecidedCorrections(count: number): Promise<CorrectionAtDesk[]> {
  const rows = await db().readerCorrection.findMany({
    where: { decidedAt: { not: null } },
    orderBy: [{ decidedAt: 'desc' }, { id: 'desc' }],
    take: count,
    include,
  });
  return rows.map(toCorrection);
}

function toCorrection(row: Row): CorrectionAtDesk {
  const { slug, title, status } = toEventRecord(row.event);
  return {
    id: row.id,
    event: { slug, title, status },
    text: row.text,
    evidenceUrl: row.evidenceUrl,
    readerName: row.readerName,
    email: row.email,
    receivedAt: row.receivedAt,
    takingUp: takingUp(row),
    decision: decisionOf(row),
  };
}

/** A correction is what a reader asks for: a publication that came later stands behind every one of them. */
function takingUp({ receivedAt, event }: Row): TakingUp[] {
  const since = event.revisions.filter(({ createdAt }) => createdAt >= receivedAt);
  return [
    ...since.filter(({ kind }) => kind !== 'published'),
    ...since.filter(({ kind }) => kind === 'published'),
  ].map(({ number, kind, reason, actor, createdAt }) => ({ number, kind, reason, actor, createdAt }));
}

function decisionOf({ decidedAt, decidedBy, takenUpIn, thankedAs, declineReason }: Row): Decision | null {
  if (!decidedAt || decidedBy === null) return null;
  const decided = { by: decidedBy, at: decidedAt };
  return takenUpIn === null
    ? { ...decided, declineReason: declineReason ?? '' }
    : { ...decided, takenUpIn, thankedAs };
}
