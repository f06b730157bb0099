import { type Actor, allow, canRecord } from '@/lib/catalogue/permissions';
import { line, optional } from '@/lib/catalogue/schema';
import { db, type Tx } from '@/lib/db/client';
import { AppError } from '@/lib/errors';
import { parse } from '@/lib/parse';
import { isStorable } from '@/lib/storable-text';
import type { Doubt } from './doubt';
import { doubtInShort } from './doubts-of';
import { readDoubtsAtDesk } from './queries';

/** Who decides, and when. */
export type Deciding = { actor: Actor; now?: Date };

/** A doubt that was looked at, and what the analyst has to say about it. */
export type DecidedKey = { key: string; note: string };

const duty = 'Deciding on a doubt takes the role of analyst.';

/**
 * Keep it that an entry is right as it is. Nothing of the event changes, so there is no revision.
 * @throws AppError `forbidden` below analyst, `not-found`, `conflict` where there is no such doubt (any more)
 */
export async function keepDecision(slug: string, decided: DecidedKey, deciding: Deciding): Promise<void> {
  allow(canRecord(deciding.actor), duty);
  const doubts = await readDoubtsAtDesk(slug, deciding.now);
  if (!doubts) throw new AppError('not-found', `There is no event "${slug}".`);
  if (!doubts.open.some(({ key }) => key === decided.key))
    throw new AppError('conflict', 'This doubt is gone, or somebody has decided on it meanwhile.');
  await db().$transaction((tx) => keepDecisionsIn(tx, slug, [decided], doubts.open, deciding));
}

/**
 * Take a decision back: the doubt is open again, as long as the entry is what it was.
 * @throws AppError `forbidden` below analyst, `conflict` where it was taken back already
 */
export async function takeBackDecision(slug: string, key: string, { actor }: Deciding): Promise<void> {
  allow(canRecord(actor), duty);
  await db().$transaction(async (tx) => {
    const where = { key, event: { slug } };
    const { count } = [slug, key].every(isStorable)
      ? await tx.doubtDecision.deleteMany({ where })
      : { count: 0 };
    if (count === 0) throw new AppError('conflict', 'This decision was taken back already.');
  });
}

/**
 * Keep decisions inside the caller's transaction, which has checked the role.
 * @param doubts those of the entry: what is decided on and is none of them is left aside, for its values have changed
 */
export async function keepDecisionsIn(
  tx: Tx,
  slug: string,
  decided: DecidedKey[],
  doubts: Doubt[],
  { actor, now = new Date() }: Deciding,
): Promise<void> {
  const { id: eventId } = await tx.event.findUniqueOrThrow({ where: { slug }, select: { id: true } });
  for (const { key, note: typed } of decided) {
    const doubt = doubts.find((one) => one.key === key);
    if (!doubt) continue;
    const decision = {
      kind: doubt.kind,
      message: doubtInShort(doubt),
      note: parse(optional(line), typed),
      actor: actor.name,
      actorId: actor.id,
      decidedAt: now,
    };
    await tx.doubtDecision.upsert({
      where: { eventId_key: { eventId, key } },
      create: { eventId, key, ...decision },
      update: decision,
    });
  }
}
