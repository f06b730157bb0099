import { createHash } from 'node:crypto';
import type { Alongside } from '@/lib/catalogue/commands';
import type { EventRecord } from '@/lib/catalogue/event-record';
import { db, Prisma } from '@/lib/db/client';
import { AppError, invalidField } from '@/lib/errors';

const keptDays = 7;

/** One write by an API key, as the client named it in `Idempotency-Key`. */
type Attempt = { apiKeyId: number; idempotencyKey: string; requestHash: string };

/** A write as it came: its body as text, and the status that it is answered with once it is done. */
type Sent = { request: Request; apiKeyId: number; text: string; status: number };

/** The event as a write left it; `repeated` where that had been done before. */
export type Once = { event: EventRecord; repeated: boolean };

/**
 * Do a write once, however often it is sent: the answer is kept in the same transaction as what was written, so that
 * a repeat, even at the same time or after a crash, finds both or neither. Without the header, it is just done.
 * The same key with another body is a `conflict`.
 * @param write is to hand its argument on to the command
 */
export async function writeOnce(
  { request, apiKeyId, text, status }: Sent,
  write: (alongside?: Alongside) => Promise<{ event: EventRecord }>,
): Promise<Once> {
  const idempotencyKey = request.headers.get('idempotency-key');
  if (idempotencyKey === null) return { event: (await write()).event, repeated: false };
  if (!/^[\x20-\x7e]{1,255}$/.test(idempotencyKey)) {
    throw invalidField('Idempotency-Key', 'has to be 1 to 255 printable ASCII characters');
  }
  const question = `${request.method} ${new URL(request.url).pathname}\n${text}`;
  const requestHash = createHash('sha256').update(question).digest('hex');
  const attempt = { apiKeyId, idempotencyKey, requestHash };

  const kept = await keptAnswer(attempt);
  if (kept) return { event: kept, repeated: true };
  try {
    const { event } = await write((tx, written) => keep(tx, { ...attempt, status }, written));
    return { event, repeated: false };
  } catch (error) {
    // The same write was under way at the same time, and got there first: this one has left nothing behind, or has found
    // done what it was to do.
    const winner = isUniqueViolation(error) || isConflict(error) ? await keptAnswer(attempt) : null;
    if (!winner) throw error;
    return { event: winner, repeated: true };
  }
}

async function keptAnswer({ requestHash, ...id }: Attempt): Promise<EventRecord | null> {
  const row = await db().idempotentAnswer.findUnique({ where: { apiKeyId_idempotencyKey: id } });
  if (!row) return null;
  if (row.requestHash !== requestHash) {
    throw new AppError('conflict', 'This Idempotency-Key was used before, for another request.');
  }
  return row.body as unknown as EventRecord;
}

async function keep(
  tx: Parameters<Alongside>[0],
  answer: Attempt & { status: number },
  event: EventRecord,
): Promise<void> {
  const outdated = new Date(Date.now() - keptDays * 24 * 60 * 60 * 1000);
  await tx.idempotentAnswer.deleteMany({ where: { createdAt: { lt: outdated } } });
  await tx.idempotentAnswer.create({
    data: { ...answer, body: event as unknown as Prisma.InputJsonObject },
  });
}

function isConflict(error: unknown): boolean {
  return error instanceof AppError && error.code === 'conflict';
}

function isUniqueViolation(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002';
}
