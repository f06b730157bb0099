import type { Actor } from '@/lib/catalogue/permissions';
import { db, type Prisma } from '@/lib/db/client';
import { env } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { log } from '@/lib/log';
import { digestOf, dryRun, type Watch } from './dry-run';
import { importFile } from './import-commands';
import { layoutOf } from './layout';
import { readFileTables } from './read-file';
import { reportOf } from './report';
import { sampleSheets } from './sample-sheets';
import { keptMappings } from './upload-queries';

/**
 * Go on with an import: read the file and say what it would do, or import it. How it ends stands in its row, in plain words;
 * what is written to the catalogue and that it is done are one transaction.
 * @throws where the worker is to end: the job is then taken up again by the next one
 */
export async function workOnImport(payload: unknown, stopping: AbortSignal): Promise<void> {
  const { importId } = payload as { importId: number };
  const row = await db().import.findUnique({ where: { id: importId } });
  if (!row?.file || (row.state !== 'reading' && row.state !== 'importing')) return;
  try {
    const watch = watcherOf(importId, stopping);
    await watch('reading', 0, 0);
    const layout = layoutOf(await readFileTables(row.fileName, row.file), await keptMappings());
    if (layout.kind === 'unknown')
      return await settle(importId, { state: 'unmapped', report: { sheets: sampleSheets(layout.tables) } });
    const sheets = layout.kind === 'mapped' ? sampleSheets([layout.table]) : [];
    if (row.state === 'reading') {
      const plan = await dryRun(layout, new Date(), { createUnknown: row.createUnknown, watch });
      return await settle(importId, {
        state: 'ready',
        report: { ...reportOf(plan), sheets },
        digest: digestOf(plan),
      });
    }
    const reason = `import of ${row.fileName}${row.reason ? `: ${row.reason}` : ''}`.slice(0, 300);
    const change = {
      actor: await actorOf(row.appliedById),
      reason,
      holdSeconds: row.sendAlerts ? env().ALERT_HOLD_SECONDS : null,
    };
    const options = {
      createUnknown: row.createUnknown,
      watch,
      ...(row.digest ? { expected: row.digest } : {}),
    };
    await importFile(layout, change, options, async (tx, plan) => {
      const { count } = await tx.import.updateMany({
        where: { id: importId, state: 'importing', cancelRequested: false },
        data: {
          state: 'done',
          file: null,
          report: reportOf(plan) as unknown as Prisma.InputJsonObject,
          finishedAt: new Date(),
        },
      });
      if (count === 0) throw new Cancelled();
    });
  } catch (error) {
    if (stopping.aborted) throw error;
    await fail(importId, error);
  }
}

/** Somebody has asked for the end of it. */
class Cancelled extends Error {}

type Settled = { state: 'unmapped' | 'ready'; report: object; digest?: string };

async function settle(id: number, { report, ...data }: Settled): Promise<void> {
  // Where another worker has read it meanwhile, it may be further already.
  await db().import.updateMany({
    where: { id, state: 'reading', cancelRequested: false },
    data: { ...data, report: report as Prisma.InputJsonObject, step: null, movedAt: new Date() },
  });
  await db().import.updateMany({
    where: { id, state: 'reading', cancelRequested: true },
    data: cancelled(),
  });
}

const cancelled = () => ({ state: 'cancelled' as const, file: null, finishedAt: new Date() });

async function fail(id: number, error: unknown): Promise<void> {
  if (error instanceof Cancelled) {
    await db().import.updateMany({
      where: { id, state: { in: ['reading', 'importing'] } },
      data: cancelled(),
    });
    return;
  }
  // The catalogue was changed since the dry run: it is worked out anew, for somebody to look at.
  if (error instanceof AppError && error.code === 'conflict') {
    const again = { state: 'reading' as const, problem: error.message };
    await db().import.update({ where: { id }, data: again });
    return workOnImport({ importId: id }, new AbortController().signal);
  }
  if (!(error instanceof AppError)) log().error({ err: error, importId: id }, 'an import failed');
  const problem =
    error instanceof AppError
      ? error.message
      : 'Something went wrong here, and nothing was imported. Please try again.';
  await db().import.updateMany({
    where: { id, state: { in: ['reading', 'importing'] } },
    data: { state: 'failed', file: null, problem, finishedAt: new Date() },
  });
}

const tellEveryMs = 250;

/** Writes down how far it is, outside the import's own transaction, and ends it where that is asked for. */
function watcherOf(
  id: number,
  stopping: AbortSignal,
): (step: Parameters<Watch>[0] | 'reading', done: number, total: number) => Promise<void> {
  let [told, step] = [0, ''];
  return async (now, done, total) => {
    if (stopping.aborted) throw new Error('the worker is to end');
    if (now === step && done < total && Date.now() - told < tellEveryMs) return;
    [told, step] = [Date.now(), now];
    const row = await db().import.update({
      where: { id },
      data: { step: now, stepDone: done, stepTotal: total, movedAt: new Date() },
      select: { cancelRequested: true },
    });
    if (row.cancelRequested) throw new Cancelled();
  };
}

/** Whoever has decided it, with the role that he has now. */
async function actorOf(userId: string | null): Promise<Actor> {
  const user = userId === null ? null : await db().user.findUnique({ where: { id: userId } });
  if (!user)
    throw new AppError('forbidden', 'The account that decided on this import is gone. Nothing was imported.');
  return { kind: 'user', id: user.id, name: user.name, role: user.role };
}

/** Files are kept for a day. @returns how many imports were given up for it */
export async function forgetOldFiles(now: Date): Promise<number> {
  const yesterday = new Date(now.getTime() - 24 * 3_600_000);
  const { count } = await db().import.updateMany({
    where: { file: { not: null }, createdAt: { lt: yesterday }, state: { not: 'importing' } },
    data: {
      state: 'cancelled',
      file: null,
      finishedAt: now,
      problem: 'Nobody decided on it for a day, and the file was deleted.',
    },
  });
  return count;
}
