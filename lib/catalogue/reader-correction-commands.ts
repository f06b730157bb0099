import { z } from 'zod';
import { db, type Tx } from '@/lib/db/client';
import { AppError, invalidField } from '@/lib/errors';
import { parse } from '@/lib/parse';
import { isStorable } from '@/lib/storable-text';
import { type Actor, allow, canPublish } from './permissions';
import { readerCorrectionInput, takeUpInput } from './reader-correction-schema';
import { text } from './schema';
import { inTransaction } from './transaction';

/** Which revisions can have taken up what a reader said: those that changed what the public sees. */
const publicChanges = ['published', 'corrected', 'withdrawn', 'reinstated'] as const;

const declined = z.object({ reason: text });

/** Who decides, and when. */
type Decision = { actor: Actor; now?: Date };

/**
 * Keep what a reader says is wrong with a public event, until an editor has decided. Sent twice, it is kept once.
 * @throws AppError `invalid` with a message a field, `not-found` for a draft as well
 */
export async function receiveCorrection(slug: string, input: unknown, now = new Date()): Promise<void> {
  const { name, ...said } = parse(readerCorrectionInput, input);
  const event = isStorable(slug)
    ? await db().event.findUnique({ where: { slug, status: { not: 'draft' } }, select: { id: true } })
    : null;
  if (!event) throw new AppError('not-found', `There is no event "${slug}" in the catalogue.`);
  const { text: words, evidenceUrl } = said;
  const same = { eventId: event.id, text: words, evidenceUrl, decidedAt: null };
  if (await db().readerCorrection.findFirst({ where: same })) return;
  await db().readerCorrection.create({
    data: { ...said, readerName: name, eventId: event.id, receivedAt: now },
  });
}

/**
 * Note which revision of the event took a reader's correction up: from then on its history thanks the reader.
 * @throws AppError `forbidden` below editor, `not-found`, `conflict` where it is decided, `invalid` at `revision` where that
 *   one changed nothing public, or was there before the correction
 */
export async function takeUpCorrection(id: number, input: unknown, decision: Decision): Promise<void> {
  allow(canPublish(decision.actor), 'Taking up a correction takes the role of editor.');
  const { revision, byName } = parse(takeUpInput, input);
  await decide(id, decision, async (tx, waiting) => {
    const taken = await tx.revision.findUnique({
      where: { eventId_number: { eventId: waiting.eventId, number: revision } },
    });
    const isLater = taken !== null && taken.createdAt >= waiting.receivedAt;
    if (!isLater || !publicChanges.some((kind) => kind === taken.kind))
      throw invalidField('revision', `Revision ${revision} corrected nothing since this arrived.`);
    return { takenUpIn: revision, thankedAs: byName ? waiting.readerName : null };
  });
}

/**
 * Note why a reader's correction is not taken up. The reason stays at the desk.
 * @throws AppError `forbidden` below editor, `not-found`, `conflict` where it is decided, `invalid` without a reason
 */
export async function declineCorrection(id: number, reason: unknown, decision: Decision): Promise<void> {
  allow(canPublish(decision.actor), 'Declining a correction takes the role of editor.');
  const { reason: declineReason } = parse(declined, { reason });
  await decide(id, decision, async () => ({ declineReason }));
}

type Waiting = { eventId: number; receivedAt: Date; readerName: string | null };
type Outcome = { takenUpIn: number; thankedAs: string | null } | { declineReason: string };

/** The thanks are public: the catalogue's version goes up with them. */
async function decide(
  id: number,
  { actor, now = new Date() }: Decision,
  outcomeOf: (tx: Tx, waiting: Waiting) => Promise<Outcome>,
): Promise<void> {
  await inTransaction(
    async (tx) => {
      // What a form sends may be anything.
      const row = isRowId(id) ? await tx.readerCorrection.findUnique({ where: { id } }) : null;
      if (!row) throw new AppError('not-found', 'There is no such correction.');
      if (row.decidedAt) throw new AppError('conflict', `${row.decidedBy} has decided this already.`);
      const outcome = await outcomeOf(tx, row);
      await tx.readerCorrection.update({
        where: { id },
        data: { ...outcome, decidedAt: now, decidedBy: actor.name, email: null },
      });
      return outcome;
    },
    (outcome) => 'takenUpIn' in outcome,
  );
}

const isRowId = (id: number) => Number.isInteger(id) && id > 0 && id < 2 ** 31;
