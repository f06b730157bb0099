import { type Actor, allow, canPublish } from '@/lib/catalogue/permissions';
import { reasonInput } from '@/lib/catalogue/schema';
import { addJob } from '@/lib/db/add-job';
import { db, type Prisma, type Tx } from '@/lib/db/client';
import { AppError } from '@/lib/errors';
import { parse } from '@/lib/parse';
import { isStorable } from '@/lib/storable-text';
import { fingerprintOf, mappingInput } from './mapping';
import { largestFileBytes, largestFileMb } from './read-file';

const mayImport = (actor: Actor) => allow(canPublish(actor), 'Importing takes the role of editor.');
const jobKey = (id: number) => `import:${id}`;

/**
 * Keep a file for the worker to read. Nothing of it is in the catalogue yet.
 * @returns the import's number
 * @throws AppError `invalid` for an empty or too large file, `forbidden` below editor
 */
export async function uploadFile(file: { name: string; bytes: Uint8Array }, actor: Actor): Promise<number> {
  mayImport(actor);
  if (file.bytes.length === 0) throw new AppError('invalid', 'Choose a file that is not empty.');
  if (file.bytes.length > largestFileBytes)
    throw new AppError(
      'invalid',
      `This file is larger than ${largestFileMb} MB. Leave out what is not needed, or divide it.`,
    );
  return db().$transaction(async (tx) => {
    const { id } = await tx.import.create({
      data: {
        fileName: shownName(file.name),
        fileSize: file.bytes.length,
        file: new Uint8Array(file.bytes),
        createdBy: actor.name,
        createdById: actor.id,
      },
    });
    await addJob(tx, 'import', { importId: id }, { key: jobKey(id) });
    return id;
  });
}

/**
 * Say what the columns of a file are, and have it read anew by that. It is remembered for files with the same header.
 * @param mapping as `mappingInput` has it
 */
export async function mapColumns(
  id: number,
  columns: string[],
  mapping: unknown,
  actor: Actor,
): Promise<void> {
  mayImport(actor);
  const parsed = parse(mappingInput, mapping);
  await change(id, ['unmapped', 'ready'], async (tx, row) => {
    const fingerprint = fingerprintOf({ name: parsed.sheet, columns, rows: [] });
    const kept = {
      assessor: parsed.assessor,
      mapping: parsed as unknown as Prisma.InputJsonObject,
      columns,
      fileName: row.fileName,
      savedBy: actor.name,
      savedAt: new Date(),
    };
    await tx.importMapping.upsert({ where: { fingerprint }, create: { fingerprint, ...kept }, update: kept });
    return { state: 'reading' };
  });
}

/** Forget how a kind of file is read. What was imported by it stays. */
export async function forgetMapping(fingerprint: string, actor: Actor): Promise<void> {
  mayImport(actor);
  if (isStorable(fingerprint)) await db().importMapping.deleteMany({ where: { fingerprint } });
}

/** Work out the dry run anew: with systems and sites that are not known made, or kept as text. */
export async function replanImport(id: number, createUnknown: boolean, actor: Actor): Promise<void> {
  mayImport(actor);
  await change(id, ['ready'], async () => ({ state: 'reading', createUnknown }));
}

/**
 * Have the worker import what the dry run has shown.
 * @throws AppError `conflict` where it is not waiting for that
 */
export async function applyUpload(
  id: number,
  { sendAlerts, reason }: { sendAlerts: boolean; reason: string },
  actor: Actor,
): Promise<void> {
  mayImport(actor);
  const why = reason.trim() === '' ? null : parse(reasonInput, reason);
  await change(id, ['ready'], async () => ({
    state: 'importing',
    sendAlerts,
    reason: why,
    appliedBy: actor.name,
    appliedById: actor.id,
  }));
}

/** End an import before it is written. One that is writing ends at its next step, and leaves nothing behind. */
export async function cancelImport(id: number, actor: Actor): Promise<void> {
  mayImport(actor);
  await db().$transaction(async (tx) => {
    const waiting = await tx.import.updateMany({
      where: { id, state: { in: ['unmapped', 'ready'] } },
      data: { state: 'cancelled', file: null, finishedAt: new Date() },
    });
    if (waiting.count > 0) return;
    const running = await tx.import.updateMany({
      where: { id, state: { in: ['reading', 'importing'] } },
      data: { cancelRequested: true },
    });
    if (running.count === 0) throw new AppError('conflict', 'This import is over already.');
  });
}

/** Hand an import that nothing works on to the worker again: one that ended in the middle leaves its job locked. */
export async function restartImport(id: number, actor: Actor): Promise<void> {
  mayImport(actor);
  await change(id, ['reading', 'importing'], async () => ({}));
}

type Row = { fileName: string };
type State = 'reading' | 'unmapped' | 'ready' | 'importing';

/** Change an import that is in one of these states, and leave the job that goes on with it. */
async function change(
  id: number,
  from: State[],
  next: (tx: Tx, row: Row) => Promise<Prisma.ImportUpdateInput>,
): Promise<void> {
  await db().$transaction(async (tx) => {
    await tx.$queryRaw`SELECT id FROM imports WHERE id = ${id} FOR UPDATE`;
    const row = await tx.import.findUnique({ where: { id }, select: { fileName: true, state: true } });
    if (!row) throw new AppError('not-found', 'There is no such import.');
    if (!from.some((state) => state === row.state))
      throw new AppError('conflict', 'This import has gone on meanwhile. Look at it again.');
    const data = await next(tx, row);
    await tx.import.update({
      where: { id },
      data: { step: null, stepDone: 0, stepTotal: 0, problem: null, movedAt: new Date(), ...data },
    });
    await addJob(tx, 'import', { importId: id }, { key: jobKey(id) });
  });
}

/** A file's name, without a path before it, as it can be stored and shown. */
function shownName(name: string): string {
  const base = name
    .replaceAll('\u0000', '')
    .replace(/^.*[/\\]/, '')
    .trim();
  return (isStorable(base) && base.slice(0, 200)) || 'file';
}
