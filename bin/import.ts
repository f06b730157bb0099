import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { dryRun, type Watch } from '@/lib/catalogue/import/dry-run';
import { importFile } from '@/lib/catalogue/import/import-commands';
import { type Layout, layoutOf } from '@/lib/catalogue/import/layout';
import { largestFileBytes, largestFileMb, readFileTables } from '@/lib/catalogue/import/read-file';
import { type ImportReport, reportOf, workWords } from '@/lib/catalogue/import/report';
import { reportLines } from '@/lib/catalogue/import/report-lines';
import { keptMappings } from '@/lib/catalogue/import/upload-queries';
import type { Actor } from '@/lib/catalogue/permissions';
import { reasonInput } from '@/lib/catalogue/schema';
import type { Prisma } from '@/lib/db/client';
import { env } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { parse } from '@/lib/parse';
import { runCommand } from '@/lib/process/command';
import { progressBar } from '@/lib/process/progress-bar';

const usage = `Usage:
  npm run import -- FILE [--dry-run] [--alerts] [--create-unknown] [--reason WHY]

  --dry-run          say what would be done, and do nothing
  --alerts           mail the subscribers of what is new or changed (left out: nobody is mailed)
  --create-unknown   make systems and sites that the catalogue does not have (left out: their names are kept as text)
  --reason WHY       why, as it stands in the history of each event`;

type Arguments = { file: string; isDry: boolean; alerts: boolean; createUnknown: boolean; reason: string };

const actor: Actor = { kind: 'process', id: null, name: 'npm run import', role: 'admin' };

/** Import a workbook or a CSV file, or say what that would do. */
await runCommand(async () => {
  const given = readArguments();
  const bytes = await readBytes(given.file);
  const { openDatabaseForCommand } = await import('@/lib/db/resolve');
  const database = await openDatabaseForCommand();
  const bar = progressBar(process.stderr);
  try {
    bar.show('Reading', 0, 0);
    const layout = layoutOf(await readFileTables(path.basename(given.file), bytes), await keptMappings());
    const report = await run(layout, given, bytes.length, (step, done, total) =>
      bar.show(step === 'writing' ? 'Writing events' : 'Comparing events', done, total),
    );
    bar.end();
    for (const line of reportLines(report, given.isDry)) console.log(line);
    if (report.counts.new + report.counts.changed + report.counts.unchanged === 0)
      throw new AppError('invalid', 'Nothing in this file can be imported.');
  } finally {
    bar.end();
    await database.close();
  }
});

async function run(layout: Layout, given: Arguments, fileSize: number, watch: Watch): Promise<ImportReport> {
  if (layout.kind === 'unknown')
    throw new AppError(
      'invalid',
      'The columns of this file are not known. Upload it once at the desk (/desk/import), say there what they are, and try again.',
    );
  const { createUnknown } = given;
  if (given.isDry) return reportOf(await dryRun(layout, new Date(), { createUnknown, watch }));
  const fileName = path.basename(given.file).slice(0, 200);
  const reason = `import of ${fileName}${given.reason ? `: ${given.reason}` : ''}`.slice(0, 300);
  const now = new Date();
  const change = { actor, reason, now, holdSeconds: given.alerts ? env().ALERT_HOLD_SECONDS : null };
  const plan = await importFile(layout, change, { createUnknown, watch }, async (tx, done) => {
    const report = reportOf(done);
    if (workWords(report) === null) return;
    await tx.import.create({
      data: {
        fileName,
        fileSize,
        state: 'done',
        createUnknown,
        sendAlerts: given.alerts,
        reason: given.reason || null,
        report: report as unknown as Prisma.InputJsonObject,
        createdBy: actor.name,
        appliedBy: actor.name,
        finishedAt: now,
      },
    });
  });
  return reportOf(plan);
}

function readArguments(): Arguments {
  const flag = { type: 'boolean', default: false } as const;
  const options = {
    'dry-run': flag,
    alerts: flag,
    'create-unknown': flag,
    reason: { type: 'string' },
  } as const;
  try {
    const { positionals, values } = parseArgs({ allowPositionals: true, options });
    const [file, ...more] = positionals;
    if (!file || more.length > 0) throw new AppError('invalid', usage);
    const reason = values.reason ? parse(reasonInput, values.reason) : '';
    return {
      file,
      isDry: values['dry-run'],
      alerts: values.alerts,
      createUnknown: values['create-unknown'],
      reason,
    };
  } catch {
    throw new AppError('invalid', usage);
  }
}

async function readBytes(file: string): Promise<Uint8Array> {
  const found = await stat(file).catch(() => null);
  if (!found) throw new AppError('invalid', `There is no file ${file}.`);
  if (!found.isFile()) throw new AppError('invalid', `${file} is no file.`);
  if (found.size > largestFileBytes)
    throw new AppError('invalid', `${file} is larger than ${largestFileMb} MB.`);
  try {
    return await readFile(file);
  } catch (error) {
    throw new AppError('invalid', `${file} cannot be read.`, [], { cause: error });
  }
}
