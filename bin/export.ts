import { createWriteStream, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { type ExportFormat, exportFormats } from '@/lib/catalogue/export/formats';
import { env } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { type EventFilter, eventFilter } from '@/lib/filter/schema';
import { filterFromUrl, filterKeys } from '@/lib/filter/url';
import { parse } from '@/lib/parse';
import { runCommand } from '@/lib/process/command';

const usage = `Say where to: npm run export -- FILE.csv [--filter 'country=KP&class=ICBM'] [--as-known-on 2022-03-25]. FILE ends in .${exportFormats.join(', .')}.`;

/** `npm run export -- FILE`: what a filter lets through, as a file of the format that its name ends in. */
await runCommand(async () => {
  const { file, format, filter } = readArguments();
  const [{ exportEvents }, queries, { openDatabaseForCommand }, { reportingZones }] = await Promise.all([
    import('@/lib/catalogue/export/export-events'),
    import('@/lib/catalogue/queries'),
    import('@/lib/db/resolve'),
    import('@/lib/stats/reporting-zones'),
  ]);
  const database = await openDatabaseForCommand();
  try {
    const { body } = await exportEvents({
      format,
      filter,
      stretch: { sort: queries.newestFirst, limit: null, offset: 0 },
      version: await queries.catalogueVersion(),
      zones: await reportingZones(filter),
      appUrl: env().APP_URL,
      now: new Date(),
    });
    await write(file, body);
    const { rounds, withdrawn } = await queries.summariseEvents(filter);
    console.log(`${file}: ${rounds + withdrawn} events.`);
  } finally {
    await database.close();
  }
});

function readArguments(): { file: string; format: ExportFormat; filter: EventFilter } {
  const { positionals, values } = parsed();
  const [name, ...more] = positionals;
  const format = exportFormats.find((one) => name?.toLowerCase().endsWith(`.${one}`));
  if (!name || !format || more.length > 0) throw new AppError('invalid', usage);
  return { file: path.resolve(name), format, filter: readFilter(values.filter, values['as-known-on']) };
}

function parsed() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { filter: { type: 'string', default: '' }, 'as-known-on': { type: 'string' } },
    });
  } catch {
    throw new AppError('invalid', usage);
  }
}

function readFilter(query: string, asKnownOn: string | undefined): EventFilter {
  const params = new URLSearchParams(query);
  const stranger = [...params.keys()].find((key) => !filterKeys.includes(key));
  if (stranger !== undefined)
    throw new AppError('invalid', `A filter has no "${stranger}". Use ${filterKeys.join(', ')}.`);
  try {
    const filter = filterFromUrl(params);
    return asKnownOn === undefined ? filter : parse(eventFilter, { ...filter, asKnownOn });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    throw new AppError('invalid', error.errors.map(({ path, message }) => `${path}: ${message}`).join(' '));
  }
}

/** The file is there once it is whole; one of that name is replaced then. */
async function write(file: string, body: AsyncIterable<string | Buffer>): Promise<void> {
  const partial = `${file}.partial`;
  try {
    await pipeline(Readable.from(body, { objectMode: false }), createWriteStream(partial));
    renameSync(partial, file);
  } catch (error) {
    rmSync(partial, { force: true });
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (!/^E[A-Z]+$/.test(code)) throw error;
    throw new AppError('invalid', `${file} cannot be written (${code}).`, [], { cause: error });
  }
}
